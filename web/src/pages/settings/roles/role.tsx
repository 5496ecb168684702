import { Alert, Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, versioned } from '../../../api/client';
import { useEdit } from '../../../api/use-edit';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { Confirm } from '../../../ui/confirm';
import { FormTrouble } from '../../../ui/form-trouble';
import { sentence, troubleAt } from '../../../ui/trouble';
import { Crossed } from '../crossed';
import { type Permission, permissions, type Role } from '../data';
import classes from './page.module.css';

interface FieldsProps {
  name: string;
  held: string[];
  set: (next: { name?: string; permissions?: Permission[] }) => void;
  error: unknown;
}

// Fields of a role: its name, and what it lets people do. Nobody makes a role that may more than they may.
function Fields({ name, held, set, error }: FieldsProps) {
  const { me, may } = useHere();
  const { t } = useTranslation(['roles', 'settings']);
  return (
    <>
      <TextInput
        label={t('name')}
        value={name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        required
        maxLength={100}
        data-autofocus
        error={troubleAt(error, '/name')}
      />
      <Checkbox.Group
        label={t('may')}
        value={held}
        onChange={(value) => set({ permissions: value as Permission[] })}
        error={troubleAt(error, '/permissions')}
      >
        <div className={classes.choices}>
          {permissions.map((permission) => (
            <Checkbox
              key={permission}
              value={permission}
              label={t(`settings:may.${permission}`)}
              description={t(`settings:mayHelp.${permission}`)}
              disabled={permission === 'read' || !(me.owner || may(permission))}
            />
          ))}
        </div>
      </Checkbox.Group>
      <FormTrouble error={error} fields={['/name', '/permissions']} />
    </>
  );
}

export function NewRole({ close }: { close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['roles', 'common']);
  const client = useQueryClient();
  const [role, setRole] = useState<{ name: string; permissions: Permission[] }>({ name: '', permissions: ['read'] });
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setTrouble(null);
    try {
      await ask(
        api.POST('/api/v1/calendars/{calendar}/roles', {
          params: { path: { calendar: calendar.id }, header: { 'Idempotency-Key': key } },
          body: role,
        }),
      );
      await client.invalidateQueries({ queryKey: ['roles', calendar.id] });
      close();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={t('new')}>
      <form onSubmit={submit}>
        <Stack>
          <Fields
            name={role.name}
            held={role.permissions}
            set={(next) => setRole((before) => ({ ...before, ...next }))}
            error={trouble}
          />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function EditRole({ role, close }: { role: Role; close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['roles', 'common']);
  const client = useQueryClient();
  const path = { calendar: calendar.id, role: role.id };
  const [removing, setRemoving] = useState(false);
  const edit = useEdit<Role>({
    queryKey: ['role', calendar.id, role.id],
    read: () => versioned(api.GET('/api/v1/calendars/{calendar}/roles/{role}', { params: { path } })),
    write: (draft, etag) =>
      versioned(
        api.PATCH('/api/v1/calendars/{calendar}/roles/{role}', {
          params: { path, header: { 'If-Match': etag } },
          body: { name: draft.name, permissions: draft.permissions as Permission[] | undefined },
        }),
      ),
  });
  // who holds the role may other things now
  const changed = () =>
    Promise.all(['roles', 'members', 'calendars'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!edit.dirty || (await edit.save())) {
      changed();
      close();
    }
  };
  const remove = async () => {
    const { etag } = await versioned(api.GET('/api/v1/calendars/{calendar}/roles/{role}', { params: { path } }));
    await ask(
      api.DELETE('/api/v1/calendars/{calendar}/roles/{role}', { params: { path, header: { 'If-Match': etag } } }),
    );
    await changed();
    close();
  };
  return (
    <Modal opened onClose={close} title={role.name}>
      {edit.failed && <Alert color="red">{sentence(edit.failed)}</Alert>}
      {!edit.value && !edit.failed && <Waiting />}
      {edit.value && (
        <form onSubmit={submit}>
          <Stack>
            <Fields name={edit.value.name} held={edit.value.permissions} set={edit.set} error={edit.error} />
            <Crossed fields={edit.conflict.map((field) => (field === 'name' ? t('name') : t('may')))} />
            <Group justify="space-between" gap="xs">
              <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>
                {t('remove')}
              </Button>
              <Group gap="xs">
                <Button variant="default" onClick={close}>
                  {t('common:cancel')}
                </Button>
                <Button type="submit" loading={edit.busy}>
                  {t('common:save')}
                </Button>
              </Group>
            </Group>
          </Stack>
        </form>
      )}
      {removing && (
        <Confirm
          title={t('removeTitle', { name: role.name })}
          act={t('remove')}
          run={remove}
          close={() => setRemoving(false)}
        >
          {t('removeWhat')}
        </Confirm>
      )}
    </Modal>
  );
}
