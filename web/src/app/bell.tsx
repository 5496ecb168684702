import { ActionIcon, Button, Indicator, Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { keys } from '../api/queries';
import { clockTime, formatWall, wallAt } from '../lib/time';
import { Icon } from '../ui/icons';
import { showTrouble } from '../ui/trouble';
import classes from './bell.module.css';
import { useHere } from './here';

// Bell is what one was told: how much of it is unread, and the last of it, in one's own words.
export function Bell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const narrow = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768) ?? false;
  const count = useQuery({
    queryKey: keys.noticeCount,
    queryFn: () => ask(api.GET('/api/v1/notices/count')),
    staleTime: 60_000,
  }).data;
  const unread = count?.unread ?? 0;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position={narrow ? 'bottom-end' : 'right-end'}
      width="min(22.5rem, 94vw)"
      trapFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          onClick={() => setOpen(!open)}
          aria-label={t('bell.button', { count: unread })}
        >
          <Indicator
            disabled={unread === 0}
            color={count && count.alarms > 0 ? 'red' : 'ink'}
            size={8}
            offset={2}
            display="grid"
          >
            <Icon name="bell" />
          </Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0}>{open && <Told last={count?.last ?? 0} close={() => setOpen(false)} />}</Popover.Dropdown>
    </Popover>
  );
}

function Told({ last, close }: { last: number; close: () => void }) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const found = useQuery({
    queryKey: [...keys.notices, last],
    queryFn: () => ask(api.GET('/api/v1/notices', { params: { query: { limit: 30 } } })),
  });
  const read = async () => {
    try {
      client.setQueryData(keys.noticeCount, await ask(api.POST('/api/v1/notices/read', { body: { up_to: last } })));
      client.invalidateQueries({ queryKey: keys.notices });
    } catch (error) {
      showTrouble(error);
    }
  };
  const items = found.data?.items ?? [];
  const when = (at: string) => {
    const wall = wallAt(at, calendar.time_zone);
    return `${formatWall(wall, i18n.language, { day: 'numeric', month: 'short' })}, ${clockTime(wall, i18n.language)}`;
  };
  return (
    <section aria-label={t('bell.title')} className={classes.told}>
      <header>
        <h2>{t('bell.title')}</h2>
        {items.some((n) => !n.read_at) && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={read}>
            {t('bell.read')}
          </Button>
        )}
      </header>
      {found.data && items.length === 0 && <p className={classes.none}>{t('bell.none')}</p>}
      <ul>
        {items.map((n) => (
          <li key={n.seq} data-unread={!n.read_at || undefined} data-weight={n.weight}>
            <strong>{n.words}</strong>
            {n.post && (
              <Link to={`/calendars/${n.calendar}/posts/${n.post}`} onClick={close}>
                {n.title || t('bell.post')}
              </Link>
            )}
            {n.note && <q>{n.note}</q>}
            <span className="numbers">
              {n.by.name} · {when(n.at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
