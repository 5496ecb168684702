import { Alert, Button, Checkbox, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { api, ask, Refused } from '../../api/client';
import { keys, useMe } from '../../api/queries';
import { Waiting } from '../../app/waiting';
import { changeLanguage } from '../../i18n';
import { myZone } from '../../lib/time';
import { Door } from '../../ui/door';
import { sentence } from '../../ui/trouble';

// Start makes a calendar: the first of an instance, or another. Whoever makes it is its manager; the next thing that it needs
// is a channel, so that is where one lands.
export function Component() {
  const { t, i18n } = useTranslation('start');
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [zone, setZone] = useState(myZone());
  const [language, setLanguage] = useState<'en' | 'fr'>(i18n.language === 'fr' ? 'fr' : 'en');
  const [feed, setFeed] = useState(true);
  const [sample, setSample] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const spoken = me.data?.language;
  useEffect(() => {
    if (spoken) changeLanguage(spoken);
  }, [spoken]);
  const zones = useMemo(() => [...new Set([myZone(), ...Intl.supportedValuesOf('timeZone')])], []);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    setBusy(true);
    setTrouble('');
    try {
      const made = await ask(
        api.POST('/api/v1/calendars', {
          params: { header: { 'Idempotency-Key': key } },
          body: { name, time_zone: zone, language },
        }),
      );
      if (feed) {
        const path = { calendar: made.id };
        await ask(
          api.POST('/api/v1/calendars/{calendar}/channels', { params: { path }, body: { platform: 'feed', name } }),
        );
      }
      if (sample) await plant(made.id);
      await client.invalidateQueries({ queryKey: keys.me });
      await client.invalidateQueries({ queryKey: keys.calendars });
      navigate(`/calendars/${made.id}${feed ? '' : '/settings/channels'}`, { replace: true });
    } catch (error) {
      setTrouble(sentence(error));
      setBusy(false);
    }
  };

  // the calendar stands without its example, too
  const plant = (calendar: string) =>
    ask(api.POST('/api/v1/calendars/{calendar}/sample', { params: { path: { calendar } } })).catch(() => {
      notifications.show({ message: t('sampleFailed'), withBorder: true });
    });

  if (me.error instanceof Refused && me.error.status === 401) return <Navigate to="/sign-in?next=/start" replace />;
  if (!me.data) return <Waiting />;
  return (
    <Door>
      <div>
        <Title order={1}>{t('title')}</Title>
        <Text c="dimmed" mt={4}>
          {t('what')}
        </Text>
      </div>
      <form onSubmit={submit}>
        <Stack>
          <TextInput name="name" label={t('name')} description={t('nameHelp')} required maxLength={200} autoFocus />
          <Select
            label={t('zone')}
            description={t('zoneHelp')}
            data={zones}
            value={zone}
            onChange={(v) => setZone(v ?? zone)}
            searchable
            allowDeselect={false}
            limit={100}
          />
          <Select
            label={t('language')}
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
            value={language}
            onChange={(v) => setLanguage(v === 'fr' ? 'fr' : 'en')}
            allowDeselect={false}
          />
          <Select
            label={t('channel')}
            description={t('channelHelp')}
            data={[
              { value: 'feed', label: t('feed') },
              { value: 'later', label: t('later') },
            ]}
            value={feed ? 'feed' : 'later'}
            onChange={(v) => setFeed(v === 'feed')}
            allowDeselect={false}
          />
          <Checkbox
            label={t('sample')}
            description={t('sampleHelp')}
            checked={sample}
            onChange={(event) => setSample(event.currentTarget.checked)}
          />
          {trouble && (
            <Alert color="red" role="alert">
              {trouble}
            </Alert>
          )}
          <Button type="submit" size="md" loading={busy}>
            {t('make')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
