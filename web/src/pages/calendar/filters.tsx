import { Button, CloseButton, Group, Loader, Pill, Popover, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaigns, useChannels, usePillars } from '../../api/queries';
import { useHere } from '../../app/here';
import { Icon } from '../../ui/icons';
import type { StatusName } from '../../ui/status';
import classes from './filters.module.css';
import type { Change, View } from './view';

const FilterFields = lazy(() => import('./filter-fields'));

// Filters narrow what the calendar shows. They stand in the address, so a filtered calendar can be sent and kept.
export function Filters({ view, change }: { view: View; change: (change: Change) => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['calendar', 'common']);
  const channels = useChannels(calendar.id).data ?? [];
  const campaigns = useCampaigns(calendar.id).data ?? [];
  const pillars = usePillars(calendar.id).data ?? [];
  const [words, setWords] = useState(view.q);
  const seek = useDebouncedCallback((q: string) => change({ q }), 300);
  const [sought, setSought] = useState(view.q);
  // the address may come to say other words, or none, while nobody types
  if (sought !== view.q) {
    setSought(view.q);
    if (!seek.isPending() && words.trim() !== view.q) setWords(view.q);
  }
  const toggle = (status: string, on: boolean) =>
    change({ status: (on ? [...view.status, status] : view.status.filter((s) => s !== status)).join(',') });
  const set = [
    ...view.status.map((s) => ({ key: s, label: t(`status.${s as StatusName}`), clear: () => toggle(s, false) })),
    ...(
      [
        ['channel', channels],
        ['campaign', campaigns],
        ['pillar', pillars],
      ] as const
    )
      .filter(([key]) => view[key])
      .map(([key, items]) => ({
        key,
        label: items.find((i) => i.id === view[key])?.name ?? '…',
        clear: () => change({ [key]: '' }),
      })),
  ];

  return (
    <Group gap="xs">
      <TextInput
        className={classes.search}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<Icon name="search" size={16} />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          seek(event.currentTarget.value.trim());
        }}
        rightSection={
          words && (
            <CloseButton
              size="sm"
              aria-label={t('clearSearch')}
              onClick={() => {
                setWords('');
                change({ q: '' });
              }}
            />
          )
        }
      />
      <Popover position="bottom-start" width={330} trapFocus withinPortal>
        <Popover.Target>
          <Button variant="default" leftSection={<Icon name="filter" />}>
            {t('filters')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Suspense fallback={<Loader size="sm" />}>
            <FilterFields view={view} change={change} toggle={toggle} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      {set.map((f) => (
        <Pill
          key={f.key}
          size="md"
          withRemoveButton
          onRemove={f.clear}
          removeButtonProps={{ 'aria-label': t('clearFilter', { name: f.label }), 'aria-hidden': false, tabIndex: 0 }}
        >
          {f.label}
        </Pill>
      ))}
    </Group>
  );
}
