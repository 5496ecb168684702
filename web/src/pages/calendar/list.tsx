import { ActionIcon, Loader, Tooltip } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/client';
import { clockTime, longDay } from '../../lib/time';
import { CrisisMark } from '../../ui/crisis-mark';
import { Icon } from '../../ui/icons';
import { PlatformIcon } from '../../ui/platform';
import { SmallPicture } from '../../ui/small-picture';
import { Status } from '../../ui/status';
import { byDay, type Card, movable, titleOf } from './cards';
import classes from './list.module.css';
import type { View } from './view';

const many = 200; // cards that are drawn without a thought
const rowHeight = 88; // pixels, of most rows

interface ListProps {
  cards: Card[];
  view: View;
  channels: Map<string, Channel>;
  open: (card: Card) => void;
  move?: (card: Card) => void;
  loading: boolean;
}

// List is the month as one reads it: day by day, with the words themselves.
export default function List({ cards, view, channels, open, move, loading }: ListProps) {
  const { t, i18n } = useTranslation(['calendar', 'common']);
  const start = useRef<HTMLElement>(null);
  const ready = !loading;
  useEffect(() => {
    // a month that has begun opens where one is in it, and one that was opened at a day at that day
    if (ready && view.day) start.current?.scrollIntoView({ block: 'start' });
  }, [ready, view.day]);
  if (loading) return <Loader m="xl" aria-label={t('common:loading')} />;
  const days = byDay(cards.filter((c) => (c.at ?? '') >= view.range.from));
  const next = days.find(([day]) => day >= view.day)?.[0];
  if (days.length === 0) {
    return (
      <div className={classes.empty}>
        <p>
          {t(
            view.status.length > 0 || view.q || view.channel || view.campaign || view.pillar
              ? 'nothingFits'
              : 'nothingPlanned',
          )}
        </p>
      </div>
    );
  }
  return (
    <div className={classes.list}>
      {days.map(([day, ofDay]) => (
        <section
          key={day}
          ref={day === next && day !== days[0]?.[0] ? start : undefined}
          className={classes.day}
          aria-label={longDay(day, i18n.language)}
        >
          <h2 className={day === view.today ? classes.isToday : undefined}>
            {longDay(day, i18n.language)}
            {day === view.today && <span> · {t('today')}</span>}
          </h2>
          <Rows cards={ofDay} channels={channels} open={open} move={move} all={cards.length <= many} />
        </section>
      ))}
    </div>
  );
}

// Rows are drawn when one comes near them, where there are too many to draw at once. Until then they take as much room as
// they will.
function Rows({ cards, all, ...rest }: Pick<ListProps, 'cards' | 'channels' | 'open' | 'move'> & { all: boolean }) {
  const frame = useRef<HTMLUListElement>(null);
  const [near, setNear] = useState(all);
  useEffect(() => {
    if (near || !frame.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '1200px',
    });
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [near]);
  return (
    <ul ref={frame} style={near || all ? undefined : { minHeight: `${cards.length * rowHeight}px` }}>
      {(near || all) && cards.map((card) => <Row key={card.key} card={card} {...rest} />)}
    </ul>
  );
}

function Row({ card, channels, open, move }: Pick<ListProps, 'channels' | 'open' | 'move'> & { card: Card }) {
  const { t, i18n } = useTranslation(['calendar', 'common']);
  const { post } = card;
  const title = titleOf(post) || t('untitled');
  const picture = post.media[0];
  return (
    <li className={classes.row}>
      <span className={`${classes.time} numbers`}>{card.at && clockTime(card.at, i18n.language)}</span>
      <div className={classes.what}>
        <button type="button" className={classes.title} onClick={() => open(card)}>
          {title}
        </button>
        {post.title && post.text && <p className={classes.text}>{post.text}</p>}
        {post.problems[0] && (
          <p className={classes.problem}>
            <Icon name="warning" size={14} /> {post.problems[0].message}
          </p>
        )}
        <p className={classes.meta}>
          <Status status={post.status} label={post.status_label} />
          {post.crisis && <CrisisMark />}
          {card.channels.map((id) => {
            const channel = channels.get(id);
            return (
              channel && (
                <span key={id} className={classes.channel}>
                  <PlatformIcon platform={channel.platform} size={12} />
                  {channel.name}
                </span>
              )
            );
          })}
        </p>
      </div>
      {picture && <SmallPicture media={picture.media} side={56} className={classes.picture} />}
      {move && movable(card) && (
        <Tooltip label={t('move.button')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('move.of', { title })} onClick={() => move(card)}>
            <Icon name="clock" />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
