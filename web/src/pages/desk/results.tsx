import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHere } from '../../app/here';
import { latenessWords } from '../../lib/span';
import { clockTime, formatWall, wallAt } from '../../lib/time';
import { PlatformIcon } from '../../ui/platform';
import { Scroll } from '../../ui/scroll';
import type { One } from './page';
import classes from './page.module.css';

// Results is what went out, where it can be read, and how punctual it was.
export function Results({ items }: { items: One[] }) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('desk');
  const sorted = [...items].sort((a, b) =>
    (b.delivery.published_at ?? '').localeCompare(a.delivery.published_at ?? ''),
  );
  return (
    <section aria-labelledby="results">
      <h2 id="results">{t('results')}</h2>
      {sorted.length === 0 && <p className={classes.none}>{t('nothingOut')}</p>}
      {sorted.length > 0 && (
        <Scroll label={t('results')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('left')}</th>
                <th scope="col">{t('post')}</th>
                <th scope="col">{t('channel')}</th>
                <th scope="col">{t('lateness')}</th>
                <th scope="col">{t('link')}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.slice(0, 50).map(({ post, delivery, channel }) => {
                const wall = wallAt(delivery.published_at ?? '', calendar.time_zone);
                return (
                  <tr key={delivery.id}>
                    <td className="numbers">
                      {formatWall(wall, i18n.language, { day: 'numeric', month: 'short' })},{' '}
                      {clockTime(wall, i18n.language)}
                    </td>
                    <td>
                      <Link to={`/calendars/${calendar.id}/posts/${post.id}`}>
                        {post.title || post.text.slice(0, 40)}
                      </Link>
                    </td>
                    <td>
                      <PlatformIcon platform={delivery.platform} size={12} /> {channel?.name}
                    </td>
                    <td className="numbers">{latenessWords(delivery.lateness_ms, i18n.language)}</td>
                    <td>
                      {delivery.url ? (
                        <a href={delivery.url} target="_blank" rel="noreferrer">
                          {t('see')}
                        </a>
                      ) : (
                        '–'
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
