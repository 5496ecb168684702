import { Draggable } from '@fullcalendar/interaction';
import { CloseButton } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, Post } from '../../api/client';
import { useHere } from '../../app/here';
import { CrisisMark } from '../../ui/crisis-mark';
import { PlatformIcon } from '../../ui/platform';
import { Status } from '../../ui/status';
import { type Card, cardsOf, movable, platformsOf, titleOf } from './cards';
import classes from './tray.module.css';

interface TrayProps {
  posts: Post[];
  channels: Map<string, Channel>;
  open: (card: Card) => void;
  move?: (card: Card) => void;
  close: () => void;
}

// Tray holds what has no date yet. It is dragged onto a day, or given a date by its button.
export default function Tray({ posts, channels, open, move, close }: TrayProps) {
  const { calendar } = useHere();
  const { t } = useTranslation(['calendar', 'common']);
  const list = useRef<HTMLUListElement>(null);
  const cards = useMemo(
    () => posts.map((p) => cardsOf(p, calendar.time_zone)[0]).filter((c) => c !== undefined),
    [posts, calendar.time_zone],
  );
  const latest = useRef(cards);
  latest.current = cards;
  const draggable = Boolean(move);

  useEffect(() => {
    if (!list.current || !draggable) return;
    const dragging = new Draggable(list.current, {
      itemSelector: '[data-key]',
      eventData: (element) => {
        const card = latest.current.find((c) => c.key === element.dataset.key);
        return card && movable(card) ? { title: titleOf(card.post), extendedProps: { card } } : { create: false };
      },
    });
    return () => dragging.destroy();
  }, [draggable]);

  return (
    <aside id="tray" className={classes.tray} aria-label={t('tray.title')}>
      <header>
        <h2>{t('tray.title')}</h2>
        <CloseButton aria-label={t('tray.close')} onClick={close} />
      </header>
      <p className={classes.help}>{t(cards.length > 0 ? 'tray.help' : 'tray.empty')}</p>
      <ul ref={list}>
        {cards.map((card) => (
          <li key={card.key} data-key={card.key}>
            <button type="button" className={classes.title} onClick={() => open(card)}>
              {titleOf(card.post) || t('untitled')}
            </button>
            {card.post.brief && <p>{card.post.brief}</p>}
            <div className={classes.foot}>
              <Status status={card.post.status} label={card.post.status_label} size={12} />
              {card.post.crisis && <CrisisMark sign size={12} />}
              <span className={classes.marks}>
                {platformsOf(card, channels).map((p) => (
                  <PlatformIcon key={p} platform={p} size={12} />
                ))}
              </span>
              {move && movable(card) && (
                <button
                  type="button"
                  className={classes.date}
                  onClick={() => move(card)}
                  aria-label={t('tray.dateOf', { title: titleOf(card.post) || t('untitled') })}
                >
                  {t('tray.date')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </aside>
  );
}
