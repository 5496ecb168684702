import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cityOf, offsetAt, offsetLabel } from '../../../lib/time';

interface ZoneSelectProps {
  value: string;
  onChange: (zone: string) => void;
  disabled?: boolean;
  error?: string;
}

// ZoneSelect chooses the clocks that a calendar goes by, found by city or by offset.
export function ZoneSelect({ value, onChange, disabled, error }: ZoneSelectProps) {
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
      label={t('zone')}
      description={t('zoneHelp')}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      data={zones}
      searchable
      limit={60}
      allowDeselect={false}
      nothingFoundMessage={t('noZone')}
      disabled={disabled}
      error={error}
      required
    />
  );
}
