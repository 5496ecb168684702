import { Button, Checkbox, Kbd, SegmentedControl, Text, Title } from '@mantine/core';
import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Post } from '../../api/client';
import { useChannels, useMembers, usePosts } from '../../api/queries';
import { useHere } from '../../app/here';
import { Waiting } from '../../app/waiting';
import { useSingleKeys } from '../../lib/single-keys';
import { clockTime, formatWall, wallOf } from '../../lib/time';
import { isLate, type Move, movesOf } from '../../post/moves';
import { useMakeMove } from '../../post/use-moves';
import { CrisisMark } from '../../ui/crisis-mark';
import { PlatformIcon } from '../../ui/platform';
import { sentence } from '../../ui/trouble';
import classes from './page.module.css';
import { Review } from './review';
import { useMany } from './use-many';

const MoveDialog = lazy(() => import('../../post/move-buttons').then((m) => ({ default: m.MoveDialog })));

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
  // what is read is named in the address, and stays what is read: a key that decides never meets another post that has moved
  // up into its place
  const reading = search.get('post');
  const at = queue.findIndex((p) => p.id === reading);
  const post = queue[at];
  const [picked, setPicked] = useState<string[]>([]);
  const [asking, setAsking] = useState<{ move: Move; post: Post } | null>(null);
  const [busy, setBusy] = useState(false);
  const [askingMany, setAskingMany] = useState(false);
  const [suggesting, setSuggesting] = useState(false);
  const make = useMakeMove();
  const many = useMany();
  const navigate = useNavigate();

  const open = (next: Post | undefined) => {
    setSuggesting(false);
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (next) after.set('post', next.id);
        else after.delete('post');
        return after;
      },
      { replace: true, flushSync: true }, // the next key may come before a transition is drawn
    );
  };
  const first = queue[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has chosen none yet reads the first
  useEffect(() => {
    if (!reading && first) open(first);
  }, [reading, first]);
  const run = async (move: Move, post: Post, more = {}) => {
    setBusy(true);
    const next = queue[at + 1] ?? queue[at - 1];
    const made = await make(post, move, more);
    setBusy(false);
    setAsking(null);
    if (!made) return;
    many.approved(made.undo_until ? [made] : []);
    open(next);
  };
  const can = (move: Move) => post !== undefined && movesOf(post, may, me.member).includes(move);
  const press = (move: Move) => {
    if (!post || busy || !can(move)) return;
    if (move === 'request_changes' || isLate(post)) setAsking({ move, post });
    else run(move, post);
  };
  const pickable = (p: Post) => movesOf(p, may, me.member).includes('approve') && !isLate(p);
  const pick = (p: Post) =>
    setPicked((before) => (before.includes(p.id) ? before.filter((id) => id !== p.id) : [...before, p.id]));
  const chosen = queue.filter((p) => picked.includes(p.id));
  // what is read goes with what is selected: one reads on in what is left
  const readOn = () => {
    if (post && picked.includes(post.id)) open(queue.find((p) => !picked.includes(p.id)));
  };
  const approvePicked = () => {
    readOn();
    setPicked([]); // at once: what is selected while they are approved is another selection
    many.approve(chosen);
  };
  const single = useSingleKeys();
  const pressed: HotkeyItem[] = [
    ['j', () => open(queue[Math.min(at + 1, queue.length - 1)])],
    ['k', () => open(queue[Math.max(at - 1, 0)])],
    ['a', () => press('approve')],
    ['shift+A', () => chosen.length > 0 && approvePicked()],
    ['c', () => (chosen.length > 0 ? setAskingMany(true) : press('request_changes'))],
    ['s', () => post && may('comment') && setSuggesting(true)],
    ['e', () => post && navigate(`/calendars/${calendar.id}/posts/${post.id}`)],
    ['x', () => post && pickable(post) && pick(post)],
    ['u', () => many.undo()],
  ];
  useHotkeys(single ? pressed : []);

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
        {chosen.length > 0 && (
          <>
            <Button onClick={approvePicked} loading={many.busy}>
              {t('approvePicked', { count: chosen.length })}
            </Button>
            <Button variant="default" onClick={() => setAskingMany(true)} disabled={many.busy}>
              {t('changesPicked', { count: chosen.length })}
            </Button>
          </>
        )}
        {single && <Keys />}
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
                pick={pickable(p) ? () => pick(p) : undefined}
                waits={whose === 'all'}
              />
            ))}
          </ul>
          {post && (
            <Review
              key={post.id}
              post={post}
              press={press}
              can={can}
              busy={busy}
              suggesting={suggesting}
              suggest={setSuggesting}
            />
          )}
          {reading && !post && (
            <p className={classes.empty} role="status">
              {t('gone')}
            </p>
          )}
        </div>
      )}
      <Suspense>
        {asking && (
          <MoveDialog
            {...asking}
            busy={busy}
            close={() => setAsking(null)}
            run={(move, more) => run(move, asking.post, more)}
          />
        )}
        {askingMany && chosen[0] && (
          <MoveDialog
            post={chosen[0]}
            title={t('changesPicked', { count: chosen.length })}
            move="request_changes"
            busy={many.busy}
            close={() => setAskingMany(false)}
            run={async (_, more = {}) => {
              await many.requestChanges(chosen, more);
              readOn();
              setAskingMany(false);
              setPicked([]);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

interface EntryProps {
  post: Post;
  current: boolean;
  open: () => void;
  picked: boolean;
  pick?: () => void;
  waits: boolean; // says whose turn it is
}

const shortcuts = [
  ['J', 'K', 'walk'],
  ['A', 'approve'],
  ['C', 'changes'],
  ['S', 'suggest'],
  ['E', 'correct'],
  ['X', 'pick'],
  ['⇧A', 'approvePicked'],
  ['U', 'undo'],
] as const;

// Keys are what the queue hears, for those who have a keyboard.
function Keys() {
  const { t } = useTranslation('approval');
  return (
    <Text size="xs" c="dimmed" className={classes.keys} visibleFrom="sm" component="ul" aria-label={t('keys.title')}>
      {shortcuts.map((s) => (
        <li key={s[0]}>
          {s.slice(0, -1).map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}{' '}
          {t(`keys.${s[s.length - 1] as 'walk'}`)}
        </li>
      ))}
    </Text>
  );
}

function Entry({ post, current, open, picked, pick, waits }: EntryProps) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('approval');
  const channels = useChannels(calendar.id).data ?? [];
  const wall = wallOf(post.publish_at, calendar.time_zone);
  const title = post.title || post.text.slice(0, 60) || t('untitled');
  const members = useMembers(calendar.id).data ?? [];
  const turn = post.waits_for?.members.map((id) => members.find((m) => m.id === id)?.name ?? '…').join(', ');
  return (
    <li className={classes.entry} data-current={current || undefined}>
      {pick && <Checkbox size="xs" checked={picked} onChange={pick} aria-label={t('pick', { title })} />}
      <button type="button" onClick={open} aria-current={current || undefined}>
        <strong>{title}</strong>
        <span className="numbers">
          {wall
            ? `${formatWall(wall, i18n.language, { weekday: 'short', day: 'numeric', month: 'short' })}, ${clockTime(wall, i18n.language)}`
            : t('undated')}
          {isLate(post) && <em> · {t('late')}</em>}
          <span className={classes.marks}>
            {post.crisis && <CrisisMark sign size={12} />}
            {[...new Set(post.channels.map((id) => channels.find((c) => c.id === id)?.platform))].map(
              (p) => p && <PlatformIcon key={p} platform={p} size={12} />,
            )}
          </span>
        </span>
        {waits && <span>{turn ? t('waits', { names: turn }) : t('waitsNobody')}</span>}
      </button>
    </li>
  );
}
