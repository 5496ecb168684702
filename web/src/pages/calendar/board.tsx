import { ActionIcon, Button, Menu } from '@mantine/core';
import { type DragEvent, type KeyboardEvent, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, Post } from '../../api/client';
import { useHere } from '../../app/here';
import { clockTime, formatWall, wallOf } from '../../lib/time';
import { asksFirst, type Move, movesOf } from '../../post/moves';
import { useMakeMove } from '../../post/use-moves';
import { CrisisMark } from '../../ui/crisis-mark';
import { Icon } from '../../ui/icons';
import { PlatformIcon } from '../../ui/platform';
import { Scroll } from '../../ui/scroll';
import { Status, statusColor } from '../../ui/status';
import classes from './board.module.css';
import { type Column, columns, landing, moveInto, sortInto } from './board-columns';
import { walk } from './board-walk';
import { Thumbnail } from './card';
import { type Card, cardsOf, movable, titleOf } from './cards';

const MoveDialog = lazy(() => import('../../post/move-buttons').then((m) => ({ default: m.MoveDialog })));

const most = 30; // cards that a column shows at first, and with each "more"

interface BoardProps {
  posts: Post[];
  channels: Map<string, Channel>;
  open: (post: Post) => void;
  date?: (card: Card) => void; // gives a card another date
}

// Board shows how far each post is, a column for each stage. A card goes to another column by the move that leads there,
// dragged or from its menu; where no move leads, it does not go.
export default function Board({ posts, channels, open, date }: BoardProps) {
  const { me, may } = useHere();
  const { t } = useTranslation(['calendar', 'post']);
  const make = useMakeMove();
  const [dragged, setDragged] = useState<Post | null>(null);
  const [asking, setAsking] = useState<{ post: Post; move: Move } | null>(null);
  const [busy, setBusy] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const follow = useRef('');
  const laid = useMemo(() => sortInto(posts), [posts]);
  const shown = columns.filter((c) => c !== 'archived' || laid.get(c)?.length);
  // one card at a time is in the way of the tab key; arrows lead to the others
  const [stop, setStop] = useState('');
  const current = posts.some((p) => p.id === stop) ? stop : shown.flatMap((c) => laid.get(c) ?? [])[0]?.id;

  // whoever moved a card without a mouse goes with it
  useEffect(() => {
    // a card that is drawn no more, behind the others of its column, can be reached by none
    if (stop && !frame.current?.querySelector(`[data-post="${stop}"]`)) setStop('');
    if (!follow.current || posts.length === 0) return;
    const card = frame.current?.querySelector<HTMLElement>(`[data-post="${follow.current}"] button`);
    if (card && document.activeElement === document.body) card.focus();
  }, [posts, stop]);

  const run = async (post: Post, move: Move, more = {}) => {
    setBusy(true);
    follow.current = post.id;
    const made = await make(post, move, more);
    setBusy(false);
    if (made) setAsking(null);
  };
  const press = (post: Post, move: Move) => (asksFirst(post, move) ? setAsking({ post, move }) : run(post, move));
  const leads = (column: Column) => dragged && moveInto(dragged, movesOf(dragged, may, me.member), column);
  const drop = (event: DragEvent, column: Column) => {
    event.preventDefault();
    const move = leads(column);
    if (dragged && move) press(dragged, move);
    setDragged(null);
  };

  const step = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-post]')?.dataset.post;
    if (!from || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const drawn = [...(frame.current?.children ?? [])].map((column) =>
      [...column.querySelectorAll<HTMLElement>('[data-post]')].map((card) => card.dataset.post ?? ''),
    );
    const to = walk(drawn, from, event.key);
    if (!to) return;
    event.preventDefault();
    frame.current?.querySelector<HTMLElement>(`[data-post="${to}"] [data-open]`)?.focus();
  };

  return (
    <Scroll label={t('board.label')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the cards inside */}
      <div ref={frame} className={classes.board} onKeyDown={step}>
        {shown.map((column) => {
          const move = leads(column);
          return (
            <section
              key={column}
              className={classes.column}
              aria-labelledby={`column-${column}`}
              data-leads={dragged ? Boolean(move) : undefined}
              onDragOver={(event) => move && event.preventDefault()}
              onDrop={(event) => drop(event, column)}
            >
              <h2 id={`column-${column}`}>
                {t(`board.column.${column}`)} <span className="numbers">{laid.get(column)?.length}</span>
              </h2>
              {move && <p className={classes.leads}>{t(`post:move.${move}`)}</p>}
              <Cards
                posts={laid.get(column) ?? []}
                channels={channels}
                open={open}
                date={date}
                press={press}
                drag={setDragged}
                current={current}
                reached={setStop}
              />
            </section>
          );
        })}
      </div>
      <Suspense>
        {asking && (
          <MoveDialog
            post={asking.post}
            move={asking.move}
            busy={busy}
            close={() => setAsking(null)}
            run={(move, more) => run(asking.post, move, more)}
          />
        )}
      </Suspense>
    </Scroll>
  );
}

interface CardsProps extends BoardProps {
  press: (post: Post, move: Move) => void;
  drag: (post: Post | null) => void;
  current?: string; // the card that the tab key stops at
  reached: (id: string) => void;
}

function Cards({ posts, ...rest }: CardsProps) {
  const { t } = useTranslation('calendar');
  const [drawn, setDrawn] = useState(most);
  if (posts.length === 0) return <p className={classes.none}>{t('board.none')}</p>;
  return (
    <>
      <ul>
        {posts.slice(0, drawn).map((post) => (
          <BoardCard key={post.id} post={post} {...rest} />
        ))}
      </ul>
      {posts.length > drawn && (
        <Button variant="subtle" color="gray" size="xs" fullWidth onClick={() => setDrawn(drawn + most)}>
          {t('more', { count: posts.length - drawn })}
        </Button>
      )}
    </>
  );
}

function BoardCard({ post, channels, open, date, press, drag, ...rest }: Omit<CardsProps, 'posts'> & { post: Post }) {
  const tabIndex = post.id === rest.current ? 0 : -1;
  const { calendar, me, may } = useHere();
  const { t, i18n } = useTranslation(['calendar', 'post']);
  const [menu, setMenu] = useState(false);
  const moves = movesOf(post, may, me.member);
  const title = titleOf(post) || t('untitled');
  const wall = wallOf(post.publish_at, calendar.time_zone);
  const card = date && cardsOf(post, calendar.time_zone).find(movable);
  const platforms = [...new Set(post.channels.map((id) => channels.get(id)?.platform))];
  const problem = post.hold?.reason ?? post.problems[0]?.message;
  const keyed = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey || menu) return;
    event.preventDefault();
    setMenu(true);
  };
  return (
    <li
      className={classes.card}
      data-post={post.id}
      style={{ '--status': statusColor(post.status) } as React.CSSProperties}
      draggable={moves.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', title);
        event.dataTransfer.effectAllowed = 'move';
        drag(post);
      }}
      onDragEnd={() => drag(null)}
      onKeyDown={keyed}
      onFocus={() => rest.reached(post.id)}
    >
      <div className={classes.line}>
        <Status status={post.status} label={post.status_label} size={12} />
        {(moves.length > 0 || card) && (
          <Menu opened={menu} onChange={setMenu} position="bottom-end" shadow="md">
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('board.moves', { title })}
                tabIndex={tabIndex}
              >
                <Icon name="more" size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {moves.map((move) => {
                const to = landing(post, move);
                return (
                  <Menu.Item key={move} onClick={() => press(post, move)}>
                    {t(`post:move.${move}`)}
                    {to && <span className={classes.to}> → {t(`board.column.${to}`)}</span>}
                  </Menu.Item>
                );
              })}
              {card && moves.length > 0 && <Menu.Divider />}
              {card && date && <Menu.Item onClick={() => date(card)}>{t(wall ? 'board.date' : 'tray.date')}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div className={classes.what}>
        <button type="button" onClick={() => open(post)} tabIndex={tabIndex} data-open>
          {title}
        </button>
        <Thumbnail post={post} />
      </div>
      {post.crisis && (
        <p className={classes.crisis}>
          <CrisisMark size={13} />
        </p>
      )}
      {problem && (
        <p className={classes.problem} title={problem}>
          <Icon name={post.hold ? 'pause' : 'warning'} size={13} />
          <span className={classes.clamped}>{problem}</span>
        </p>
      )}
      <p className={classes.foot}>
        <span className="numbers">
          {wall
            ? `${formatWall(wall, i18n.language, { weekday: 'short', day: 'numeric', month: 'short' })}, ${clockTime(wall, i18n.language)}`
            : t('board.undated')}
        </span>
        <span>{platforms.map((p) => p && <PlatformIcon key={p} platform={p} size={12} />)}</span>
      </p>
    </li>
  );
}
