import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

// Waiting stands in while something is fetched.
export function Waiting() {
  const { t } = useTranslation();
  return (
    <Center mih="50vh">
      <Loader aria-label={t('loading')} />
    </Center>
  );
}
