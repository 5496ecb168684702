import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';

// Crossed tells that somebody else has just set what the reader is setting, too.
export function Crossed({ fields }: { fields: string[] }) {
  const { t } = useTranslation('settings');
  if (fields.length === 0) return null;
  return (
    <Alert color="yellow" role="alert" title={t('crossed.title')}>
      {t('crossed.what', { fields: [...new Set(fields)].join(', ') })}
    </Alert>
  );
}
