import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, Refused, versioned } from '../../api/client';
import { dropSecret, takeSecret } from '../../lib/link-secret';
import { Door } from '../../ui/door';
import { FormTrouble } from '../../ui/form-trouble';
import { troubleAt } from '../../ui/trouble';
import { NewPassword } from '../signin/new-password';

// Who has lost their password asks for a link here, and with the link chooses another.
export function Component() {
  const [token, setToken] = useState(() => takeSecret('reset'));
  const again = () => {
    dropSecret('reset');
    setToken('');
  };
  return <Door>{token ? <Choose token={token} again={again} /> : <Ask />}</Door>;
}

function Ask() {
  const { t } = useTranslation(['door', 'signin']);
  const [sent, setSent] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setBusy(true);
    setTrouble(null);
    try {
      await versioned(api.POST('/api/v1/resets', { body: { email } }));
      setSent(email);
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const noMail = trouble instanceof Refused && trouble.code === 'no_mail';
  return (
    <>
      <Title order={1}>{t('lost.title')}</Title>
      {sent ? (
        <Text role="status">{t('lost.sent', { email: sent })}</Text>
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            <Text>{t('lost.what')}</Text>
            <TextInput
              name="email"
              type="email"
              label={t('signin:email')}
              autoComplete="username"
              required
              autoFocus
              error={troubleAt(trouble, '/email')}
            />
            <FormTrouble error={trouble} fields={['/email']} />
            {noMail && <Text size="sm">{t('lost.noMail')}</Text>}
            <Button type="submit" size="md" loading={busy}>
              {t('lost.send')}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} to="/sign-in" size="sm">
        {t('toSignIn')}
      </Anchor>
    </>
  );
}

function Choose({ token, again }: { token: string; again: () => void }) {
  const { t } = useTranslation(['door', 'signin']);
  const [done, setDone] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    setBusy(true);
    setTrouble(null);
    try {
      await versioned(api.POST('/api/v1/resets/accept', { body: { token, password } }));
      dropSecret('reset');
      setDone(true);
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const dead = trouble !== null && !troubleAt(trouble, '/password');
  if (done) {
    return (
      <>
        <Title order={1}>{t('chosen.title')}</Title>
        <Text>{t('chosen.what')}</Text>
        <Button component={Link} to="/sign-in" size="md">
          {t('toSignIn')}
        </Button>
      </>
    );
  }
  return (
    <>
      <Title order={1}>{t('choose')}</Title>
      <form onSubmit={submit}>
        <Stack gap="md">
          <NewPassword label={t('signin:password')} autoFocus error={troubleAt(trouble, '/password')} />
          <FormTrouble error={trouble} fields={['/password']} />
          <Button type="submit" size="md" loading={busy}>
            {t('keep')}
          </Button>
          {dead && (
            <Button variant="subtle" onClick={again}>
              {t('lost.again')}
            </Button>
          )}
        </Stack>
      </form>
    </>
  );
}
