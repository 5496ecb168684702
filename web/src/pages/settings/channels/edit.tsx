import { Accordion, Alert, Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Channel, versioned } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useEdit } from '../../../api/use-edit';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { durationOf, minutesOf } from '../../../lib/duration';
import { Confirm } from '../../../ui/confirm';
import { FormTrouble } from '../../../ui/form-trouble';
import { sentence, troubleAt } from '../../../ui/trouble';
import { Crossed } from '../crossed';
import { QuietHours } from '../quiet-hours';
import { usePlatforms } from './connect';
import { Fields, readFields } from './fields';

type Sent = { settings?: Record<string, string | null>; credentials?: Record<string, string> };

// EditChannel changes an account's name and pace, connects it again with new credentials, or lets it go.
export function EditChannel({ channel, close }: { channel: Channel; close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['channels', 'common']);
  const client = useQueryClient();
  const platform = usePlatforms().data?.find((p) => p.platform === channel.platform);
  const path = { channel: channel.id };
  const [connection, setConnection] = useState<Sent>({});
  const [leaving, setLeaving] = useState(false);
  const edit = useEdit<Channel>({
    queryKey: ['channel', channel.id],
    read: () => versioned(api.GET('/api/v1/channels/{channel}', { params: { path } })),
    write: ({ name, rules }, etag) =>
      versioned(
        api.PATCH('/api/v1/channels/{channel}', {
          params: { path, header: { 'If-Match': etag } },
          body: { name, rules, ...connection },
        }),
      ),
  });
  const changed = () => client.invalidateQueries({ queryKey: keys.channels(calendar.id) });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const nothing = !edit.dirty && Object.keys(connection).length === 0;
    if (nothing || (await edit.save())) {
      changed();
      close();
    }
  };
  // what the form holds of the connection, as far as it differs
  const read = (form: HTMLFormElement) => {
    if (!platform) return;
    const data = new FormData(form);
    const settings = Object.fromEntries(
      platform.settings
        .map(({ name }) => [name, String(data.get(`settings.${name}`) ?? '').trim() || null] as const)
        .filter(([name, value]) => value !== (channel.settings[name] ?? null)),
    );
    const credentials = readFields(data, 'credentials', platform.credentials);
    setConnection({
      ...(Object.keys(settings).length > 0 && { settings }),
      ...(Object.keys(credentials).length > 0 && { credentials }),
    });
  };
  const disconnect = async () => {
    const { etag } = await versioned(api.GET('/api/v1/channels/{channel}', { params: { path } }));
    await ask(api.DELETE('/api/v1/channels/{channel}', { params: { path, header: { 'If-Match': etag } } }));
    await changed();
    close();
  };
  const rules = edit.value?.rules;
  return (
    <Modal opened onClose={close} title={channel.name} size="lg">
      {edit.failed && <Alert color="red">{sentence(edit.failed)}</Alert>}
      {(!edit.value || !platform) && !edit.failed && <Waiting />}
      {edit.value && rules && platform && (
        <form onSubmit={submit} onChange={(event) => read(event.currentTarget)} autoComplete="off">
          <Stack>
            <TextInput
              label={t('name')}
              value={edit.value.name}
              onChange={(event) => edit.set({ name: event.currentTarget.value })}
              required
              maxLength={200}
              error={troubleAt(edit.error, '/name')}
            />
            <Group grow align="start">
              <NumberInput
                label={t('quota')}
                description={t('quotaHelp')}
                value={rules.daily_quota || ''}
                onChange={(value) => edit.set({ rules: { ...rules, daily_quota: Number(value) || 0 } })}
                min={0}
                max={1000}
                error={troubleAt(edit.error, '/rules/daily_quota')}
              />
              <NumberInput
                label={t('gap')}
                description={t('gapHelp')}
                value={minutesOf(rules.minimum_gap) || ''}
                onChange={(value) =>
                  edit.set({ rules: { ...rules, minimum_gap: Number(value) ? durationOf(Number(value)) : '' } })
                }
                min={0}
                max={1440}
                step={5}
                error={troubleAt(edit.error, '/rules/minimum_gap')}
              />
            </Group>
            <div>
              <Text size="sm" fw={500}>
                {t('quiet')}
              </Text>
              <Text size="xs" c="dimmed" mb="xs">
                {t('quietHelp')}
              </Text>
              <QuietHours
                value={rules.quiet_hours}
                onChange={(quiet_hours) => edit.set({ rules: { ...rules, quiet_hours } })}
                error={troubleAt(edit.error, '/rules/quiet_hours')}
              />
            </div>
            {platform.settings.length + platform.credentials.length > 0 && (
              <Accordion chevronPosition="left" defaultValue={channel.state === 'connected' ? null : 'connection'}>
                <Accordion.Item value="connection">
                  <Accordion.Control>{t('connection')}</Accordion.Control>
                  <Accordion.Panel>
                    <Stack>
                      <Fields
                        group="settings"
                        fields={platform.settings}
                        trouble={edit.error}
                        values={channel.settings}
                      />
                      <Fields group="credentials" fields={platform.credentials} trouble={edit.error} optional />
                      <Text size="sm" c="dimmed">
                        {t('kept')}
                      </Text>
                    </Stack>
                  </Accordion.Panel>
                </Accordion.Item>
              </Accordion>
            )}
            <Crossed fields={edit.conflict.map((field) => (field === 'name' ? t('name') : t('pace')))} />
            <FormTrouble error={edit.error} fields={['/name', '/rules', '/settings', '/credentials']} />
            <Group justify="space-between" gap="xs">
              <Button variant="subtle" color="red" onClick={() => setLeaving(true)}>
                {t('disconnect.act')}
              </Button>
              <Group gap="xs">
                <Button variant="default" onClick={close}>
                  {t('common:cancel')}
                </Button>
                <Button type="submit" loading={edit.busy}>
                  {t('common:save')}
                </Button>
              </Group>
            </Group>
          </Stack>
        </form>
      )}
      {leaving && (
        <Confirm
          title={t('disconnect.ask', { name: channel.name })}
          act={t('disconnect.act')}
          run={disconnect}
          close={() => setLeaving(false)}
        >
          {t('disconnect.what')}
        </Confirm>
      )}
    </Modal>
  );
}
