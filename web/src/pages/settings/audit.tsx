import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../../api/client';
import { useHere } from '../../app/here';
import { locale, wallAt } from '../../lib/time';
import { Scroll } from '../../ui/scroll';
import { Section } from '../../ui/section';
import { sentence } from '../../ui/trouble';
import classes from './page.module.css';

// Audit reads the calendar's record, newest first.
export function Audit() {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('settings');
  const found = useInfiniteQuery({
    queryKey: ['record', calendar.id],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/v1/calendars/{calendar}/audit', {
          params: { path: { calendar: calendar.id }, query: { limit: 100, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  });
  if (found.error) return <p role="alert">{sentence(found.error)}</p>;
  if (!found.data) return <Loader aria-label={t('record.loading')} />;
  const lines = found.data.pages.flatMap((p) => p.items);
  const when = (at: string) =>
    new Intl.DateTimeFormat(locale(i18n.language), { dateStyle: 'short', timeStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(`${wallAt(at, calendar.time_zone)}:${at.slice(17, 19)}Z`),
    );
  return (
    <Section title={t('record.title')} help={t('record.help')}>
      <Scroll label={t('record.title')}>
        <table className={classes.record}>
          <thead>
            <tr>
              <th scope="col">{t('record.when')}</th>
              <th scope="col">{t('record.who')}</th>
              <th scope="col">{t('record.what')}</th>
              <th scope="col">{t('record.about')}</th>
              <th scope="col">{t('record.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((l) => (
              <tr key={l.seq}>
                <td className="numbers">{when(l.at)}</td>
                <td>{l.by.name}</td>
                <td>
                  <code>{l.action}</code>
                </td>
                <td>
                  {l.post ? <Link to={`/calendars/${calendar.id}/posts/${l.post}`}>{t('record.post')}</Link> : null}{' '}
                  {[l.detail, l.note].filter(Boolean).join(' · ')}
                </td>
                <td>
                  <code title={l.hash}>{l.hash.slice(0, 8)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {found.hasNextPage && (
        <Button variant="default" mt="sm" onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {t('record.older')}
        </Button>
      )}
    </Section>
  );
}
