import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Schemas } from '../../../api/client';
import { FormTrouble } from '../../../ui/form-trouble';
import classes from './page.module.css';
import { Qr } from './qr';

interface BeginProps {
  close: () => void;
  done: (codes: string[]) => void;
}

// Begin turns the second factor on: the password, then the secret for the app, then a code that shows that the app has it.
export function Begin({ close, done }: BeginProps) {
  const { t } = useTranslation(['security', 'common', 'signin']);
  const [begun, setBegun] = useState<Schemas['BeginFactorAnswerBody'] | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setTrouble(null);
    try {
      if (!begun) {
        setBegun(await ask(api.POST('/api/v1/me/totp', { body: { password: String(form.get('password')) } })));
      } else {
        const code = String(form.get('code')).trim();
        done((await ask(api.POST('/api/v1/me/totp/confirm', { body: { code } }))).recovery_codes);
      }
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={t('factor.title')} closeOnClickOutside={false}>
      <form onSubmit={submit} key={begun ? 'code' : 'password'}>
        <Stack>
          {begun ? (
            <>
              <Text size="sm">{t('begin.scan')}</Text>
              <Qr text={begun.uri} label={t('begin.qr')} />
              <div>
                <Text size="sm" c="dimmed">
                  {t('begin.byHand')}
                </Text>
                <code className={classes.secret}>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
              </div>
              <TextInput
                name="code"
                label={t('begin.code')}
                autoComplete="one-time-code"
                inputMode="numeric"
                required
                data-autofocus
              />
            </>
          ) : (
            <>
              <Text size="sm">{t('begin.what')}</Text>
              <PasswordInput
                name="password"
                label={t('signin:password')}
                autoComplete="current-password"
                required
                data-autofocus
                visibilityToggleButtonProps={{ 'aria-label': t('signin:show') }}
              />
            </>
          )}
          <FormTrouble error={trouble} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t(begun ? 'factor.turnOn' : 'begin.next')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
