import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every } from '../../api/client';
import { useHere } from '../../app/here';
import { locale } from '../../lib/time';
import { useAct } from '../../lib/use-act';
import { Secret } from '../../ui/secret';
import { Row, Rows, Section } from '../../ui/section';

// Tokens are what programs act with in one's name: shown once, narrowed at will, revoked at once.
export function Tokens() {
  const { me } = useHere();
  const { t, i18n } = useTranslation('account');
  const { act } = useAct(['tokens']);
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState('');
  const found = useQuery({
    queryKey: ['tokens'],
    queryFn: () => every((cursor) => ask(api.GET('/api/v1/tokens', { params: { query: { cursor, limit: 200 } } }))),
  });
  const day = (at: string) =>
    new Intl.DateTimeFormat(locale(i18n.language), { dateStyle: 'medium' }).format(new Date(at));
  const mine = (found.data ?? []).filter((token) => token.member === me.member && !token.revoked_at);
  return (
    <Section
      title={t('tokens.title')}
      help={t('tokens.help')}
      aside={<Button onClick={() => setMaking(true)}>{t('tokens.make')}</Button>}
    >
      {secret && <Secret title={t('tokens.made')} value={secret} done={() => setSecret('')} />}
      <Rows>
        {mine.map((token) => (
          <Row
            key={token.id}
            actions={
              <Button
                size="xs"
                variant="default"
                aria-label={t('tokens.revokeOf', { name: token.name })}
                onClick={() =>
                  act(() => ask(api.DELETE('/api/v1/tokens/{token}', { params: { path: { token: token.id } } })))
                }
              >
                {t('tokens.revoke')}
              </Button>
            }
          >
            <strong>{token.name}</strong>
            <p>
              {token.permissions.length > 0 ? token.permissions.join(', ') : t('tokens.everything')}
              {' · '}
              {token.last_used_at ? t('tokens.used', { day: day(token.last_used_at) }) : t('tokens.never')}
              {token.expires_at && ` · ${t('tokens.expires', { day: day(token.expires_at) })}`}
            </p>
          </Row>
        ))}
      </Rows>
      {making && <Make close={() => setMaking(false)} made={setSecret} />}
    </Section>
  );
}

function Make({ close, made }: { close: () => void; made: (secret: string) => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation('account');
  const { busy, act } = useAct(['tokens']);
  const [key] = useState(() => crypto.randomUUID());
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const expires = data.get('expires');
    const token = await act(() =>
      ask(
        api.POST('/api/v1/tokens', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            name: String(data.get('name')).trim(),
            ...(data.get('only') && { calendars: [calendar.id] }),
            ...(data.get('read') && { permissions: ['read' as const] }),
            ...(expires && { expires_at: `${expires}T00:00:00Z` }),
          },
        }),
      ),
    );
    if (!token) return;
    made(token.token ?? '');
    close();
  };
  return (
    <Modal opened onClose={close} title={t('tokens.make')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            name="name"
            label={t('tokens.name')}
            description={t('tokens.nameHelp')}
            required
            maxLength={200}
            data-autofocus
          />
          <Checkbox name="only" label={t('tokens.only', { name: calendar.name })} defaultChecked />
          <Checkbox name="read" label={t('tokens.read')} />
          <TextInput type="date" name="expires" label={t('tokens.expiry')} description={t('tokens.expiryHelp')} />
          <Group justify="end">
            <Button type="submit" loading={busy}>
              {t('tokens.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
