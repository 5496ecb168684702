import { Alert, Button, Group, Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every, type Schemas } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { FormTrouble } from '../../../ui/form-trouble';
import { PlatformIcon } from '../../../ui/platform';
import { sentence, troubleAt } from '../../../ui/trouble';
import { Fields, readFields } from './fields';
import { useLimitWords } from './limits';
import classes from './page.module.css';

export type Platform = Schemas['Platform'];

export function usePlatforms() {
  return useQuery({
    queryKey: ['platforms'],
    queryFn: () => every(() => ask(api.GET('/api/v1/platforms'))),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

// Connect chooses a platform, then asks for what that platform needs. The platform is asked before anything is kept.
export function Connect({ close }: { close: () => void }) {
  const { t } = useTranslation('channels');
  const platforms = usePlatforms();
  const limits = useLimitWords();
  const [platform, setPlatform] = useState<Platform | null>(null);
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={platform ? t('connect.to', { platform: platform.name }) : t('connect.title')}
    >
      {platforms.error && <Alert color="red">{sentence(platforms.error)}</Alert>}
      {platforms.isPending && <Waiting />}
      {platform ? (
        <Form platform={platform} back={() => setPlatform(null)} close={close} />
      ) : (
        <div className={classes.platforms}>
          {platforms.data?.map((p) => (
            <UnstyledButton key={p.platform} className={classes.platform} onClick={() => setPlatform(p)}>
              <PlatformIcon platform={p.platform} size={20} />
              <span>
                <strong>{p.name}</strong>
                <small>{limits(p.limits)}</small>
              </span>
            </UnstyledButton>
          ))}
        </div>
      )}
    </Modal>
  );
}

function Form({ platform, back, close }: { platform: Platform; back: () => void; close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation('channels');
  const client = useQueryClient();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const all = [
    ...platform.settings.map((f) => `/settings/${f.name}`),
    ...platform.credentials.map((f) => `/credentials/${f.name}`),
  ];
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setTrouble(null);
    try {
      await ask(
        api.POST('/api/v1/calendars/{calendar}/channels', {
          params: { path: { calendar: calendar.id }, header: { 'Idempotency-Key': key } },
          body: {
            platform: platform.platform,
            name: String(form.get('name')).trim(),
            settings: readFields(form, 'settings', platform.settings),
            credentials: readFields(form, 'credentials', platform.credentials),
          },
        }),
      );
      await client.invalidateQueries({ queryKey: keys.channels(calendar.id) });
      close();
    } catch (error) {
      setTrouble(error);
      setKey(crypto.randomUUID()); // what is sent next is another request
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack>
        <TextInput
          name="name"
          label={t('name')}
          description={t('nameHelp')}
          required
          maxLength={200}
          data-autofocus
          error={troubleAt(trouble, '/name')}
        />
        <Fields group="settings" fields={platform.settings} trouble={trouble} />
        <Fields group="credentials" fields={platform.credentials} trouble={trouble} />
        {platform.credentials.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('kept')}
          </Text>
        )}
        <FormTrouble error={trouble} fields={['/name', ...all]} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={back}>
            {t('connect.back')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('connect.act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
