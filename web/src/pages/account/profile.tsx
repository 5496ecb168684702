import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, versioned } from '../../api/client';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';
import { useAct } from '../../lib/use-act';
import { Section } from '../../ui/section';

export function Profile() {
  const { me } = useHere();
  const { t } = useTranslation('account');
  const { busy, act } = useAct(keys.me, ['sessions']);
  const [name, setName] = useState(me.name);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    act(async () => {
      const { etag } = await versioned(api.GET('/api/v1/me'));
      await ask(api.PATCH('/api/v1/me', { params: { header: { 'If-Match': etag } }, body: { name: name.trim() } }));
    }, t('saved'));
  };
  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const done = await act(async () => {
      const body = { current: String(data.get('current')), password: String(data.get('password')) };
      await ask(api.POST('/api/v1/me/password', { body }));
      return true;
    }, t('password.changed'));
    if (done) form.reset();
  };
  return (
    <>
      <Section title={t('profile')} help={me.email}>
        <form onSubmit={rename}>
          <Group align="end">
            <TextInput
              label={t('name')}
              value={name}
              onChange={(e) => setName(e.currentTarget.value)}
              required
              maxLength={200}
            />
            <Button type="submit" variant="default" loading={busy} disabled={name.trim() === me.name}>
              {t('save')}
            </Button>
          </Group>
        </form>
      </Section>
      <Section title={t('password.title')} help={t('password.help')}>
        <form onSubmit={change}>
          <Stack maw="22rem">
            <input type="hidden" name="username" autoComplete="username" value={me.email} readOnly />
            <PasswordInput
              name="current"
              label={t('password.current')}
              autoComplete="current-password"
              required
              visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            />
            <PasswordInput
              name="password"
              label={t('password.next')}
              description={t('password.rule')}
              autoComplete="new-password"
              minLength={12}
              required
              visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            />
            <Button type="submit" variant="default" loading={busy}>
              {t('password.change')}
            </Button>
          </Stack>
        </form>
      </Section>
    </>
  );
}
