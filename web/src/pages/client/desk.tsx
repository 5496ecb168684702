import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, Refused } from '../../api/client';
import { Waiting } from '../../app/waiting';
import { changeLanguage } from '../../i18n';
import { clockTime, longDay, wallOf } from '../../lib/time';
import { Status } from '../../ui/status';
import { sentence } from '../../ui/trouble';
import type { ClientPost, Visitor } from './client';
import classes from './client.module.css';
import { Piece } from './piece';

// Desk is what a client sees: what waits for their yes, what is with the team, and what comes.
export function Desk({ visitor, leave }: { visitor: Visitor; leave: () => void }) {
  const { t, i18n } = useTranslation('client');
  const found = useQuery({
    queryKey: ['client-desk'],
    queryFn: () => ask(visitor.GET('/api/v1/client')),
    refetchInterval: 60_000,
    retry: false,
  });
  const over = found.error instanceof Refused && found.error.status === 401;
  useEffect(() => {
    if (over) leave();
  }, [over, leave]);
  const spoken = found.data?.language;
  useEffect(() => {
    if (spoken) changeLanguage(spoken);
  }, [spoken]);
  if (found.error && !found.data) return <p role="alert">{sentence(found.error)}</p>;
  if (!found.data) return <Waiting />;
  const desk = found.data;
  const when = (post: ClientPost) => {
    const wall = wallOf(post.publish_at, desk.time_zone);
    return wall ? `${longDay(wall, i18n.language)}, ${clockTime(wall, i18n.language)}` : t('undated');
  };
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{desk.calendar}</h1>
        <p>
          {t('hello', { name: desk.name })}
          {desk.campaign && ` · ${desk.campaign}`}
        </p>
      </header>
      <main>
        {found.error && <p role="alert">{sentence(found.error)}</p>}
        <section aria-labelledby="waiting">
          <h2 id="waiting">{t('waiting', { count: desk.waiting.length })}</h2>
          {desk.waiting.length === 0 && <p className={classes.soft}>{t('nothingWaits')}</p>}
          {desk.waiting.map((p) => (
            <Piece key={p.id} id={p.id} visitor={visitor} when={when(p)} />
          ))}
        </section>
        {desk.with_team.length > 0 && (
          <section aria-labelledby="team">
            <h2 id="team">{t('withTeam')}</h2>
            {desk.with_team.map((p) => (
              <Piece key={p.id} id={p.id} visitor={visitor} when={when(p)} />
            ))}
          </section>
        )}
        <section aria-labelledby="coming">
          <h2 id="coming">{t('coming')}</h2>
          {desk.coming.length === 0 && <p className={classes.soft}>{t('nothingComes')}</p>}
          <ul className={classes.coming}>
            {desk.coming.map((p) => (
              <li key={p.id}>
                <span className="numbers">{when(p)}</span>
                <p>{p.channels[0]?.parts[0]?.text}</p>
                <Status status={p.status} label={p.status_label} size={13} />
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer className={classes.foot}>
        <span>Parution</span>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={leave}>
          {t('leave')}
        </Button>
      </footer>
    </div>
  );
}
