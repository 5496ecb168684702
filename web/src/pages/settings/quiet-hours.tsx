import { ActionIcon, Button, Chip, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { asUTC, formatWall } from '../../lib/time';
import { Icon } from '../../ui/icons';
import classes from './quiet-hours.module.css';

export type Quiet = Schemas['QuietHours'];
type Day = Quiet['days'][number];

// a week that begins on a Monday, to name its days by
export const days: [Day, string][] = [
  ['mon', '2026-11-30'],
  ['tue', '2026-12-01'],
  ['wed', '2026-12-02'],
  ['thu', '2026-12-03'],
  ['fri', '2026-12-04'],
  ['sat', '2026-12-05'],
  ['sun', '2026-12-06'],
];

interface QuietHoursProps {
  value: Quiet[];
  onChange: (value: Quiet[]) => void;
  disabled?: boolean;
  error?: string;
}

// QuietHours are spans in which nothing leaves, on the days that they begin on; no day chosen is every day.
export function QuietHours({ value, onChange, disabled, error }: QuietHoursProps) {
  const { t, i18n } = useTranslation('settings');
  const change = (index: number, next: Partial<Quiet>) =>
    onChange(value.map((quiet, i) => (i === index ? { ...quiet, ...next } : quiet)));
  const over = (quiet: Quiet) =>
    quiet.from !== '' && quiet.to !== '' && asUTC(`2026-12-01T${quiet.to}`) <= asUTC(`2026-12-01T${quiet.from}`);
  return (
    <div className={classes.quiet}>
      {value.map((quiet, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name of their own
        <fieldset key={index} className={classes.span}>
          <legend className="visually-hidden">{t('quiet.one', { number: index + 1 })}</legend>
          <Group gap="xs" align="end">
            <TextInput
              type="time"
              label={t('quiet.from')}
              value={quiet.from}
              onChange={(event) => change(index, { from: event.currentTarget.value })}
              disabled={disabled}
            />
            <TextInput
              type="time"
              label={over(quiet) ? t('quiet.toNext') : t('quiet.to')}
              value={quiet.to}
              onChange={(event) => change(index, { to: event.currentTarget.value })}
              disabled={disabled}
            />
            {!disabled && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('quiet.remove', { number: index + 1 })}
                onClick={() => onChange(value.filter((_, i) => i !== index))}
              >
                <Icon name="trash" size={16} />
              </ActionIcon>
            )}
          </Group>
          <Chip.Group multiple value={quiet.days} onChange={(chosen) => change(index, { days: chosen as Day[] })}>
            <Group gap={6} role="group" aria-label={t('quiet.days')}>
              {days.map(([day, date]) => (
                <Chip key={day} value={day} size="xs" disabled={disabled}>
                  {formatWall(date, i18n.language, { weekday: 'short' })}
                </Chip>
              ))}
              {quiet.days.length === 0 && <span className={classes.every}>{t('quiet.every')}</span>}
            </Group>
          </Chip.Group>
        </fieldset>
      ))}
      {error && <p className={classes.error}>{error}</p>}
      {!disabled && (
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => onChange([...value, { days: [], from: '22:00', to: '07:00' }])}
        >
          {t('quiet.add')}
        </Button>
      )}
    </div>
  );
}
