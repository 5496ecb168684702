import { Button, Checkbox, Kbd, SegmentedControl, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ask, type Post } from '../../api/client';
import { keys, useChannels, usePosts } from '../../api/queries';
import { useHere } from '../../app/here';
import { Waiting } from '../../app/waiting';
import { clockTime, formatWall, wallOf } from '../../lib/time';
import { MoveDialog } from '../../post/move-buttons';
import { isLate, type Move, movesOf } from '../../post/moves';
import { useMakeMove } from '../../post/use-moves';
import { PlatformIcon } from '../../ui/platform';
import { sentence, showTrouble } from '../../ui/trouble';
import classes from './page.module.css';
import { Review } from './review';

// The approval queue: what waits for one's own yes, oldest departure first, to be read and decided without a mouse.
export function Component() {
  const { calendar, me, may } = useHere();
  const { t } = useTranslation('approval');
  const [search, setSearch] = useSearchParams();
  const whose = search.get('whose') === 'all' ? 'all' : 'mine';
  const found = usePosts(calendar.id, { status: ['in_review'] });
  const queue = useMemo(
    () => (found.data ?? []).filter((p) => whose === 'all' || p.waits_for?.members.includes(me.member)),
    [found.data, whose, me.member],
  );
  const at = Math.max(
    0,
    queue.findIndex((p) => p.id === search.get('post')),
  );
  const post = queue[at];
  const [picked, setPicked] = useState<string[]>([]);
  const [asking, setAsking] = useState<Move | null>(null);
  const [busy, setBusy] = useState(false);
  const make = useMakeMove();
  const client = useQueryClient();

  const open = (next: Post | undefined) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (next) after.set('post', next.id);
        else after.delete('post');
        return after;
      },
      { replace: true },
    );
  const run = async (move: Move, more = {}) => {
    if (!post) return;
    setBusy(true);
    const next = queue[at + 1] ?? queue[at - 1];
    const made = await make(post, move, more);
    setBusy(false);
    setAsking(null);
    if (made) open(next);
  };
  const can = (move: Move) => post !== undefined && movesOf(post, may, me.member).includes(move);
  const press = (move: Move) => {
    if (!can(move)) return;
    if (move === 'request_changes' || (post && isLate(post))) setAsking(move);
    else run(move);
  };
  const approvePicked = async () => {
    setBusy(true);
    try {
      const posts = queue.filter((q) => picked.includes(q.id)).map((q) => ({ post: q.id, revision: q.revision }));
      const { items } = await ask(
        api.POST('/api/v1/calendars/{calendar}/moves', {
          params: { path: { calendar: calendar.id } },
          body: { move: 'approve', posts },
        }),
      );
      const refused = items.filter((i) => i.problem);
      notifications.show({
        withBorder: true,
        message: [
          t('approvedMany', { count: items.length - refused.length }),
          ...refused.map((i) => i.problem?.detail),
        ].join(' '),
      });
      client.invalidateQueries({ queryKey: keys.posts(calendar.id) });
    } catch (error) {
      showTrouble(error);
    }
    setBusy(false);
    setPicked([]);
  };
  useHotkeys([
    ['j', () => open(queue[Math.min(at + 1, queue.length - 1)])],
    ['k', () => open(queue[Math.max(at - 1, 0)])],
    ['a', () => press('approve')],
    ['c', () => press('request_changes')],
  ]);

  if (found.error && !found.data) return <p role="alert">{sentence(found.error)}</p>;
  if (!found.data) return <Waiting />;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Title order={1}>{t('title')}</Title>
        <SegmentedControl
          aria-label={t('whose')}
          value={whose}
          onChange={(v) => setSearch(v === 'all' ? { whose: 'all' } : {})}
          data={[
            { value: 'mine', label: t('mine') },
            { value: 'all', label: t('all') },
          ]}
        />
        {picked.length > 0 && (
          <Button onClick={approvePicked} loading={busy}>
            {t('approvePicked', { count: picked.length })}
          </Button>
        )}
        <Text size="xs" c="dimmed" className={classes.keys} visibleFrom="sm">
          <Kbd>J</Kbd> <Kbd>K</Kbd> {t('keys.walk')} · <Kbd>A</Kbd> {t('keys.approve')} · <Kbd>C</Kbd>{' '}
          {t('keys.changes')}
        </Text>
      </header>
      {queue.length === 0 ? (
        <p className={classes.empty}>{t(whose === 'mine' ? 'emptyMine' : 'emptyAll')}</p>
      ) : (
        <div className={classes.columns}>
          <ul className={classes.queue} aria-label={t('title')}>
            {queue.map((p) => (
              <Entry
                key={p.id}
                post={p}
                current={p.id === post?.id}
                open={() => open(p)}
                picked={picked.includes(p.id)}
                pick={
                  movesOf(p, may, me.member).includes('approve') && !isLate(p)
                    ? (on) => setPicked(on ? [...picked, p.id] : picked.filter((id) => id !== p.id))
                    : undefined
                }
              />
            ))}
          </ul>
          {post && <Review key={post.id} post={post} press={press} can={can} busy={busy} />}
        </div>
      )}
      {asking && post && <MoveDialog post={post} move={asking} busy={busy} close={() => setAsking(null)} run={run} />}
    </div>
  );
}

interface EntryProps {
  post: Post;
  current: boolean;
  open: () => void;
  picked: boolean;
  pick?: (on: boolean) => void;
}

function Entry({ post, current, open, picked, pick }: EntryProps) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('approval');
  const channels = useChannels(calendar.id).data ?? [];
  const wall = wallOf(post.publish_at, calendar.time_zone);
  const title = post.title || post.text.slice(0, 60) || t('untitled');
  return (
    <li className={classes.entry} data-current={current || undefined}>
      {pick && (
        <Checkbox
          size="xs"
          checked={picked}
          onChange={(event) => pick(event.currentTarget.checked)}
          aria-label={t('pick', { title })}
        />
      )}
      <button type="button" onClick={open} aria-current={current || undefined}>
        <strong>{title}</strong>
        <span className="numbers">
          {wall
            ? `${formatWall(wall, i18n.language, { weekday: 'short', day: 'numeric', month: 'short' })}, ${clockTime(wall, i18n.language)}`
            : t('undated')}
          {isLate(post) && <em> · {t('late')}</em>}
          <span className={classes.marks}>
            {[...new Set(post.channels.map((id) => channels.find((c) => c.id === id)?.platform))].map(
              (p) => p && <PlatformIcon key={p} platform={p} size={12} />,
            )}
          </span>
        </span>
      </button>
    </li>
  );
}
