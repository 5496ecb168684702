import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { FormTrouble } from '../../../ui/form-trouble';
import { troubleAt } from '../../../ui/trouble';
import type { Role } from '../data';
import { RolePicker } from './role-picker';

// AddService makes a member for a program that is nobody's.
export function AddService({ roles, close }: { roles: Role[]; close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['members', 'common']);
  const client = useQueryClient();
  const [held, setHeld] = useState<string[]>([]);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key] = useState(() => crypto.randomUUID());

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    setBusy(true);
    setTrouble(null);
    try {
      await ask(
        api.POST('/api/v1/calendars/{calendar}/members', {
          params: { path: { calendar: calendar.id }, header: { 'Idempotency-Key': key } },
          body: { name, service: true, roles: held },
        }),
      );
      await client.invalidateQueries({ queryKey: keys.members(calendar.id) });
      close();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={close} title={t('service.title')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('service.what')}</Text>
          <TextInput
            name="name"
            label={t('name')}
            placeholder="CMS"
            required
            maxLength={200}
            data-autofocus
            error={troubleAt(trouble, '/name')}
          />
          <RolePicker roles={roles} value={held} onChange={setHeld} error={troubleAt(trouble, '/roles')} />
          <FormTrouble error={trouble} fields={['/name', '/roles']} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={held.length === 0}>
              {t('service.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
