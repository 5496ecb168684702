import { Button, Group, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every } from '../../api/client';
import { useHere } from '../../app/here';
import { hasPasskeys, makePasskey } from '../../lib/passkey';
import { locale } from '../../lib/time';
import { useAct } from '../../lib/use-act';
import { Row, Rows, Section } from '../../ui/section';

// Passkeys are the keys that one's devices keep, in place of a password.
export function Passkeys() {
  const { me } = useHere();
  const { t, i18n } = useTranslation('account');
  const { busy, act } = useAct(['passkeys']);
  const ways = useQuery({
    queryKey: ['ways'],
    queryFn: () => ask(api.GET('/api/v1/session/ways')),
    staleTime: Infinity,
  });
  const found = useQuery({
    queryKey: ['passkeys'],
    queryFn: () => every(async () => ask(api.GET('/api/v1/me/passkeys'))),
  });
  const day = (at: string) =>
    new Intl.DateTimeFormat(locale(i18n.language), { dateStyle: 'medium' }).format(new Date(at));
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const password = String(data.get('password') ?? '');
    const name = String(data.get('name')).trim();
    const made = await act(async () => {
      const { ceremony, options } = await ask(
        api.POST('/api/v1/me/passkeys/options', { body: { ...(password && { password }) } }),
      );
      const credential = await makePasskey(options);
      return (
        credential && ask(api.POST('/api/v1/me/passkeys', { body: { ceremony, credential, ...(name && { name }) } }))
      );
    });
    if (made) form.reset();
  };
  if (!ways.data?.passkeys) return null;
  return (
    <Section title={t('passkeys.title')} help={t('passkeys.help')}>
      <Rows>
        {found.data?.map((p) => (
          <Row
            key={p.id}
            actions={
              <Button
                size="xs"
                variant="default"
                aria-label={t('passkeys.removeOf', { name: p.name })}
                onClick={() =>
                  act(() => ask(api.DELETE('/api/v1/me/passkeys/{passkey}', { params: { path: { passkey: p.id } } })))
                }
              >
                {t('passkeys.remove')}
              </Button>
            }
          >
            <strong>{p.name}</strong>
            <p>{p.used_at ? t('passkeys.used', { day: day(p.used_at) }) : t('passkeys.never')}</p>
          </Row>
        ))}
      </Rows>
      {hasPasskeys() ? (
        <form onSubmit={add}>
          <Group align="end">
            <TextInput name="name" label={t('passkeys.name')} maxLength={100} />
            {me.password && (
              <PasswordInput
                name="password"
                label={t('password.current')}
                autoComplete="current-password"
                required
                visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
              />
            )}
            <Button type="submit" variant="default" loading={busy}>
              {t('passkeys.add')}
            </Button>
          </Group>
        </form>
      ) : (
        <p>{t('passkeys.cannot')}</p>
      )}
    </Section>
  );
}
