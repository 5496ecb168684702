import { Button, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, versioned } from '../../../api/client';
import { useHere } from '../../../app/here';
import { FormTrouble } from '../../../ui/form-trouble';
import { troubleAt } from '../../../ui/trouble';
import { NewPassword } from '../../signin/new-password';
import { Section } from '../section';

// Password changes it, with the one so far. Every other session ends.
export function Password() {
  const { me } = useHere();
  const { t } = useTranslation(['security', 'door', 'signin']);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setTrouble(null);
    try {
      await versioned(
        api.POST('/api/v1/me/password', {
          body: { current: String(form.get('current')), password: String(form.get('password')) },
        }),
      );
      setOpen(false);
      notifications.show({ message: t('password.done'), autoClose: 6000, withBorder: true });
      client.invalidateQueries({ queryKey: ['sessions'] });
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const show = { 'aria-label': t('signin:show') };
  return (
    <Section title={t('password.title')} lead={t('password.what')}>
      {open ? (
        <form onSubmit={submit}>
          <Stack maw="24rem">
            <input type="hidden" name="email" autoComplete="username" value={me.email} readOnly />
            <PasswordInput
              name="current"
              label={t('password.current')}
              autoComplete="current-password"
              required
              autoFocus
              error={troubleAt(trouble, '/current')}
              visibilityToggleButtonProps={show}
            />
            <NewPassword label={t('password.new')} error={troubleAt(trouble, '/password')} />
            <FormTrouble error={trouble} fields={['/current', '/password']} />
            <Button type="submit" loading={busy} style={{ alignSelf: 'start' }}>
              {t('password.change')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('password.change')}
        </Button>
      )}
    </Section>
  );
}
