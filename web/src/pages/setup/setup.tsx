import { Alert, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, ask } from '../../api/client';
import { keys } from '../../api/queries';
import { Waiting } from '../../app/waiting';
import type { Language } from '../../i18n';
import { Door } from '../../ui/door';
import { FormTrouble } from '../../ui/form-trouble';
import { sentence, troubleAt } from '../../ui/trouble';
import { NewPassword } from '../signin/new-password';

// Setup makes the first owner of an instance that nobody is in yet: whoever can read what the daemon showed at the machine.
export function Component() {
  const { t, i18n } = useTranslation(['setup', 'door', 'signin']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const ways = useQuery({ queryKey: ['ways'], queryFn: () => ask(api.GET('/api/v1/session/ways')) });

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name)).trim();
    setBusy(true);
    setTrouble(null);
    try {
      const me = await ask(
        api.POST('/api/v1/setup', {
          body: {
            code: text('code'),
            name: text('name'),
            email: text('email'),
            password: String(form.get('password')),
            language: i18n.language as Language,
          },
        }),
      );
      client.clear();
      client.setQueryData(keys.me, me);
      navigate('/start', { replace: true });
    } catch (error) {
      setTrouble(error);
      setBusy(false);
    }
  };

  if (ways.error) {
    return (
      <Door>
        <Alert color="red">{sentence(ways.error)}</Alert>
      </Door>
    );
  }
  if (!ways.data) return <Waiting />;
  if (!ways.data.setup) {
    return (
      <Door>
        <Title order={1}>{t('over')}</Title>
        <Text>{t('overWhat')}</Text>
        <Button component={Link} to="/sign-in" size="md">
          {t('door:toSignIn')}
        </Button>
      </Door>
    );
  }
  return (
    <Door>
      <div>
        <Title order={1}>{t('title')}</Title>
        <Text c="dimmed" mt={4}>
          {t('what')}
        </Text>
      </div>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            name="code"
            label={t('code')}
            description={t('codeHelp')}
            placeholder="XXXX-XXXX-XXXX-XXXX"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            autoFocus
            maxLength={64}
            error={troubleAt(trouble, '/code')}
          />
          <TextInput
            name="name"
            label={t('door:name')}
            autoComplete="name"
            required
            maxLength={200}
            error={troubleAt(trouble, '/name')}
          />
          <TextInput
            name="email"
            type="email"
            label={t('signin:email')}
            description={t('emailHelp')}
            autoComplete="username"
            required
            maxLength={254}
            error={troubleAt(trouble, '/email')}
          />
          <NewPassword label={t('door:choose')} error={troubleAt(trouble, '/password')} />
          <FormTrouble error={trouble} fields={['/code', '/name', '/email', '/password']} />
          <Button type="submit" size="md" loading={busy}>
            {t('act')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
