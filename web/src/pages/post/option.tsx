import { Select, Switch, TextInput } from '@mantine/core';
import type { Schemas } from '../../api/client';

interface OptionFieldProps {
  option: Schemas['Option'];
  value: unknown;
  change: (value: unknown) => void;
}

// OptionField draws an option of a platform from what the platform says of it.
export function OptionField({ option, value, change }: OptionFieldProps) {
  if (option.kind === 'toggle') {
    return (
      <Switch
        label={option.label}
        checked={value === true}
        onChange={(event) => change(event.currentTarget.checked || undefined)}
      />
    );
  }
  if (option.kind === 'choice') {
    return (
      <Select
        label={option.label}
        data={option.choices}
        value={(value as string | undefined) ?? null}
        onChange={(v) => change(v ?? undefined)}
        clearable
      />
    );
  }
  return (
    <TextInput
      label={option.label}
      maxLength={option.max || undefined}
      value={(value as string | undefined) ?? ''}
      onChange={(event) => change(event.currentTarget.value || undefined)}
    />
  );
}
