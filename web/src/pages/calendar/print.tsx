import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/client';
import { useHere } from '../../app/here';
import { addDays, cityOf, clockTime, formatWall } from '../../lib/time';
import { StatusShape } from '../../ui/status';
import { byDay, type Card, titleOf } from './cards';
import classes from './print.module.css';
import type { View } from './view';

interface PrintProps {
  view: View;
  cards: Card[];
  channels: Map<string, Channel>;
  done: () => void;
}

// PrintedMonth is the month on paper: every post of it, with its status in words, since paper may have no colours.
export default function PrintedMonth({ view, cards, channels, done }: PrintProps) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation(['calendar', 'common']);
  useEffect(() => {
    window.addEventListener('afterprint', done, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [done]);
  const ofDay = new Map(byDay(cards));
  const weeks = Math.ceil((Date.parse(view.range.to) - Date.parse(view.range.from)) / (7 * 86_400_000));
  const month = view.day.slice(0, 7);
  return createPortal(
    <div className={classes.sheet} data-print>
      <header>
        <h1>
          {calendar.name} · {formatWall(view.day, i18n.language, { month: 'long', year: 'numeric' })}
        </h1>
        <p>{t('move.clocks', { city: cityOf(calendar.time_zone) })}</p>
      </header>
      <table>
        <thead>
          <tr>
            {[0, 1, 2, 3, 4, 5, 6].map((d) => (
              <th key={d} scope="col">
                {formatWall(addDays(view.range.from, d), i18n.language, { weekday: 'long' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: weeks }, (_, w) => addDays(view.range.from, 7 * w)).map((monday) => (
            <tr key={monday}>
              {[0, 1, 2, 3, 4, 5, 6]
                .map((d) => addDays(monday, d))
                .map((day) => (
                  <td key={day} data-other={day.startsWith(month) ? undefined : true}>
                    <strong>{Number(day.slice(8))}</strong>
                    {ofDay.get(day)?.map((card) => (
                      <p key={card.key}>
                        <StatusShape status={card.post.status} size={9} /> {card.post.status_label}
                        {card.post.crisis && ` · ${t('common:crisis.statement')}`}
                        <br />
                        <span className="numbers">{card.at && clockTime(card.at, i18n.language)}</span>{' '}
                        <b>{titleOf(card.post) || t('untitled')}</b>
                        <br />
                        <i>{card.channels.map((id) => channels.get(id)?.name).join(', ')}</i>
                      </p>
                    ))}
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
