import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { api, ask, Refused } from '../api/client';
import { useCalendars, useMe } from '../api/queries';
import { lastCalendar } from '../lib/last';
import { sentence } from '../ui/trouble';
import { Waiting } from './waiting';

// Home leads to the calendar that was open last, or to the first there is.
export function Home() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: calendars, error } = useCalendars();
  const me = useMe().data;
  if (error instanceof Refused && error.status === 401) return <Navigate to="/sign-in" replace />;
  if (error) {
    return (
      <Center mih="60vh" p="md">
        <Text>{sentence(error)}</Text>
      </Center>
    );
  }
  if (!calendars) {
    return <Waiting />;
  }
  const open = calendars.filter((c) => !c.archived_at);
  const calendar = open.find((c) => c.id === lastCalendar()) ?? open[0];
  if (calendar) return <Navigate to={`/calendars/${calendar.id}`} replace />;
  const leave = async () => {
    await ask(api.DELETE('/api/v1/session')).catch(() => undefined);
    client.clear();
    window.location.assign('/sign-in');
  };
  return (
    <Stack component="main" maw="34rem" mx="auto" p="xl" mt="12vh">
      <Title order={1}>{t('nowhere.title')}</Title>
      <Text>{t('nowhere.what')}</Text>
      <Group gap="xs">
        {me?.owner && (
          <Button component={Link} to="/start">
            {t('nowhere.make')}
          </Button>
        )}
        <Button variant="default" onClick={leave}>
          {t('me.signOut')}
        </Button>
      </Group>
    </Stack>
  );
}
