import { Alert, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client';
import { Waiting } from '../../app/waiting';
import { changeLanguage } from '../../i18n';
import { takeSecret } from '../../lib/link-secret';
import { Door } from '../../ui/door';
import { sentence } from '../../ui/trouble';
import { asVisitor, keepVisit, keptVisit } from './client';
import { Desk } from './desk';

// The client's page: no account, a link. Opening it decides nothing; it asks for a name once.
export function Component() {
  const [link] = useState(() => takeSecret('client'));
  const [visit, setVisit] = useState(() => keptVisit(link));
  const visitor = useMemo(() => asVisitor(visit), [visit]);
  const leave = () => {
    keepVisit(link, '');
    setVisit('');
  };
  if (visit) return <Desk visitor={visitor} leave={leave} />;
  return (
    <Enter
      link={link}
      begun={(begun) => {
        keepVisit(link, begun);
        setVisit(begun);
      }}
    />
  );
}

function Enter({ link, begun }: { link: string; begun: (visit: string) => void }) {
  const { t } = useTranslation('client');
  const visitor = useMemo(() => asVisitor(''), []);
  const [trouble, setTrouble] = useState('');
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const found = useQuery({
    queryKey: ['client-link', link],
    queryFn: () => ask(visitor.POST('/api/v1/client/look', { body: { token: link } })),
    enabled: link !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const spoken = found.data?.language;
  useEffect(() => {
    if (spoken) changeLanguage(spoken);
  }, [spoken]);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setTrouble('');
    await work().catch((error) => setTrouble(sentence(error)));
    setBusy(false);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [name, code] = [String(data.get('name') ?? '').trim(), String(data.get('code') ?? '').trim()];
    run(async () => {
      const made = await ask(
        visitor.POST('/api/v1/client/visits', { body: { token: link, ...(name && { name }), ...(code && { code }) } }),
      );
      begun(made.visit);
    });
  };
  const mail = () =>
    run(async () => {
      await ask(visitor.POST('/api/v1/client/codes', { body: { token: link } }));
      setSent(true);
    });
  if (link && found.isPending) return <Waiting />;
  const look = found.data;
  return (
    <Door>
      {!look && (
        <>
          <Title order={1}>{t('closed')}</Title>
          {found.error && <Text>{sentence(found.error)}</Text>}
          <Text>{t('noLink')}</Text>
        </>
      )}
      {look && (
        <form onSubmit={submit}>
          <Stack>
            <Title order={1}>{look.calendar}</Title>
            <Text>{t('what', { name: look.by })}</Text>
            {!look.name && (
              <TextInput
                name="name"
                label={t('name')}
                description={t('nameHelp')}
                autoComplete="name"
                required
                maxLength={200}
                autoFocus
              />
            )}
            {look.code && (
              <>
                <Button variant="default" onClick={mail} loading={busy}>
                  {t(sent ? 'codeAgain' : 'codeSend', { email: look.email })}
                </Button>
                {sent && (
                  <TextInput name="code" label={t('code')} inputMode="numeric" autoComplete="one-time-code" required />
                )}
              </>
            )}
            {trouble && (
              <Alert color="red" role="alert">
                {trouble}
              </Alert>
            )}
            <Button type="submit" size="md" loading={busy} disabled={look.code && !sent}>
              {t('enter')}
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  );
}
