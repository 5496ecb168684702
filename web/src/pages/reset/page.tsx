import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../../api/client';
import { fragment } from '../../lib/fragment';
import { Door } from '../../ui/door';
import { sentence } from '../../ui/trouble';

// A new password: with a link, chosen here; without one, a link is asked for.
export function Component() {
  const { t } = useTranslation('door');
  const [token] = useState(fragment);
  const [done, setDone] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setTrouble('');
    try {
      if (token)
        await ask(api.POST('/api/v1/resets/accept', { body: { token, password: String(data.get('password')) } }));
      else await ask(api.POST('/api/v1/resets', { body: { email: String(data.get('email')) } }));
      setDone(true);
    } catch (error) {
      setTrouble(sentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Door>
      <Title order={1}>{t('reset.title')}</Title>
      {done ? (
        <>
          <Text role="status">{t(token ? 'reset.done' : 'reset.sent')}</Text>
          <Link to="/sign-in">{t('toSignIn')}</Link>
        </>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{t(token ? 'reset.choose' : 'reset.ask')}</Text>
            {token ? (
              <PasswordInput
                name="password"
                label={t('password')}
                description={t('rule')}
                autoComplete="new-password"
                minLength={12}
                required
                autoFocus
                visibilityToggleButtonProps={{ 'aria-label': t('show') }}
              />
            ) : (
              <TextInput name="email" type="email" label={t('email')} autoComplete="username" required autoFocus />
            )}
            {trouble && (
              <Alert color="red" role="alert">
                {trouble}
              </Alert>
            )}
            <Button type="submit" size="md" loading={busy}>
              {t(token ? 'reset.set' : 'reset.send')}
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  );
}
