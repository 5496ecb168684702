import { Alert, Button, Collapse, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask, type Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';
import { useAct } from '../../../lib/use-act';
import { useMoment } from '../../../lib/use-moment';
import { Icon } from '../../../ui/icons';
import { sentence } from '../../../ui/trouble';
import { useDeed } from '../record/line';
import { Empty, Section } from '../section';
import type { Dispatch, Hook } from './hooks';
import classes from './page.module.css';

// Log is every message to a hook, newest first, with each try and what was answered; any of them can be sent once more.
export function Log({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const found = useInfiniteQuery({
    queryKey: ['dispatches', hook.id],
    queryFn: ({ pageParam }) =>
      ask(api.GET('/api/v1/dispatches', { params: { query: { hook: hook.id, cursor: pageParam, limit: 30 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    refetchInterval: 3000, // what is asked for stands here a moment later, and is answered when the other side likes
  });
  const all = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t('log')} lead={t('logHelp')}>
      {found.error && <Alert color="red">{sentence(found.error)}</Alert>}
      {found.data && all.length === 0 && <Empty>{t('noLog')}</Empty>}
      {all.length > 0 && (
        <ul className={classes.log}>
          {all.map((dispatch) => (
            <One key={dispatch.id} dispatch={dispatch} hook={hook} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button mt="sm" variant="default" onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {t('older')}
        </Button>
      )}
    </Section>
  );
}

const pending = (d: Dispatch) => d.state === 'waiting' || d.state === 'sending';
const signs = { waiting: 'clock', sending: 'clock', done: 'check', failed: 'warning', dropped: 'close' } as const;

function One({ dispatch, hook }: { dispatch: Dispatch; hook: Hook }) {
  const { calendar } = useHere();
  const { t } = useTranslation('hooks');
  const moment = useMoment();
  const deed = useDeed();
  const [open, setOpen] = useState(false);
  const { busy, act } = useAct(['dispatches', hook.id]);
  const again = () =>
    act(
      () =>
        ask(
          api.POST('/api/v1/dispatches/{dispatch}/moves', {
            params: { path: { dispatch: dispatch.id } },
            body: { move: 'send_again' },
          }),
        ),
      t('sentAgain'),
    );
  const next = dispatch.next_at && dispatch.tries > 0 ? moment.time(dispatch.next_at) : '';
  const told = dispatch.event ? deed(dispatch.event) : t('reply');
  return (
    <li>
      <div className={classes.one}>
        <div>
          <strong>{told}</strong> <code>{dispatch.event}</code>
          <p className={`${classes.meta} numbers`}>
            <span>{moment.time(dispatch.made_at)}</span>
            {dispatch.post && <Link to={`/calendars/${calendar.id}/posts/${dispatch.post}`}>{t('post')}</Link>}
            {dispatch.message !== dispatch.id && <span>{t('onceMore')}</span>}
          </p>
        </div>
        <p className={classes.state} data-state={dispatch.state}>
          <Icon name={signs[dispatch.state]} size={14} />
          <span>{next ? t('nextTry', { time: next }) : t(`dispatch.${dispatch.state}`)}</span>
        </p>
      </div>
      <div className={classes.one}>
        <UnstyledButton className={classes.more} onClick={() => setOpen(!open)} aria-expanded={open}>
          <Icon name={open ? 'up' : 'down'} size={14} />
          {t('tries', { count: dispatch.tries })}
        </UnstyledButton>
        {!hook.disabled_at && !pending(dispatch) && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={again}
            loading={busy}
            aria-label={t('againOf', { what: told, time: moment.time(dispatch.made_at) })}
          >
            {t('again')}
          </Button>
        )}
      </div>
      <Collapse expanded={open}>{open && <Tries dispatch={dispatch} />}</Collapse>
    </li>
  );
}

function Tries({ dispatch }: { dispatch: Dispatch }) {
  const { t } = useTranslation('hooks');
  const found = useQuery({
    queryKey: ['dispatches', dispatch.hook, dispatch.id, dispatch.state, dispatch.tries],
    queryFn: () => ask(api.GET('/api/v1/dispatches/{dispatch}', { params: { path: { dispatch: dispatch.id } } })),
  });
  return (
    <div className={classes.tries}>
      {found.error && <p role="alert">{sentence(found.error)}</p>}
      {found.data?.log.length === 0 && <p>{t('noTry')}</p>}
      <ol>
        {found.data?.log.map((one) => (
          <Try key={one.number} one={one} />
        ))}
      </ol>
      <p>
        webhook-id: <code>{dispatch.message}</code>
      </p>
    </div>
  );
}

function Try({ one }: { one: Schemas['Try'] }) {
  const { t } = useTranslation('hooks');
  const moment = useMoment();
  const took = one.ended_at ? Date.parse(one.ended_at) - Date.parse(one.started_at) : 0;
  return (
    <li className="numbers">
      <span>{moment.precise(one.started_at)}</span> <span>{answer()}</span>
      {one.ended_at && <span>{t('took', { count: took })}</span>}
    </li>
  );
  function answer(): string {
    if (!one.ended_at) return t('answer.underway');
    if (one.verdict === 'done') return t('answer.done');
    const status = one.code.match(/^answered_(\d+)$/)?.[1];
    if (status) return t('answer.status', { status });
    if (one.code === 'not_reached') return t('answer.not_reached');
    if (one.code === 'hook_gone') return t('answer.gone');
    return one.message || one.code;
  }
}
