import { Alert, Button, CopyButton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './secret.module.css';

// Secret shows what is shown once: a link, a token, codes.
export function Secret({ title, value, done }: { title: string; value: string; done: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert title={title} withCloseButton onClose={done} closeButtonLabel={t('close')} mb="md">
      <Stack gap="xs" align="flex-start">
        <code className={classes.secret}>{value}</code>
        <Text size="xs">{t('secret.once')}</Text>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {t(copied ? 'secret.copied' : 'secret.copy')}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Alert>
  );
}
