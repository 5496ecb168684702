import { Alert, Button, Modal, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Channel, every, type Schemas, versioned } from '../../api/client';
import { keys, useChannels } from '../../api/queries';
import { useHere } from '../../app/here';
import { longDay, wallAt } from '../../lib/time';
import { useAct } from '../../lib/use-act';
import { PlatformIcon } from '../../ui/platform';
import { Row, Rows, Section } from '../../ui/section';

function usePlatforms() {
  return useQuery({
    queryKey: ['platforms'],
    queryFn: () => every(async () => ask(api.GET('/api/v1/platforms'))),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

// Channels are the accounts that posts leave to: connected, asked whether they work, connected again, let go.
export function Channels() {
  const { calendar, may } = useHere();
  const { t } = useTranslation('settings');
  const channels = (useChannels(calendar.id).data ?? []).filter((c) => !c.archived_at);
  const [form, setForm] = useState<Channel | 'new' | null>(null);
  return (
    <Section
      title={t('channels.title')}
      help={t('channels.help')}
      aside={may('channels') && <Button onClick={() => setForm('new')}>{t('channels.connect')}</Button>}
    >
      {channels.length === 0 && <Text c="dimmed">{t('channels.none')}</Text>}
      <Rows>
        {channels.map((c) => (
          <Entry key={c.id} channel={c} edit={() => setForm(c)} />
        ))}
      </Rows>
      {form && <ConnectDialog channel={form === 'new' ? undefined : form} close={() => setForm(null)} />}
    </Section>
  );
}

function Entry({ channel, edit }: { channel: Channel; edit: () => void }) {
  const { calendar, may } = useHere();
  const { t, i18n } = useTranslation('settings');
  const { busy, act } = useAct(keys.channels(calendar.id));
  const path = { channel: channel.id };
  const check = () =>
    act(
      async () => {
        const found = await ask(api.POST('/api/v1/channels/{channel}/check', { params: { path } }));
        if (!found.ok) throw new Error('not ok');
      },
      t('channels.works', { name: channel.name }),
    );
  const letGo = () => {
    if (!window.confirm(t('channels.letGoSure', { name: channel.name }))) return;
    act(async () => {
      const { etag } = await versioned(api.GET('/api/v1/channels/{channel}', { params: { path } }));
      await ask(api.DELETE('/api/v1/channels/{channel}', { params: { path, header: { 'If-Match': etag } } }));
    });
  };
  return (
    <Row
      actions={
        may('channels') && (
          <>
            <Button size="xs" variant="default" onClick={check} loading={busy}>
              {t('channels.check')}
            </Button>
            <Button size="xs" variant="default" onClick={edit}>
              {t(channel.state === 'connected' ? 'channels.edit' : 'channels.again')}
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={letGo}>
              {t('channels.letGo')}
            </Button>
          </>
        )
      }
    >
      <strong>
        <PlatformIcon platform={channel.platform} /> {channel.name}
      </strong>
      <p>
        {t(`channels.state.${channel.state as 'connected'}`, { defaultValue: channel.state })}
        {channel.handle && ` · ${channel.handle}`}
        {channel.expires_at &&
          ` · ${t('channels.expires', { day: longDay(wallAt(channel.expires_at, calendar.time_zone), i18n.language) })}`}
      </p>
      {channel.url && (
        <p>
          <a href={channel.url} target="_blank" rel="noreferrer">
            {channel.url}
          </a>
        </p>
      )}
    </Row>
  );
}

// ConnectDialog asks for what a platform needs, as the platform itself says; an existing channel keeps what is left empty.
function ConnectDialog({ channel, close }: { channel?: Channel; close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['settings', 'common']);
  const platforms = usePlatforms().data ?? [];
  const [chosen, setChosen] = useState(channel?.platform ?? 'feed');
  const [key] = useState(() => crypto.randomUUID());
  const { busy, act } = useAct(keys.channels(calendar.id));
  const platform = platforms.find((p) => p.platform === chosen);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const filled = (kind: string, all: Schemas['Field'][]) =>
      Object.fromEntries(
        all.map((f) => [f.name, String(form.get(`${kind}.${f.name}`) ?? '').trim()]).filter(([, v]) => v),
      );
    const name = String(form.get('name')).trim();
    const settings = filled('setting', platform?.settings ?? []);
    const credentials = filled('credential', platform?.credentials ?? []);
    const done = await act(async () => {
      if (!channel) {
        return ask(
          api.POST('/api/v1/calendars/{calendar}/channels', {
            params: { path: { calendar: calendar.id }, header: { 'Idempotency-Key': key } },
            body: { platform: chosen, name, settings, credentials },
          }),
        );
      }
      const path = { channel: channel.id };
      const { etag } = await versioned(api.GET('/api/v1/channels/{channel}', { params: { path } }));
      return ask(
        api.PATCH('/api/v1/channels/{channel}', {
          params: { path, header: { 'If-Match': etag } },
          body: { name, settings, ...(Object.keys(credentials).length > 0 && { credentials }) },
        }),
      );
    }, t('channels.connected'));
    if (done) close();
  };
  return (
    <Modal opened onClose={close} title={channel ? channel.name : t('channels.connect')}>
      <form onSubmit={submit}>
        <Stack>
          {!channel && (
            <Select
              label={t('channels.platform')}
              data={platforms.map((p) => ({ value: p.platform, label: p.name }))}
              value={chosen}
              onChange={(v) => setChosen(v ?? chosen)}
              allowDeselect={false}
            />
          )}
          {chosen === 'feed' && !channel && <Alert>{t('channels.feedHelp')}</Alert>}
          <TextInput
            name="name"
            label={t('channels.name')}
            required
            maxLength={200}
            defaultValue={channel?.name}
            data-autofocus
          />
          {platform?.settings.map((f) => (
            <TextInput
              key={f.name}
              name={`setting.${f.name}`}
              label={f.label}
              required={f.required}
              defaultValue={channel?.settings[f.name] ?? ''}
            />
          ))}
          {platform?.credentials.map((f) => (
            <PasswordInput
              key={f.name}
              name={`credential.${f.name}`}
              label={f.label}
              required={f.required && !channel}
              description={channel && t('channels.keep')}
              autoComplete="off"
              visibilityToggleButtonProps={{ 'aria-label': t('channels.show') }}
            />
          ))}
          <Button type="submit" loading={busy}>
            {t(channel ? 'save' : 'channels.connect')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
