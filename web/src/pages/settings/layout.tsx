import { Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { useHere } from '../../app/here';
import { Icon } from '../../ui/icons';
import classes from './layout.module.css';
import { groups, type Place, places } from './places';
import { Empty, Head } from './section';

// Settings stand beside a list of their pages; on a phone the list is a page of its own.
export function Component() {
  const { calendar, me, may } = useHere();
  const { t } = useTranslation('settings');
  const narrow = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768) ?? false;
  const base = `/calendars/${calendar.id}/settings`;
  const path = useLocation().pathname.replace(/\/$/, '');
  const atList = path === base;
  const opens = (p: Place) => (p.needs === 'owner' ? me.owner : may(p.needs));
  const seen = places.filter(opens);
  const closed = places.find((p) => path === `${base}/${p.page}` && !opens(p));

  if (!narrow && atList) return <Navigate to={`${base}/calendar`} replace />;
  return (
    <div className={classes.settings}>
      {(!narrow || atList) && (
        <nav className={classes.list} aria-label={t('title')}>
          <Title order={narrow ? 1 : 2} className={classes.title}>
            {t('title')}
          </Title>
          {groups
            .filter((group) => seen.some((p) => p.group === group))
            .map((group) => (
              <section key={group} aria-labelledby={`settings-${group}`}>
                <Title order={narrow ? 2 : 3} id={`settings-${group}`} className={classes.group}>
                  {t(`group.${group}`, { name: calendar.name })}
                </Title>
                {seen
                  .filter((p) => p.group === group)
                  .map((p) => (
                    <NavLink key={p.page} to={`${base}/${p.page}`} className={classes.place}>
                      {t(`page.${p.page}`)}
                      {narrow && <Icon name="right" size={14} />}
                    </NavLink>
                  ))}
              </section>
            ))}
        </nav>
      )}
      {!(narrow && atList) && (
        <div className={classes.page}>
          {narrow && (
            <Link to={base} className={classes.back}>
              <Icon name="left" size={14} />
              {t('title')}
            </Link>
          )}
          {closed ? <Closed place={closed} /> : <Outlet />}
        </div>
      )}
    </div>
  );
}

// Closed stands where a page would, for whoever came by its address and may not see it: it asks nothing of the daemon.
function Closed({ place }: { place: Place }) {
  const { t } = useTranslation('settings');
  return (
    <>
      <Head title={t(`page.${place.page}`)} />
      <Empty>{place.needs === 'owner' ? t('closedOwner') : t('closed', { permission: t(`may.${place.needs}`) })}</Empty>
    </>
  );
}
