import { MultiSelect, NumberInput, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMembers } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { durationOf, minutesOf } from '../../../lib/duration';
import { troubleAt } from '../../../ui/trouble';
import type { Policy } from '../use-policy';

// a field for a few digits, whose words are longer than it is
const short = { label: { whiteSpace: 'nowrap' }, description: { width: '30rem', maxWidth: '85vw' } } as const;

interface WaitingProps {
  policy: Policy;
  set: (next: Partial<Policy>) => void;
  error: unknown;
  disabled: boolean;
}

// While a post waits for its approval: until when people should answer, who stands in, and who hears of it when nobody does.
export function WhileWaiting({ policy, set, error, disabled }: WaitingProps) {
  const { calendar } = useHere();
  const { t } = useTranslation('approvalSettings');
  const members = useMembers(calendar.id).data ?? [];
  const approvers = members.filter((m) => m.permissions.includes('approve'));
  const named = (list: typeof members) => list.map((m) => ({ value: m.id, label: m.name }));
  const { escalation } = policy;
  const hours = (value: string | number) => durationOf(Number(value) * 60);
  return (
    <Stack maw="34rem">
      <NumberInput
        label={t('ahead')}
        description={t('aheadHelp')}
        value={minutesOf(policy.approve_ahead) / 60}
        onChange={(value) => Number(value) > 0 && set({ approve_ahead: hours(value) })}
        min={1}
        max={336}
        suffix={t('hours')}
        w="10rem"
        styles={short}
        disabled={disabled}
        error={troubleAt(error, '/policy/approve_ahead')}
      />
      <Select
        label={t('deputy')}
        description={t('deputyHelp')}
        placeholder={t('nobody')}
        data={named(approvers)}
        value={policy.deputy || null}
        onChange={(value) => set({ deputy: value ?? '' })}
        clearable
        clearButtonProps={{ 'aria-label': t('nobody') }}
        disabled={disabled}
        error={troubleAt(error, '/policy/deputy')}
      />
      <NumberInput
        label={t('escalate')}
        description={t('escalateHelp')}
        value={minutesOf(escalation.after) / 60 || ''}
        onChange={(value) => set({ escalation: { ...escalation, after: Number(value) ? hours(value) : '' } })}
        min={0}
        max={720}
        suffix={t('hours')}
        w="10rem"
        styles={short}
        disabled={disabled}
        error={troubleAt(error, '/policy/escalation/after')}
      />
      <MultiSelect
        label={t('escalateTo')}
        description={t('escalateToHelp')}
        data={named(members.filter((m) => !m.service))}
        value={escalation.to}
        onChange={(to) => set({ escalation: { ...escalation, to } })}
        disabled={disabled}
        error={troubleAt(error, '/policy/escalation/to')}
      />
    </Stack>
  );
}
