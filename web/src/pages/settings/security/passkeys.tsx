import { Alert, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every, type Schemas, versioned } from '../../../api/client';
import { useHere } from '../../../app/here';
import { hasPasskeys, makePasskey } from '../../../lib/passkey';
import { useMoment } from '../../../lib/use-moment';
import { Confirm } from '../../../ui/confirm';
import { FormTrouble } from '../../../ui/form-trouble';
import { sentence, troubleAt } from '../../../ui/trouble';
import { Empty, Row, Rows, Section } from '../section';

type Passkey = Schemas['Passkey'];

// Passkeys are the keys that one's devices keep, in place of a password.
export function Passkeys() {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const moment = useMoment();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const ways = useQuery({
    queryKey: ['ways'],
    queryFn: () => ask(api.GET('/api/v1/session/ways')),
    staleTime: Infinity,
  });
  const found = useQuery({
    queryKey: ['passkeys'],
    queryFn: () => every(async () => ask(api.GET('/api/v1/me/passkeys'))),
  });
  const remove = async (passkey: Passkey) => {
    await versioned(api.DELETE('/api/v1/me/passkeys/{passkey}', { params: { path: { passkey: passkey.id } } }));
    await client.invalidateQueries({ queryKey: ['passkeys'] });
  };
  if (!ways.data?.passkeys) return null;
  return (
    <Section
      title={t('passkeys.title')}
      lead={t('passkeys.what')}
      action={
        hasPasskeys() && (
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {t('passkeys.add')}
          </Button>
        )
      }
    >
      {!hasPasskeys() && <p>{t('passkeys.cannot')}</p>}
      {found.error && <Alert color="red">{sentence(found.error)}</Alert>}
      {found.data?.length === 0 && <Empty>{t('passkeys.none')}</Empty>}
      <Rows>
        {found.data?.map((p) => (
          <Row
            key={p.id}
            action={
              <Button
                size="xs"
                variant="subtle"
                color="red"
                aria-label={t('passkeys.removeOf', { name: p.name })}
                onClick={() => setRemoving(p)}
              >
                {t('passkeys.remove')}
              </Button>
            }
          >
            <strong>{p.name}</strong>
            <p>{p.used_at ? t('passkeys.used', { day: moment.day(p.used_at) }) : t('passkeys.never')}</p>
          </Row>
        ))}
      </Rows>
      {adding && <Add close={() => setAdding(false)} />}
      {removing && (
        <Confirm
          title={t('passkeys.removeAsk', { name: removing.name })}
          act={t('passkeys.remove')}
          run={() => remove(removing)}
          close={() => setRemoving(null)}
        >
          {t('passkeys.removeWhat')}
        </Confirm>
      )}
    </Section>
  );
}

// Add asks for the password, where there is one, before the device is asked for its key.
function Add({ close }: { close: () => void }) {
  const { me } = useHere();
  const { t } = useTranslation(['security', 'common', 'signin']);
  const client = useQueryClient();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const password = String(data.get('password') ?? '');
    const name = String(data.get('name')).trim();
    setBusy(true);
    setTrouble(null);
    try {
      const { ceremony, options } = await ask(
        api.POST('/api/v1/me/passkeys/options', { body: { ...(password && { password }) } }),
      );
      const credential = await makePasskey(options);
      if (!credential) return;
      await ask(api.POST('/api/v1/me/passkeys', { body: { ceremony, credential, ...(name && { name }) } }));
      await client.invalidateQueries({ queryKey: ['passkeys'] });
      close();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={t('passkeys.add')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t(me.password ? 'passkeys.how' : 'passkeys.howBare')}</Text>
          <TextInput
            name="name"
            label={t('passkeys.name')}
            maxLength={100}
            data-autofocus
            error={troubleAt(trouble, '/name')}
          />
          {me.password && (
            <PasswordInput
              name="password"
              label={t('password.current')}
              autoComplete="current-password"
              required
              error={troubleAt(trouble, '/password')}
              visibilityToggleButtonProps={{ 'aria-label': t('signin:show') }}
            />
          )}
          <FormTrouble error={trouble} fields={['/name', '/password']} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('passkeys.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
