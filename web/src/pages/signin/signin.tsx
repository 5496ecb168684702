import { Alert, Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { api, ask, type Me, Refused } from '../../api/client';
import { keys } from '../../api/queries';
import { Door } from '../../ui/door';
import { sentence } from '../../ui/trouble';
import { useWays, Ways, whyRefused } from './ways';

// Sign-in: address and password, and the second factor once the password was right.
export function Component() {
  const { t } = useTranslation('signin');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const ways = useWays();
  const [needsCode, setNeedsCode] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);

  const next = inside(search.get('next'));
  const refused = whyRefused(search.get('refused'));
  const enter = (me: Me) => {
    client.clear();
    client.setQueryData(keys.me, me);
    navigate(next, { replace: true });
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const code = String(form.get('code') ?? '').trim();
    setBusy(true);
    setTrouble('');
    try {
      const me = await ask(
        api.POST('/api/v1/session', {
          body: { email: String(form.get('email')), password: String(form.get('password')), ...(code && { code }) },
        }),
      );
      enter(me);
    } catch (error) {
      if (error instanceof Refused && error.code === 'code_needed') setNeedsCode(true);
      else setTrouble(sentence(error));
    } finally {
      setBusy(false);
    }
  };

  if (ways.data?.setup) return <Navigate to="/setup" replace />;
  return (
    <Door>
      <Title order={1}>{t('title')}</Title>
      {refused && !trouble && (
        <Alert color="red" role="alert">
          {t(`refused.${refused}`)}
        </Alert>
      )}
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput name="email" type="email" label={t('email')} autoComplete="username" required autoFocus />
          <PasswordInput
            name="password"
            label={t('password')}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
          />
          {needsCode && (
            <TextInput
              name="code"
              label={t('code')}
              description={t('codeHelp')}
              autoComplete="one-time-code"
              required
              autoFocus
            />
          )}
          {trouble && (
            <Alert color="red" role="alert">
              {trouble}
            </Alert>
          )}
          <Button type="submit" loading={busy} size="md">
            {t('enter')}
          </Button>
          <Link to="/reset">{t('forgot')}</Link>
        </Stack>
      </form>
      <Ways next={next} enter={enter} />
    </Door>
  );
}

// inside keeps a wanted page only if it is one of ours.
function inside(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/';
}
