import { Alert, Button, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../../api/client';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';
import { useAct } from '../../lib/use-act';
import { useMoment } from '../../lib/use-moment';
import { sentence } from '../../ui/trouble';
import { useDeed } from '../settings/record/line';
import type { Crisis } from './crisis';
import classes from './page.module.css';

// Timeline is who did what since it was opened, newest first; everybody who may comment adds what they saw or did.
export function Timeline({ crisis }: { crisis: Crisis }) {
  const { calendar, may } = useHere();
  const { t } = useTranslation('crisis');
  const moment = useMoment();
  const deed = useDeed();
  const [text, setText] = useState('');
  const { busy, act } = useAct(keys.crises(calendar.id));
  const lines = useInfiniteQuery({
    queryKey: [...keys.crises(calendar.id), crisis.id, 'timeline'],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/v1/crises/{crisis}/timeline', {
          params: { path: { crisis: crisis.id }, query: { cursor: pageParam, limit: 50 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    refetchInterval: 15_000, // it tells of the whole calendar, not of the crisis alone
  });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act(() =>
      ask(
        api.POST('/api/v1/crises/{crisis}/notes', {
          params: { path: { crisis: crisis.id } },
          body: { text: text.trim() },
        }),
      ),
    );
    if (done) setText('');
  };
  const all = lines.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="timeline" className={classes.card}>
      <h2 id="timeline">{t('timeline.title')}</h2>
      {may('comment') && (
        <form onSubmit={add} className={classes.note}>
          <Textarea
            label={t('timeline.note')}
            description={t('timeline.noteHelp')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={10_000}
          />
          <Button type="submit" size="xs" loading={busy} disabled={text.trim() === ''}>
            {t('timeline.add')}
          </Button>
        </form>
      )}
      {lines.error && <Alert color="red">{sentence(lines.error)}</Alert>}
      <ol className={classes.lines}>
        {all.map((line) => (
          <li key={line.seq}>
            <time dateTime={line.at} className="numbers">
              {moment.time(line.at)}
            </time>
            <div>
              <strong>{deed(line.action)}</strong> <span>{line.by.name}</span>
              {line.post && (
                <>
                  {' · '}
                  <Link to={`/calendars/${calendar.id}/posts/${line.post}`}>{t('timeline.post')}</Link>
                </>
              )}
              {line.note && <q>{line.note}</q>}
            </div>
          </li>
        ))}
      </ol>
      {lines.hasNextPage && (
        <Button size="xs" variant="default" onClick={() => lines.fetchNextPage()} loading={lines.isFetchingNextPage}>
          {t('timeline.older')}
        </Button>
      )}
    </section>
  );
}
