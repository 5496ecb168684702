import { Button, Loader } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannels, usePosts } from '../../api/queries';
import { useHere } from '../../app/here';
import { withWords } from '../../i18n';
import { Icon } from '../../ui/icons';
import { useLast } from '../../ui/last';
import { sentence } from '../../ui/trouble';
import { type Card, cardsOf, shown } from './cards';
import classes from './page.module.css';
import { Toolbar } from './toolbar';
import { useMove } from './use-move';
import { askedOf, useView } from './view';

// what is not on the page at first is fetched when it is
const Board = lazy(() => withWords(() => import('./board')));
const List = lazy(() => import('./list'));
const PrintedMonth = lazy(() => import('./print'));
const Grid = lazy(() => import('./grid'));
const Tray = lazy(() => import('./tray'));
const Peek = lazy(() => import('./peek'));
const MoveDialog = lazy(() => import('./move'));
const Add = lazy(() => import('./add'));

// The calendar: what is planned, on the clocks of the calendar's zone.
export function Component() {
  const { calendar, may } = useHere();
  const { t } = useTranslation(['calendar', 'common']);
  const narrow = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768) ?? false;
  const [view, change] = useView(calendar.time_zone, narrow);
  const [moving, setMoving] = useState<Card | null>(null);
  const [adding, setAdding] = useState<string | null>(null);
  const [tray, setTray] = useState(!narrow && window.innerWidth >= 1440);
  const [printing, setPrinting] = useState(false);
  const printed = useCallback(() => setPrinting(false), []);
  const move = useMove();
  const peeked = useLast(view.post);
  const moved = useLast(moving);

  const asked = askedOf(view);
  const dated = usePosts(calendar.id, { ...asked, ...view.range });
  const undated = usePosts(calendar.id, { ...asked, undated: true });
  const channels = useChannels(calendar.id).data;
  const channelById = useMemo(() => new Map(channels?.map((c) => [c.id, c])), [channels]);
  const cards = useMemo(
    () =>
      (dated.data ?? [])
        .filter((p) => shown(p, view.status))
        .flatMap((p) => cardsOf(p, calendar.time_zone))
        .filter((c) => c.at !== null),
    [dated.data, calendar.time_zone, view.status],
  );
  const ideas = useMemo(() => (undated.data ?? []).filter((p) => shown(p, view.status)), [undated.data, view.status]);
  const onBoard = useMemo(
    () => [...(dated.data ?? []), ...(undated.data ?? [])].filter((p) => shown(p, view.status)),
    [dated.data, undated.data, view.status],
  );
  const open = (card: Card) => change({ post: card.post.id });
  const mayMove = may('schedule');
  const gridded = view.name !== 'list' && view.name !== 'board';
  const trouble = dated.error ?? undated.error;

  return (
    <div className={classes.page}>
      <Toolbar view={view} change={change} narrow={narrow} print={() => setPrinting(true)}>
        {view.name !== 'board' && (
          <Button
            variant="default"
            leftSection={<Icon name="tray" />}
            aria-expanded={tray}
            aria-controls="tray"
            onClick={() => setTray(!tray)}
          >
            {t('tray.button', { count: ideas.length })}
          </Button>
        )}
        {may('write') && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setAdding('')}>
            {t('add.button')}
          </Button>
        )}
      </Toolbar>
      {trouble && <p role="alert">{sentence(trouble)}</p>}
      <div className={classes.board}>
        <section className={classes.plan} aria-label={t('plan')} aria-busy={dated.isFetching}>
          <Suspense fallback={<Loader m="xl" aria-label={t('common:loading')} />}>
            {view.name === 'list' && (
              <List
                cards={cards}
                view={view}
                channels={channelById}
                open={open}
                move={mayMove ? setMoving : undefined}
                loading={dated.isPending}
              />
            )}
            {view.name === 'board' && (
              <Board
                posts={onBoard}
                channels={channelById}
                open={(post) => change({ post: post.id })}
                date={mayMove ? setMoving : undefined}
              />
            )}
            {gridded && (
              <Grid
                view={view}
                cards={cards}
                channels={channelById}
                narrow={narrow}
                mayMove={mayMove}
                open={open}
                ask={setMoving}
                move={move}
                add={may('write') ? setAdding : undefined}
                more={(day) => change({ view: 'list', day })}
                turn={(day) => change({ day })}
              />
            )}
          </Suspense>
        </section>
        {tray && view.name !== 'board' && (
          <Suspense>
            <Tray
              posts={ideas}
              channels={channelById}
              open={open}
              move={mayMove ? setMoving : undefined}
              close={() => setTray(false)}
            />
          </Suspense>
        )}
      </div>
      <Suspense>
        {peeked && (
          <Peek
            post={peeked}
            opened={view.post !== ''}
            close={() => change({ post: '' })}
            channels={channelById}
            move={mayMove ? setMoving : undefined}
          />
        )}
        {moved && (
          <MoveDialog
            card={moved}
            opened={moving !== null}
            close={() => setMoving(null)}
            move={move}
            today={view.today}
          />
        )}
        {printing && dated.data && !dated.isPlaceholderData && (
          <PrintedMonth view={view} cards={cards} channels={channelById} done={printed} />
        )}
        {adding !== null && (
          <Add at={adding} today={view.today} close={() => setAdding(null)} channels={channels ?? []} />
        )}
      </Suspense>
    </div>
  );
}
