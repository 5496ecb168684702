import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';

// Broken stands in for a page that failed while it was drawn, so that the others can still be reached.
export function Broken() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Stack component="main" maw="36rem" mx="auto" p="xl" mt="10vh">
      <Title order={1}>{t('broken.title')}</Title>
      <Text>{t('broken.what')}</Text>
      <Text c="dimmed" size="sm" ff="monospace">
        {error instanceof Error ? error.message : String(error)}
      </Text>
      <Group>
        <Button onClick={() => window.location.reload()}>{t('broken.reload')}</Button>
        <Button variant="default" component={Link} to="/" reloadDocument>
          {t('broken.home')}
        </Button>
      </Group>
    </Stack>
  );
}

export function Missing() {
  const { t } = useTranslation();
  return (
    <Stack component="main" maw="36rem" mx="auto" p="xl" mt="10vh">
      <Title order={1}>{t('missing.title')}</Title>
      <Text>{t('missing.what')}</Text>
      <Group>
        <Button component={Link} to="/">
          {t('broken.home')}
        </Button>
      </Group>
    </Stack>
  );
}
