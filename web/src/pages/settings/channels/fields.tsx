import { PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { troubleAt } from '../../../ui/trouble';

type Field = Schemas['Field'];
type Group = 'settings' | 'credentials';

interface FieldsProps {
  group: Group;
  fields: Field[];
  trouble: unknown;
  values?: Record<string, string>;
  optional?: boolean; // what is left empty stays as it is
}

// Fields are drawn from what the server says that a platform needs: no platform is known by its name here.
export function Fields({ group, fields, trouble, values = {}, optional = false }: FieldsProps) {
  const { t } = useTranslation(['channels', 'signin']);
  return fields.map((field) => {
    const shared = {
      name: `${group}.${field.name}`,
      label: field.label,
      defaultValue: values[field.name] ?? '',
      required: field.required && !optional,
      error: troubleAt(trouble, `/${group}/${field.name}`),
      autoComplete: 'off',
      spellCheck: false,
    };
    return group === 'credentials' ? (
      <PasswordInput
        key={field.name}
        {...shared}
        placeholder={optional ? t('unchanged') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('signin:show') }}
      />
    ) : (
      <TextInput key={field.name} {...shared} />
    );
  });
}

// readFields reads what was filled in; what is empty is not sent.
export function readFields(form: FormData, group: Group, fields: Field[]): Record<string, string> {
  const filled = fields.map(({ name }) => [name, String(form.get(`${group}.${name}`) ?? '').trim()] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== ''));
}
