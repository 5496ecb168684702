import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cityOf, offsetAt, offsetLabel } from '../../../lib/time';

interface ZoneSelectProps {
  value: string;
  onChange: (zone: string) => void;
  label?: string;
  description?: string;
  disabled?: boolean;
  error?: string;
}

// ZoneSelect chooses the clocks that a calendar, or whatever its label says, goes by: found by city or by offset.
export function ZoneSelect({ value, onChange, label, description, disabled, error }: ZoneSelectProps) {
  const { t } = useTranslation('calendarSettings');
  const zones = useMemo(() => {
    const now = new Date();
    const all = [...new Set([value, ...Intl.supportedValuesOf('timeZone')])].filter(Boolean);
    return all.map((zone) => ({
      value: zone,
      label: `${cityOf(zone)} (${zone}, ${offsetLabel(offsetAt(zone, now))})`,
    }));
  }, [value]);
  return (
    <Select
      label={label ?? t('zone')}
      description={description ?? t('zoneHelp')}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      data={zones}
      searchable
      limit={60}
      allowDeselect={false}
      nothingFoundMessage={t('noZone')}
      disabled={disabled}
      error={error}
      required={!label}
    />
  );
}
