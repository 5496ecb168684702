import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api/client';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';
import { useAct } from '../../lib/use-act';
import { Secret } from '../../ui/secret';
import { Section } from '../../ui/section';

// Factor turns the second factor on, in two steps, and off again.
export function Factor() {
  const { me } = useHere();
  const { t } = useTranslation('account');
  const { busy, act } = useAct(keys.me);
  const [begun, setBegun] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState('');
  const begin = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    const answer = await act(() => ask(api.POST('/api/v1/me/totp', { body: { password } })));
    if (answer) setBegun(answer);
  };
  const confirm = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code')).trim();
    const answer = await act(() => ask(api.POST('/api/v1/me/totp/confirm', { body: { code } })));
    if (!answer) return;
    setBegun(null);
    setCodes(answer.recovery_codes.join('\n'));
  };
  const remove = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const body = { password: String(data.get('password')), code: String(data.get('code')).trim() };
    await act(async () => {
      await ask(api.POST('/api/v1/me/totp/remove', { body }));
    });
  };
  const password = (
    <PasswordInput
      name="password"
      label={t('password.current')}
      autoComplete="current-password"
      required
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
    />
  );
  return (
    <Section title={t('factor.title')} help={t(me.second_factor ? 'factor.on' : 'factor.off')}>
      {codes && <Secret title={t('factor.codes')} value={codes} done={() => setCodes('')} />}
      {begun ? (
        <form onSubmit={confirm}>
          <Stack maw="26rem" align="flex-start">
            <Text size="sm">{t('factor.enter')}</Text>
            <code>{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
            <a href={begun.uri}>{t('factor.openApp')}</a>
            <Group align="end">
              <TextInput
                name="code"
                label={t('factor.code')}
                autoComplete="one-time-code"
                inputMode="numeric"
                required
              />
              <Button type="submit" loading={busy}>
                {t('factor.confirm')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <form onSubmit={me.second_factor ? remove : begin}>
          <Group align="end">
            {password}
            {me.second_factor && (
              <TextInput name="code" label={t('factor.code')} autoComplete="one-time-code" required />
            )}
            <Button type="submit" variant="default" loading={busy}>
              {t(me.second_factor ? 'factor.turnOff' : 'factor.turnOn')}
            </Button>
          </Group>
        </form>
      )}
    </Section>
  );
}
