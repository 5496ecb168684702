import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, versioned } from '../../api/client';
import { useCalendars } from '../../api/queries';
import { useHere } from '../../app/here';
import { changeLanguage, type Language } from '../../i18n';
import type { IconName } from '../../ui/icons';
import { showTrouble } from '../../ui/trouble';
import { places } from '../settings/places';

// Command is one thing that the palette leads to, or does.
export interface Command {
  key: string;
  group: 'posts' | 'pages' | 'actions' | 'calendars';
  icon: IconName;
  label: string;
  also?: string; // words that find it, too
  hint?: string;
  status?: string; // of a post
  to?: string;
  run?: () => void;
}

// useCommands lists where the reader can go from here, and what they can do.
export function useCommands(help: () => void): Command[] {
  const { calendar, me, may } = useHere();
  const { t } = useTranslation(['palette', 'common', 'settings']);
  const calendars = useCalendars().data?.filter((c) => !c.archived_at && c.id !== calendar.id) ?? [];
  const base = `/calendars/${calendar.id}`;
  const page = (path: string, icon: IconName, label: string, also = '', hint = ''): Command => ({
    key: path,
    group: 'pages',
    icon,
    label,
    also,
    hint,
    to: `${base}${path}`,
  });
  return [
    page('', 'calendar', t('common:nav.calendar'), t('also.calendar')),
    page('/approval', 'check', t('common:nav.approval'), t('also.approval')),
    page('/desk', 'desk', t('common:nav.desk'), t('also.desk')),
    page('/crisis', 'warning', t('common:crisis.room'), t('also.crisis')),
    page('?view=list', 'filter', t('list')),
    page('?view=week', 'calendar', t('week')),
    ...places
      .filter((p) => (p.needs === 'owner' ? me.owner : may(p.needs)))
      .map((p) =>
        page(
          `/settings/${p.page}`,
          'settings',
          t(`settings:page.${p.page}`),
          t('also.settings'),
          t('common:nav.settings'),
        ),
      ),
    ...useActions(help),
    ...calendars.map(
      (c): Command => ({ key: c.id, group: 'calendars', icon: 'calendar', label: c.name, to: `/calendars/${c.id}` }),
    ),
  ];
}

function useActions(help: () => void): Command[] {
  const { calendar, me, may } = useHere();
  const { t, i18n } = useTranslation(['palette', 'common']);
  const client = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const base = `/calendars/${calendar.id}`;
  const other: Language = i18n.language === 'fr' ? 'en' : 'fr';
  const night = colorScheme !== 'dark';
  const speak = async () => {
    try {
      const { etag } = await versioned(api.GET('/api/v1/me'));
      const params = { header: { 'If-Match': etag } };
      await ask(api.PATCH('/api/v1/me', { params, body: { language: other } }));
      await changeLanguage(other);
      await client.invalidateQueries();
    } catch (error) {
      showTrouble(error);
    }
  };
  const read = async () => {
    try {
      const { last } = await ask(api.GET('/api/v1/notices/count'));
      if (last > 0) await ask(api.POST('/api/v1/notices/read', { body: { up_to: last } }));
      await client.invalidateQueries();
    } catch (error) {
      showTrouble(error);
    }
  };
  const act = (key: string, icon: IconName, label: string, what: Partial<Command>): Command => ({
    key,
    group: 'actions',
    icon,
    label,
    ...what,
  });
  return [
    ...(may('write') ? [act('new', 'plus', t('new'), { to: `${base}/posts/new`, also: t('also.new') })] : []),
    ...(may('write') ? [act('pause', 'pause', t('pause'), { to: `${base}/desk`, also: t('also.pause') })] : []),
    act('crisis', 'warning', t('openCrisis'), { to: `${base}/crisis`, also: t('also.crisis') }),
    act('read', 'bell', t('common:bell.read'), { run: read }),
    act('keys', 'help', t('shortcuts.title'), { run: help, hint: '?' }),
    act('night', night ? 'moon' : 'sun', t(night ? 'dark' : 'light'), {
      run: () => setColorScheme(night ? 'dark' : 'light'),
    }),
    act('language', 'user', t(other === 'fr' ? 'french' : 'english'), { run: speak, also: t('also.language') }),
    ...(me.owner ? [act('calendar', 'plus', t('common:nowhere.make'), { to: '/start' })] : []),
  ];
}
