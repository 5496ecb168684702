import { Button, Checkbox, CloseButton, Group, Pill, Popover, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaigns, useChannels, usePillars } from '../../api/queries';
import { useHere } from '../../app/here';
import { Icon } from '../../ui/icons';
import { type StatusName, StatusShape, statuses } from '../../ui/status';
import classes from './filters.module.css';
import type { Change, View } from './view';

// Filters narrow what the calendar shows. They stand in the address, so a filtered calendar can be sent and kept.
export function Filters({ view, change }: { view: View; change: (change: Change) => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['calendar', 'common']);
  const channels = useChannels(calendar.id).data ?? [];
  const campaigns = useCampaigns(calendar.id).data ?? [];
  const pillars = usePillars(calendar.id).data ?? [];
  const [words, setWords] = useState(view.q);
  const seek = useDebouncedCallback((q: string) => change({ q }), 300);
  const options = (items: { id: string; name: string }[]) => items.map((i) => ({ value: i.id, label: i.name }));
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
          <Stack gap="sm">
            <fieldset className={classes.statuses}>
              <legend>{t('byStatus')}</legend>
              {statuses.map((s) => (
                <Checkbox
                  key={s}
                  size="xs"
                  checked={view.status.includes(s)}
                  onChange={(event) => toggle(s, event.currentTarget.checked)}
                  label={
                    <span className={classes.status}>
                      <StatusShape status={s} />
                      {t(`status.${s}`)}
                    </span>
                  }
                />
              ))}
            </fieldset>
            <Select
              label={t('channel')}
              data={options(channels)}
              value={view.channel || null}
              onChange={(v) => change({ channel: v ?? '' })}
              clearable
              comboboxProps={{ withinPortal: false }}
            />
            <Select
              label={t('campaign')}
              data={options(campaigns)}
              value={view.campaign || null}
              onChange={(v) => change({ campaign: v ?? '' })}
              clearable
              comboboxProps={{ withinPortal: false }}
            />
            <Select
              label={t('pillar')}
              data={options(pillars)}
              value={view.pillar || null}
              onChange={(v) => change({ pillar: v ?? '' })}
              clearable
              comboboxProps={{ withinPortal: false }}
            />
          </Stack>
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
