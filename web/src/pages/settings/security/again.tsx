import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, versioned } from '../../../api/client';
import { FormTrouble } from '../../../ui/form-trouble';

interface Proof {
  password: string;
  code: string;
}

interface AgainProps {
  title: string;
  what: string;
  act: string;
  grave?: boolean;
  run: (proof: Proof) => Promise<void>;
  close: () => void;
}

// Again asks for both factors before one of them is changed: an open browser alone is not enough.
function Again({ title, what, act, grave, run, close }: AgainProps) {
  const { t } = useTranslation(['security', 'common', 'signin']);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setTrouble(null);
    try {
      await run({ password: String(form.get('password')), code: String(form.get('code')).trim() });
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={title}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{what}</Text>
          <PasswordInput
            name="password"
            label={t('signin:password')}
            autoComplete="current-password"
            required
            data-autofocus
            visibilityToggleButtonProps={{ 'aria-label': t('signin:show') }}
          />
          <TextInput
            name="code"
            label={t('signin:code')}
            description={t('signin:codeHelp')}
            autoComplete="one-time-code"
            required
          />
          <FormTrouble error={trouble} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy} color={grave ? 'red' : undefined}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function AskCodes({ close, done }: { close: () => void; done: (codes: string[]) => void }) {
  const { t } = useTranslation('security');
  const run = async (body: Proof) => done((await ask(api.POST('/api/v1/me/recovery-codes', { body }))).recovery_codes);
  return <Again title={t('factor.newCodes')} what={t('again.codes')} act={t('again.make')} run={run} close={close} />;
}

export function AskOff({ close }: { close: () => void }) {
  const { t } = useTranslation('security');
  const run = async (body: Proof) => {
    await versioned(api.POST('/api/v1/me/totp/remove', { body }));
    close();
  };
  return (
    <Again title={t('factor.turnOff')} what={t('again.off')} act={t('factor.turnOff')} grave run={run} close={close} />
  );
}
