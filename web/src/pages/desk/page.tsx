import { Button, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Channel, DeliveryBrief, Post } from '../../api/client';
import { useChannels, usePosts } from '../../api/queries';
import { useHere } from '../../app/here';
import { Waiting } from '../../app/waiting';
import { troubled, unsettled } from '../../lib/unsettled';
import { useNow } from '../../lib/use-now';
import { Icon } from '../../ui/icons';
import { sentence } from '../../ui/trouble';
import { Ahead } from './ahead';
import classes from './page.module.css';
import { Pauses } from './pauses';
import { Results } from './results';
import { Leaving, ToSettle } from './settle';

const hour = 3_600_000;

// One is a delivery with its post and its channel.
export interface One {
  post: Post;
  delivery: DeliveryBrief;
  channel?: Channel;
}

// The release desk: what needs a person, what is leaving, what comes next, and what became of the rest.
export function Component() {
  const { calendar } = useHere();
  const { t } = useTranslation('desk');
  const hours = Math.floor(useNow(60_000) / hour); // a desk that stays open for days goes on looking ahead
  const at = (by: number) => new Date((hours + by) * hour).toISOString();
  const inHand = usePosts(calendar.id, { status: [...troubled, 'publishing'] });
  const ahead = usePosts(calendar.id, { from: at(-1), to: at(37) });
  const past = usePosts(calendar.id, { from: at(-72), to: at(37), status: ['published', 'partly_published'] });
  const channels = useChannels(calendar.id).data;

  const byId = useMemo(() => new Map(channels?.map((c) => [c.id, c])), [channels]);
  const split = (posts: Post[] | undefined) =>
    (posts ?? []).flatMap((post) =>
      post.deliveries.map((delivery): One => ({ post, delivery, channel: byId.get(delivery.channel) })),
    );
  const error = inHand.error ?? ahead.error ?? past.error;
  const trouble = error && <p role="alert">{sentence(error)}</p>;
  // what is known stays where the line breaks, and so does what somebody is writing about it
  if (trouble && !(inHand.data && ahead.data && past.data)) return trouble;
  if (!inHand.data || !ahead.data || !past.data) return <Waiting />;
  const now = Date.now();
  const toSettle = split(inHand.data).filter(({ delivery }) => unsettled(delivery, now));
  const leaving = split(inHand.data).filter(({ delivery: d }) => d.state === 'sending');
  const next = ahead.data.filter(
    (p) =>
      p.status !== 'archived' &&
      p.deliveries.some(
        (d) => ['planned', 'scheduled', 'held'].includes(d.state) && d.due_at && Date.parse(d.due_at) >= now - hour,
      ),
  );
  const out = split(past.data).filter(({ delivery: d }) => d.published_at !== null);

  return (
    <div className={classes.desk}>
      <header className={classes.head}>
        <Title order={1}>{t('title')}</Title>
        <Button
          component={Link}
          to={`/calendars/${calendar.id}/crisis`}
          variant="default"
          leftSection={<Icon name="warning" size={16} />}
        >
          {t('crisis')}
        </Button>
      </header>
      {trouble}
      <Pauses posts={inHand.data} channels={byId} />
      <Leaving items={leaving} />
      <ToSettle items={toSettle} />
      <Ahead posts={next} channels={byId} />
      <Results items={out} />
    </div>
  );
}
