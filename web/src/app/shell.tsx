import { Alert, Center, Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, NavLink, Outlet, useLocation, useParams } from 'react-router';
import { api, ask, type Calendar, type Me, Refused, versioned } from '../api/client';
import { useLive } from '../api/events';
import { useCalendars, useMe, usePosts } from '../api/queries';
import { changeLanguage, type Language } from '../i18n';
import { keepCalendar } from '../lib/last';
import { troubled, unsettled } from '../lib/unsettled';
import { Icon, type IconName } from '../ui/icons';
import { sentence, showTrouble } from '../ui/trouble';
import { Bell } from './bell';
import { Missing } from './broken';
import { CrisisBanner } from './crisis-banner';
import { HereContext } from './here';
import { Keys } from './keys';
import { PauseBanner } from './pause-banner';
import classes from './shell.module.css';
import { Waiting } from './waiting';

// Shell stands around every page of a calendar: where one is, where one can go, who one is, and whether releases are paused.
export function Shell() {
  const { calendar: id = '' } = useParams();
  const { t, i18n } = useTranslation();
  const location = useLocation();
  const me = useMe();
  const calendars = useCalendars();
  useLive();
  useEffect(() => keepCalendar(id), [id]);
  const spoken = me.data?.language;
  useEffect(() => {
    if (spoken) changeLanguage(spoken);
  }, [spoken]);

  const error = me.error ?? calendars.error;
  if (error instanceof Refused && error.status === 401) {
    const next = encodeURIComponent(location.pathname + location.search);
    return <Navigate to={`/sign-in?next=${next}`} replace />;
  }
  if (error && (!me.data || !calendars.data)) {
    return (
      <Center mih="60vh" p="md">
        <Alert color="red">{sentence(error)}</Alert>
      </Center>
    );
  }
  if (!me.data || !calendars.data || i18n.language !== me.data.language) {
    return <Waiting />;
  }
  const calendar = calendars.data.find((c) => c.id === id);
  if (!calendar) return <Missing />;
  const here = { me: me.data, calendar, may: (permission: string) => calendar.permissions.includes(permission) };
  return (
    <HereContext value={here}>
      <a className="skip-link" href="#page">
        {t('skip')}
      </a>
      <div className={classes.shell}>
        <header className={classes.side}>
          <Link to="/" className={classes.name} aria-label="Parution">
            Parution<span aria-hidden="true">.</span>
          </Link>
          <CalendarSwitch calendar={calendar} calendars={calendars.data} owner={me.data.owner} />
          <Keys />
          <Places calendar={calendar} me={me.data} />
          <div className={classes.mine}>
            <MyMenu me={me.data} calendar={calendar.id} />
            <Bell />
          </div>
        </header>
        <div className={classes.body}>
          <CrisisBanner />
          <PauseBanner />
          <main id="page" tabIndex={-1} className={classes.page}>
            <Outlet />
          </main>
        </div>
      </div>
    </HereContext>
  );
}

function CalendarSwitch({ calendar, calendars, owner }: { calendar: Calendar; calendars: Calendar[]; owner: boolean }) {
  const { t } = useTranslation();
  const others = calendars.filter((c) => !c.archived_at || c.id === calendar.id);
  return (
    <Menu position="bottom-start" width={240} disabled={others.length < 2 && !owner}>
      <Menu.Target>
        <UnstyledButton className={classes.calendar} aria-label={t('nav.calendarNow', { name: calendar.name })}>
          <span>{calendar.name}</span>
          {(others.length > 1 || owner) && <Icon name="down" size={14} />}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map((c) => (
          <Menu.Item key={c.id} component={Link} to={`/calendars/${c.id}`} fw={c.id === calendar.id ? 600 : 400}>
            {c.name}
          </Menu.Item>
        ))}
        {owner && <Menu.Divider />}
        {owner && (
          <Menu.Item component={Link} to="/start">
            {t('nav.newCalendar')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Places({ calendar, me }: { calendar: Calendar; me: Me }) {
  const { t } = useTranslation();
  const review = usePosts(calendar.id, { status: ['in_review'] }).data ?? [];
  const mine = review.filter((p) => p.waits_for?.members.includes(me.member)).length;
  const inHand = usePosts(calendar.id, { status: [...troubled] }).data ?? [];
  const now = Date.now();
  const troubles = inHand.flatMap((p) => p.deliveries).filter((d) => unsettled(d, now)).length;
  const base = `/calendars/${calendar.id}`;
  return (
    <nav aria-label={t('nav.main')} className={classes.places}>
      <Place to={base} icon="calendar" label={t('nav.calendar')} />
      <Place to={`${base}/approval`} icon="check" label={t('nav.approval')} count={mine} />
      <Place to={`${base}/desk`} icon="desk" label={t('nav.desk')} count={troubles} />
      <Place to={`${base}/settings`} icon="settings" label={t('nav.settings')} end={false} />
    </nav>
  );
}

function Place({
  to,
  icon,
  label,
  count,
  end = true,
}: {
  to: string;
  icon: IconName;
  label: string;
  count?: number;
  end?: boolean;
}) {
  return (
    <NavLink to={to} end={end} className={classes.place}>
      <Icon name={icon} />
      <span>{label}</span>
      {Boolean(count) && <span className={classes.count}>{count}</span>}
    </NavLink>
  );
}

function MyMenu({ me, calendar }: { me: Me; calendar: string }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const speakNow = async (language: string) => {
    try {
      const { etag } = await versioned(api.GET('/api/v1/me'));
      await ask(
        api.PATCH('/api/v1/me', { params: { header: { 'If-Match': etag } }, body: { language: language as Language } }),
      );
      await changeLanguage(language as Language);
      await client.invalidateQueries();
    } catch (error) {
      showTrouble(error);
    }
  };
  const leave = async () => {
    try {
      await ask(api.DELETE('/api/v1/session'));
      client.clear();
      window.location.assign('/sign-in');
    } catch (error) {
      showTrouble(error);
    }
  };
  return (
    <Menu position="top-start" width={230}>
      <Menu.Target>
        <UnstyledButton className={classes.me} aria-label={t('me.menu', { name: me.name })}>
          <span className={classes.initials} aria-hidden="true">
            {initials(me.name)}
          </span>
          <span className={classes.myName}>{me.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.choice}>
          <Text size="xs" c="dimmed" id="my-language">
            {t('me.language')}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="my-language"
            value={i18n.language}
            onChange={speakNow}
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <div className={classes.choice}>
          <Text size="xs" c="dimmed" id="my-colours">
            {t('me.colours')}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="my-colours"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
            data={[
              { value: 'light', label: t('me.light') },
              { value: 'dark', label: t('me.dark') },
              { value: 'auto', label: t('me.auto') },
            ]}
          />
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to={`/calendars/${calendar}/settings/profile`}>
          {t('me.account')}
        </Menu.Item>
        <Menu.Item onClick={leave}>{t('me.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}
