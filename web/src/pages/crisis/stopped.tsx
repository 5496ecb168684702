import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChannels, usePosts } from '../../api/queries';
import { useHere } from '../../app/here';
import { useScopeName } from '../../app/pause-banner';
import { useMoment } from '../../lib/use-moment';
import { Icon } from '../../ui/icons';
import type { Crisis } from './crisis';
import classes from './page.module.css';

// Stopped is what does not leave because of this crisis, and what came due meanwhile. None of it leaves by itself.
export function Stopped({ crisis }: { crisis: Crisis }) {
  const { calendar } = useHere();
  const { t } = useTranslation('crisis');
  const moment = useMoment();
  const nameOf = useScopeName();
  const channels = useChannels(calendar.id).data ?? [];
  const posts = usePosts(calendar.id, { status: ['held', 'missed', 'partly_published'] }).data ?? [];
  const pauses = crisis.pauses ?? [];
  const held = crisis.held ?? [];
  const desk = `/calendars/${calendar.id}/desk`;
  return (
    <section aria-labelledby="stopped" className={classes.card}>
      <h2 id="stopped">{t('stopped.title')}</h2>
      {pauses.length === 0 && <p className={classes.none}>{t('stopped.none')}</p>}
      <ul className={classes.rows}>
        {pauses.map((p) => (
          <li key={p.id} className={classes.pause}>
            <Icon name="pause" size={16} />
            <span>
              <strong>{nameOf(p)}</strong> {t('stopped.since', { at: moment.time(p.from), name: p.by.name })}
            </span>
          </li>
        ))}
      </ul>
      {held.length > 0 && (
        <>
          <h3>{t('stopped.held', { count: held.length })}</h3>
          <ul className={classes.rows}>
            {held.map((s) => (
              <li key={s.delivery}>
                <Link to={`/calendars/${calendar.id}/posts/${s.post}`}>
                  {posts.find((p) => p.id === s.post)?.title || t('untitled')}
                </Link>{' '}
                <span className={classes.none}>{channels.find((c) => c.id === s.channel)?.name}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Link to={desk}>{t('stopped.desk')}</Link>
    </section>
  );
}
