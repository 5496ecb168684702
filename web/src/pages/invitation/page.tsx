import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, ask, Refused } from '../../api/client';
import { Waiting } from '../../app/waiting';
import { fragment } from '../../lib/fragment';
import { Door } from '../../ui/door';
import { sentence } from '../../ui/trouble';

// What an invitation's link opens: who asks, into what; then a name and a password, or the account that one has.
export function Component() {
  const { t } = useTranslation('door');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [token] = useState(fragment);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const found = useQuery({
    queryKey: ['invitation'],
    queryFn: () => ask(api.POST('/api/v1/invitations/look', { body: { token } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const own = data.get('password')
      ? { name: String(data.get('name')).trim(), password: String(data.get('password')) }
      : {};
    setBusy(true);
    setTrouble('');
    try {
      await ask(api.POST('/api/v1/invitations/accept', { body: { token, ...own } }));
      client.clear();
      navigate('/', { replace: true });
    } catch (error) {
      if (error instanceof Refused && error.code === 'sign_in_first') {
        navigate(`/sign-in?next=${encodeURIComponent(`/invitation#${token}`)}`);
        return;
      }
      setTrouble(sentence(error));
      setBusy(false);
    }
  };
  if (found.isPending) return <Waiting />;
  const invited = found.data;
  return (
    <Door>
      <Title order={1}>{t('invitation.title')}</Title>
      {!invited && (
        <>
          <Alert color="red" role="alert">
            {sentence(found.error)}
          </Alert>
          <Text size="sm">{t('invitation.old')}</Text>
          <Link to="/sign-in">{t('toSignIn')}</Link>
        </>
      )}
      {invited && (
        <form onSubmit={submit}>
          <Stack>
            <Text>{t('invitation.what', { name: invited.by, calendar: invited.calendar })}</Text>
            {!invited.known && (
              <>
                <TextInput name="username" label={t('email')} value={invited.email} readOnly autoComplete="username" />
                <TextInput name="name" label={t('name')} autoComplete="name" required maxLength={200} autoFocus />
                <PasswordInput
                  name="password"
                  label={t('password')}
                  description={t('rule')}
                  autoComplete="new-password"
                  minLength={12}
                  required
                  visibilityToggleButtonProps={{ 'aria-label': t('show') }}
                />
              </>
            )}
            {trouble && (
              <Alert color="red" role="alert">
                {trouble}
              </Alert>
            )}
            <Button type="submit" size="md" loading={busy}>
              {t(invited.known ? 'invitation.join' : 'invitation.accept')}
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  );
}
