import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, useParams } from 'react-router';
import { useHere } from '../../app/here';
import { Audit } from './audit';
import { CalendarSettings } from './calendar';
import { Channels } from './channels';
import { Members } from './members';
import classes from './page.module.css';
import { Plan } from './plan';

const parts = { calendar: CalendarSettings, channels: Channels, plan: Plan, members: Members, record: Audit };
type PartName = keyof typeof parts;

// Settings of a calendar. Each part is readable by whoever reads the calendar, and changed by those who may.
export function Component() {
  const { section = '' } = useParams();
  const { calendar, may } = useHere();
  const { t } = useTranslation('settings');
  const shown = (Object.keys(parts) as PartName[]).filter((name) => name !== 'record' || may('audit'));
  const name = shown.find((p) => p === section);
  if (!name) return <Navigate to={`/calendars/${calendar.id}/settings/calendar`} replace />;
  const Part = parts[name];
  return (
    <>
      <Title order={1} mb="sm">
        {t('title')}
      </Title>
      <nav className={classes.parts} aria-label={t('title')}>
        {shown.map((p) => (
          <NavLink key={p} to={`/calendars/${calendar.id}/settings/${p}`}>
            {t(`part.${p}`)}
          </NavLink>
        ))}
      </nav>
      <Part />
    </>
  );
}
