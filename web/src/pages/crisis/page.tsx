import { Alert, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../app/waiting';
import { useMoment } from '../../lib/use-moment';
import { sentence } from '../../ui/trouble';
import { type Crisis, useCrises, useCrisis } from './crisis';
import { Head } from './head';
import { Open } from './open';
import classes from './page.module.css';
import { Points } from './points';
import { Statement } from './statement';
import { Stopped } from './stopped';
import { Timeline } from './timeline';

// The crisis room: what is going wrong, what is stopped, what is said, and who did what, in one place.
export function Component() {
  const { t } = useTranslation('crisis');
  const crises = useCrises();
  if (crises.error && !crises.data) return <Alert color="red">{sentence(crises.error)}</Alert>;
  if (!crises.data) return <Waiting />;
  const open = crises.data.find((c) => c.closed_at === null);
  const past = crises.data.filter((c) => c.closed_at !== null);
  return (
    <div className={classes.room}>
      {!open && (
        <>
          <header>
            <Title order={1}>{t('title')}</Title>
            <p className={classes.lead}>{t('calm')}</p>
          </header>
          <Open />
        </>
      )}
      {open && <Room id={open.id} />}
      {past.length > 0 && <Past crises={past} />}
    </div>
  );
}

function Room({ id }: { id: string }) {
  const found = useCrisis(id);
  if (found.error && !found.data) return <Alert color="red">{sentence(found.error)}</Alert>;
  if (!found.data) return <Waiting />;
  const { data: crisis, etag } = found.data;
  return (
    <>
      <Head crisis={crisis} etag={etag} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Statement crisis={crisis} etag={etag} />
          <Points crisis={crisis} />
          <Stopped crisis={crisis} />
        </div>
        <Timeline crisis={crisis} />
      </div>
    </>
  );
}

function Past({ crises }: { crises: Crisis[] }) {
  const { t } = useTranslation('crisis');
  const moment = useMoment();
  return (
    <section aria-labelledby="past">
      <h2 id="past">{t('past')}</h2>
      <ul className={classes.rows}>
        {crises.map((c) => (
          <li key={c.id}>
            <strong>{c.reason}</strong>
            <p className={`${classes.meta} numbers`}>
              <span>{c.severity_label}</span>
              <span>
                {t('pastFrom', { from: moment.time(c.opened_at), to: moment.time(c.closed_at ?? c.opened_at) })}
              </span>
            </p>
            {c.review && <p className={classes.review}>{c.review}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
