import { Alert, Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, ask, Refused, type Schemas } from '../../api/client';
import { keys, useMe } from '../../api/queries';
import { Waiting } from '../../app/waiting';
import { changeLanguage } from '../../i18n';
import { dropSecret, takeSecret } from '../../lib/link-secret';
import { formatWall, myZone, wallAt } from '../../lib/time';
import { Door } from '../../ui/door';
import { FormTrouble } from '../../ui/form-trouble';
import { sentence, showTrouble, troubleAt } from '../../ui/trouble';
import { NewPassword } from '../signin/new-password';

type Seen = Schemas['LookInvitationAnswerBody'];

// What the holder of an invitation sees. Opening the page does nothing: coming in is an act of theirs.
export function Component() {
  const { t } = useTranslation('door');
  const [token] = useState(() => takeSecret('invitation'));
  const look = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => ask(api.POST('/api/v1/invitations/look', { body: { token } })),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const spoken = look.data?.language;
  useEffect(() => {
    if (spoken) changeLanguage(spoken);
  }, [spoken]);
  return (
    <Door>
      {token && look.isPending && <Waiting />}
      {(!token || look.error) && (
        <>
          <Title order={1}>{t('dead.title')}</Title>
          <Text>{look.error ? sentence(look.error) : t('dead.short')}</Text>
          <Text>{t('dead.invitation')}</Text>
          <Anchor component={Link} to="/">
            {t('toSignIn')}
          </Anchor>
        </>
      )}
      {look.data && <Invited seen={look.data} token={token} />}
    </Door>
  );
}

function Invited({ seen, token }: { seen: Seen; token: string }) {
  const { t, i18n } = useTranslation('door');
  const until = formatWall(wallAt(seen.expires_at, myZone()), i18n.language, { day: 'numeric', month: 'long' });
  return (
    <>
      <Title order={1}>{t('invited', { calendar: seen.calendar })}</Title>
      <Text>{t('invitedBy', { name: seen.by, email: seen.email, day: until })}</Text>
      {seen.known ? <Known seen={seen} token={token} /> : <Newcomer seen={seen} token={token} />}
    </>
  );
}

// useAccept brings the holder in, and leads them to their calendar.
function useAccept(token: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const accept = async (who: { name?: string; password?: string }) => {
    setBusy(true);
    setTrouble(null);
    try {
      const me = await ask(api.POST('/api/v1/invitations/accept', { body: { token, ...who } }));
      dropSecret('invitation');
      client.clear();
      client.setQueryData(keys.me, me);
      navigate('/', { replace: true });
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return { accept, trouble, busy };
}

// Newcomer chooses a name and a password.
function Newcomer({ seen, token }: { seen: Seen; token: string }) {
  const { t } = useTranslation(['door', 'signin']);
  const { accept, trouble, busy } = useAccept(token);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    accept({ name: String(form.get('name')).trim(), password: String(form.get('password')) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <input type="hidden" name="email" autoComplete="username" value={seen.email} readOnly />
        <TextInput
          name="name"
          label={t('name')}
          autoComplete="name"
          required
          maxLength={200}
          autoFocus
          error={troubleAt(trouble, '/name')}
        />
        <NewPassword label={t('choose')} error={troubleAt(trouble, '/password')} />
        <FormTrouble error={trouble} fields={['/name', '/password']} />
        <Button type="submit" size="md" loading={busy}>
          {t('comeIn')}
        </Button>
      </Stack>
    </form>
  );
}

// Known has an account with the invited address, and must show that it is theirs.
function Known({ seen, token }: { seen: Seen; token: string }) {
  const { t } = useTranslation('door');
  const client = useQueryClient();
  const me = useMe();
  const { accept, trouble, busy } = useAccept(token);
  const leave = async () => {
    try {
      await ask(api.DELETE('/api/v1/session'));
      await client.resetQueries({ queryKey: keys.me });
    } catch (error) {
      showTrouble(error);
    }
  };
  if (me.isPending) return <Waiting />;
  if (me.error instanceof Refused && me.error.status === 401) {
    return (
      <>
        <Text>{t('signInFirst', { email: seen.email })}</Text>
        <Button component={Link} to="/sign-in?next=/invitation" size="md">
          {t('toSignIn')}
        </Button>
      </>
    );
  }
  if (me.error || !me.data) return <Alert color="red">{sentence(me.error)}</Alert>;
  if (me.data.email.toLowerCase() !== seen.email.toLowerCase()) {
    return (
      <>
        <Text>{t('somebodyElse', { me: me.data.email, email: seen.email })}</Text>
        <Button variant="default" onClick={leave}>
          {t('signOut')}
        </Button>
      </>
    );
  }
  return (
    <>
      <FormTrouble error={trouble} />
      <Button size="md" loading={busy} onClick={() => accept({})}>
        {t('accept')}
      </Button>
    </>
  );
}
