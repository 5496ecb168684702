import { Checkbox, Select, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaigns, useChannels, usePillars } from '../../api/queries';
import { useHere } from '../../app/here';
import { StatusShape, statuses } from '../../ui/status';
import classes from './filters.module.css';
import type { Change, View } from './view';

interface FilterFieldsProps {
  view: View;
  change: (change: Change) => void;
  toggle: (status: string, on: boolean) => void;
}

// FilterFields are what one can filter by. They come a moment after their frame, and the keyboard goes on in them.
export default function FilterFields({ view, change, toggle }: FilterFieldsProps) {
  const { calendar } = useHere();
  const { t } = useTranslation(['calendar', 'common']);
  const channels = useChannels(calendar.id).data ?? [];
  const campaigns = useCampaigns(calendar.id).data ?? [];
  const pillars = usePillars(calendar.id).data ?? [];
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector('input')?.focus(), []);
  const options = (items: { id: string; name: string }[]) => items.map((i) => ({ value: i.id, label: i.name }));
  return (
    <Stack gap="sm" ref={frame}>
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
  );
}
