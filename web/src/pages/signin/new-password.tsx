import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

// NewPassword is where somebody chooses one. What is asked of it is the server's to say; the field keeps to the lengths.
export function NewPassword({
  label,
  error,
  autoFocus,
}: {
  label: string;
  error: string | undefined;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation(['door', 'signin']);
  return (
    <PasswordInput
      name="password"
      label={label}
      description={t('chooseHelp')}
      autoComplete="new-password"
      required
      minLength={12}
      maxLength={256}
      autoFocus={autoFocus}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': t('signin:show') }}
    />
  );
}
