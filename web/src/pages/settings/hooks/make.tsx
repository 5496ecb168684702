import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ask } from '../../../api/client';
import { useHere } from '../../../app/here';
import { FormTrouble } from '../../../ui/form-trouble';
import { Once } from '../../../ui/once';
import { troubleAt } from '../../../ui/trouble';
import { Events } from './events';
import { type Hook, type Of, useHooksPath } from './hooks';

const ways = ['webhook', 'slack', 'mattermost', 'slack_app'] as const;

// MakeHook has an address told what happens here. What a program checks our signature with is shown this once.
export function MakeHook({ of, close }: { of: Of; close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['hooks', 'common']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [way, setWay] = useState<(typeof ways)[number]>('webhook');
  const [events, setEvents] = useState<string[]>([]);
  const [made, setMade] = useState<Hook | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const app = way === 'slack_app';
  const list = useHooksPath(of);
  const open = (hook: Hook) => navigate(`${list}/${hook.id}`);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    setBusy(true);
    setTrouble(null);
    try {
      const body = {
        way,
        name: text('name'),
        events,
        ...(app
          ? { app: { token: text('token'), signing_secret: text('signing_secret'), room: text('room') } }
          : { url: text('url') }),
      };
      const path = { calendar: calendar.id };
      const hook = await ask(
        of === 'calendar'
          ? api.POST('/api/v1/calendars/{calendar}/hooks', { params: { path }, body })
          : api.POST('/api/v1/hooks', { body }),
      );
      client.invalidateQueries({ queryKey: ['hooks'] });
      if (hook.secret) setMade(hook);
      else open(hook);
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };

  if (made) {
    return (
      <Modal opened onClose={() => open(made)} title={t('made.title')} closeOnClickOutside={false}>
        <Stack>
          <Once label={t('made.label')} secret={made.secret ?? ''} help={t('made.help')} />
          <Group justify="end">
            <Button onClick={() => open(made)}>{t('common:close')}</Button>
          </Group>
        </Stack>
      </Modal>
    );
  }
  return (
    <Modal opened onClose={close} title={t('make.title')}>
      <form onSubmit={submit} autoComplete="off">
        <Stack>
          {of === 'calendar' && (
            <Select
              label={t('to')}
              description={t(`way.${way}.help`)}
              value={way}
              onChange={(value) => setWay((value ?? way) as typeof way)}
              allowDeselect={false}
              data={ways.map((value) => ({ value, label: t(`way.${value}.name`) }))}
            />
          )}
          <TextInput
            name="name"
            label={t('name')}
            description={t('nameHelp')}
            required
            maxLength={200}
            error={troubleAt(trouble, '/name')}
          />
          {!app && (
            <TextInput
              name="url"
              type="url"
              label={t('url')}
              description={t('urlHelp')}
              placeholder="https://"
              required
              maxLength={2000}
              error={troubleAt(trouble, '/url')}
            />
          )}
          {app &&
            (['token', 'signing_secret', 'room'] as const).map((field) => (
              <TextInput
                key={field}
                name={field}
                type={field === 'room' ? 'text' : 'password'}
                label={t(`app.${field}.label`)}
                description={t(`app.${field}.help`)}
                required
                error={troubleAt(trouble, `/app/${field}`)}
              />
            ))}
          <Events of={of} way={way} value={events} onChange={setEvents} error={troubleAt(trouble, '/events')} />
          <FormTrouble error={trouble} fields={['/name', '/url', '/events', '/app']} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('make.act')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
