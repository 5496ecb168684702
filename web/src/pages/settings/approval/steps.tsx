import { ActionIcon, Button, Group, MultiSelect, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMembers } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { Icon } from '../../../ui/icons';
import { useRoles } from '../data';
import type { Policy } from '../use-policy';
import classes from './steps.module.css';

type Step = Policy['steps'][number];

interface StepsProps {
  value: Step[];
  onChange: (value: Step[]) => void;
  disabled?: boolean;
  error?: string;
}

// Steps stand in their order; each says whose yes it needs, and whether of one of them or of all.
export function Steps({ value, onChange, disabled, error }: StepsProps) {
  const { t } = useTranslation('approvalSettings');
  const change = (index: number, next: Partial<Step>) =>
    onChange(value.map((step, i) => (i === index ? { ...step, ...next } : step)));
  const swap = (index: number, other: number) => {
    const moved = [...value];
    [moved[index], moved[other]] = [moved[other] as Step, moved[index] as Step];
    onChange(moved);
  };
  const add = () => onChange([...value, { name: '', roles: [], members: [], need: 'any', client: false }]);
  return (
    <>
      <ol className={classes.steps}>
        {value.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by their place
          <li key={index}>
            <OneStep step={step} change={(next) => change(index, next)} disabled={disabled} />
            {!disabled && (
              <Group gap={4} className={classes.tools}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('up', { number: index + 1 })}
                  disabled={index === 0}
                  onClick={() => swap(index, index - 1)}
                >
                  <Icon name="up" size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('down', { number: index + 1 })}
                  disabled={index === value.length - 1}
                  onClick={() => swap(index, index + 1)}
                >
                  <Icon name="down" size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('remove', { number: index + 1 })}
                  onClick={() => onChange(value.filter((_, i) => i !== index))}
                >
                  <Icon name="trash" size={16} />
                </ActionIcon>
              </Group>
            )}
          </li>
        ))}
      </ol>
      {error && <p className={classes.error}>{error}</p>}
      {!disabled && (
        <Button variant="default" size="xs" leftSection={<Icon name="plus" size={14} />} onClick={add}>
          {t('add')}
        </Button>
      )}
    </>
  );
}

function OneStep({
  step,
  change,
  disabled,
}: {
  step: Step;
  change: (next: Partial<Step>) => void;
  disabled?: boolean;
}) {
  const { calendar } = useHere();
  const { t } = useTranslation('approvalSettings');
  const roles = (useRoles().data ?? []).filter((r) => r.preset);
  const members = (useMembers(calendar.id).data ?? []).filter((m) => m.permissions.includes('approve'));
  const nobody = step.roles.length === 0 && step.members.length === 0;
  return (
    <div className={classes.step}>
      <TextInput
        label={t('stepName')}
        value={step.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        maxLength={100}
        required
        disabled={disabled}
      />
      <Group grow align="start" preventGrowOverflow={false} className={classes.whose}>
        <MultiSelect
          label={t('roles')}
          data={roles.map((r) => ({ value: r.id, label: r.name }))}
          value={step.roles}
          onChange={(value) => change({ roles: value as Step['roles'] })}
          disabled={disabled}
        />
        <MultiSelect
          label={t('members')}
          data={members.map((m) => ({ value: m.id, label: m.name }))}
          value={step.members}
          onChange={(value) => change({ members: value })}
          searchable
          disabled={disabled}
        />
      </Group>
      {nobody && <p className={classes.note}>{t('anybody')}</p>}
      <Group gap="lg">
        <SegmentedControl
          size="xs"
          aria-label={t('need')}
          value={step.need}
          onChange={(need) => change({ need: need as Step['need'] })}
          disabled={disabled}
          data={[
            { value: 'any', label: t('any') },
            { value: 'all', label: t('all') },
          ]}
        />
        <Switch
          label={t('client')}
          checked={step.client}
          onChange={(event) => change({ client: event.currentTarget.checked })}
          disabled={disabled}
        />
      </Group>
    </div>
  );
}
