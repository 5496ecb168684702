import { Alert, Button, Divider, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Me } from '../../api/client';
import { hasPasskeys, showPasskey } from '../../lib/passkey';
import { sentence } from '../../ui/trouble';

export function useWays() {
  return useQuery({
    queryKey: ['ways'],
    queryFn: () => ask(api.GET('/api/v1/session/ways')),
    staleTime: Infinity,
  });
}

// Ways are the other doors: a passkey, and the organisation's own sign-in.
export function Ways({ next, enter }: { next: string; enter: (me: Me) => void }) {
  const { t } = useTranslation('signin');
  const [busy, setBusy] = useState('');
  const [trouble, setTrouble] = useState('');
  const ways = useWays();
  const go = async (way: string, walk: () => Promise<void>) => {
    setBusy(way);
    setTrouble('');
    try {
      await walk();
    } catch (error) {
      setTrouble(sentence(error));
    } finally {
      setBusy('');
    }
  };
  const passkey = async () => {
    const { ceremony, options } = await ask(api.POST('/api/v1/session/passkey/options'));
    const credential = await showPasskey(options);
    if (credential) enter(await ask(api.POST('/api/v1/session/passkey', { body: { ceremony, credential } })));
  };
  const provider = async () => {
    const { url } = await ask(api.POST('/api/v1/session/provider', { body: { next } }));
    window.location.assign(url);
  };
  const withPasskey = ways.data?.passkeys && hasPasskeys();
  if (!withPasskey && !ways.data?.provider) return null;
  return (
    <Stack gap="sm">
      <Divider label={t('or')} />
      {trouble && (
        <Alert color="red" role="alert">
          {trouble}
        </Alert>
      )}
      {ways.data?.provider && (
        <Button variant="default" loading={busy === 'provider'} onClick={() => go('provider', provider)}>
          {t('provider', { name: ways.data.provider.name })}
        </Button>
      )}
      {withPasskey && (
        <Button variant="default" loading={busy === 'passkey'} onClick={() => go('passkey', passkey)}>
          {t('passkey')}
        </Button>
      )}
    </Stack>
  );
}

// whyRefused says why the organisation's sign-in sent somebody back here.
const refusals = [
  'no_account',
  'address_not_verified',
  'shut_out',
  'provider_refused',
  'provider_silent',
  'departure_lost',
  'too_many_tries',
] as const;

export function whyRefused(code: string | null): (typeof refusals)[number] | 'unknown' | null {
  if (!code) return null;
  return refusals.find((known) => known === code) ?? 'unknown';
}
