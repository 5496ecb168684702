import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Member, type Schemas, versioned } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useEdit } from '../../../api/use-edit';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { useMoment } from '../../../lib/use-moment';
import { Confirm } from '../../../ui/confirm';
import { FormTrouble } from '../../../ui/form-trouble';
import { Once } from '../../../ui/once';
import { sentence, showTrouble, troubleAt } from '../../../ui/trouble';
import { Crossed } from '../crossed';
import type { Role } from '../data';
import { RolePicker } from './role-picker';

interface EditMemberProps {
  member: Member;
  roles: Role[];
  close: () => void;
}

// EditMember gives and takes roles, helps with a lost password, and takes somebody out.
export function EditMember({ member, roles, close }: EditMemberProps) {
  const { calendar } = useHere();
  const { t } = useTranslation(['members', 'common']);
  const client = useQueryClient();
  const path = { calendar: calendar.id, member: member.id };
  const edit = useEdit<Member>({
    queryKey: ['member', calendar.id, member.id],
    read: () => versioned(api.GET('/api/v1/calendars/{calendar}/members/{member}', { params: { path } })),
    write: ({ name, roles: held }, etag) =>
      versioned(
        api.PATCH('/api/v1/calendars/{calendar}/members/{member}', {
          params: { path, header: { 'If-Match': etag } },
          body: { name, roles: held },
        }),
      ),
  });
  const [leaving, setLeaving] = useState(false);
  const changed = () => client.invalidateQueries({ queryKey: keys.members(calendar.id) });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!edit.dirty || (await edit.save())) {
      changed();
      close();
    }
  };
  const takeOut = async () => {
    const { etag } = await versioned(api.GET('/api/v1/calendars/{calendar}/members/{member}', { params: { path } }));
    await ask(
      api.DELETE('/api/v1/calendars/{calendar}/members/{member}', { params: { path, header: { 'If-Match': etag } } }),
    );
    await changed();
    close();
  };

  return (
    <Modal opened onClose={close} title={member.name}>
      {edit.failed && <Alert color="red">{sentence(edit.failed)}</Alert>}
      {!edit.value && !edit.failed && <Waiting />}
      {edit.value && (
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              label={t('name')}
              value={edit.value.name}
              onChange={(event) => edit.set({ name: event.currentTarget.value })}
              required
              maxLength={200}
              error={troubleAt(edit.error, '/name')}
            />
            <RolePicker
              roles={roles}
              value={edit.value.roles}
              onChange={(held) => edit.set({ roles: held })}
              error={troubleAt(edit.error, '/roles')}
            />
            <Crossed fields={edit.conflict.map((field) => (field === 'roles' ? t('roles') : t('name')))} />
            <FormTrouble error={edit.error} fields={['/name', '/roles']} />
            {!member.service && <NewPassword member={member} />}
            <Group justify="space-between" gap="xs">
              <Button variant="subtle" color="red" onClick={() => setLeaving(true)}>
                {t('takeOut')}
              </Button>
              <Group gap="xs">
                <Button variant="default" onClick={close}>
                  {t('common:cancel')}
                </Button>
                <Button type="submit" loading={edit.busy} disabled={edit.value.roles.length === 0}>
                  {t('common:save')}
                </Button>
              </Group>
            </Group>
          </Stack>
        </form>
      )}
      {leaving && (
        <Confirm
          title={t('takeOutTitle', { name: member.name, calendar: calendar.name })}
          act={t('takeOut')}
          run={takeOut}
          close={() => setLeaving(false)}
        >
          {t('takeOutWhat')}
        </Confirm>
      )}
    </Modal>
  );
}

// NewPassword makes a link for somebody who has lost theirs.
function NewPassword({ member }: { member: Member }) {
  const { t } = useTranslation('members');
  const moment = useMoment();
  const [reset, setReset] = useState<Schemas['Reset'] | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    try {
      setReset(await ask(api.POST('/api/v1/members/{member}/resets', { params: { path: { member: member.id } } })));
    } catch (error) {
      showTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  if (reset) {
    return (
      <Once
        label={t('reset.link', { name: member.name })}
        secret={reset.link}
        help={t('reset.linkHelp', { time: moment.time(reset.expires_at) })}
      />
    );
  }
  return (
    <Button variant="default" loading={busy} onClick={make} style={{ alignSelf: 'start' }}>
      {t('reset.button')}
    </Button>
  );
}
