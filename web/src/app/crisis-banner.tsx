import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { keys } from '../api/queries';
import { Icon } from '../ui/icons';
import { useHere } from './here';
import classes from './pause-banner.module.css';

// CrisisBanner stands on every page of a calendar while a crisis is open there, and leads to its room.
export function CrisisBanner() {
  const { calendar } = useHere();
  const { t } = useTranslation();
  const open = useQuery({
    queryKey: [...keys.crises(calendar.id), 'open'],
    queryFn: () =>
      ask(
        api.GET('/api/v1/calendars/{calendar}/crises', {
          params: { path: { calendar: calendar.id }, query: { open: true, limit: 1 } },
        }),
      ),
    staleTime: 60_000,
  }).data?.items[0];
  if (!open) return null;
  return (
    <section className={classes.banner} data-severity={open.severity} aria-label={t('crisis.banner')}>
      <p>
        <Icon name="warning" size={16} />
        <strong>{t('crisis.of', { severity: open.severity_label })}</strong>
        <span>{open.reason}</span>
        <Link to={`/calendars/${calendar.id}/crisis`}>{t('crisis.room')}</Link>
      </p>
    </section>
  );
}
