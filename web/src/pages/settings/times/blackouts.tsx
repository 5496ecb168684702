import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';
import { addDays, instantIn, wallAt } from '../../../lib/time';
import { Icon } from '../../../ui/icons';
import classes from '../quiet-hours.module.css';

type Blackout = Schemas['Blackout'];

interface BlackoutsProps {
  value: Blackout[];
  onChange: (value: Blackout[]) => void;
  disabled?: boolean;
  error?: string;
}

// Blackouts are days or hours in which nothing leaves, once, with the reason that people will read.
export function Blackouts({ value, onChange, disabled, error }: BlackoutsProps) {
  const { calendar } = useHere();
  const { t } = useTranslation('times');
  const zone = calendar.time_zone;
  const change = (index: number, next: Partial<Blackout>) =>
    onChange(value.map((b, i) => (i === index ? { ...b, ...next } : b)));
  const moment = (wall: string) => instantIn(wall, zone).toISOString();
  const add = () => {
    const tomorrow = addDays(wallAt(new Date(), zone).slice(0, 10), 1);
    const span = { from: moment(`${tomorrow}T00:00`), to: moment(`${addDays(tomorrow, 1)}T00:00`) };
    onChange([...value, { ...span, reason: '' }]);
  };
  return (
    <div className={classes.quiet}>
      {value.map((blackout, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name of their own
        <fieldset key={index} className={classes.span}>
          <legend className="visually-hidden">{t('blackout', { number: index + 1 })}</legend>
          <Group gap="xs" align="end">
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="datetime-local"
                label={t(`end.${end}`)}
                value={wallAt(blackout[end], zone)}
                onChange={(event) =>
                  event.currentTarget.value && change(index, { [end]: moment(event.currentTarget.value) })
                }
                disabled={disabled}
              />
            ))}
            {!disabled && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('removeBlackout', { number: index + 1 })}
                onClick={() => onChange(value.filter((_, i) => i !== index))}
              >
                <Icon name="trash" size={16} />
              </ActionIcon>
            )}
          </Group>
          <TextInput
            label={t('reason')}
            value={blackout.reason}
            onChange={(event) => change(index, { reason: event.currentTarget.value })}
            maxLength={500}
            disabled={disabled}
          />
        </fieldset>
      ))}
      {error && <p className={classes.error}>{error}</p>}
      {!disabled && (
        <Button variant="default" size="xs" leftSection={<Icon name="plus" size={14} />} onClick={add}>
          {t('addBlackout')}
        </Button>
      )}
    </div>
  );
}
