import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { permissions, type Role, useMayGive } from '../data';
import classes from './page.module.css';

interface RolePickerProps {
  roles: Role[];
  value: string[];
  onChange: (roles: string[]) => void;
  error?: string;
}

// RolePicker says of each role what it lets people do. Those that the reader may not give stay as they are.
export function RolePicker({ roles, value, onChange, error }: RolePickerProps) {
  const { t } = useTranslation(['members', 'settings']);
  const mayGive = useMayGive();
  const allows = (role: Role) => {
    if (role.permissions.length === permissions.length) return t('everything');
    const names = permissions.filter((p) => role.permissions.includes(p)).map((p) => t(`settings:may.${p}`));
    return names.join(', ');
  };
  return (
    <Checkbox.Group label={t('roles')} value={value} onChange={onChange} error={error} required>
      <div className={classes.roles}>
        {roles.map((role) => (
          <Checkbox
            key={role.id}
            value={role.id}
            label={role.name}
            description={mayGive(role) ? allows(role) : t('beyond')}
            disabled={!mayGive(role)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
