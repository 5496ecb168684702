import { Button, Modal, MultiSelect, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every, type Member, type Schemas, versioned } from '../../api/client';
import { keys, useMembers } from '../../api/queries';
import { useHere } from '../../app/here';
import { longDay, wallAt } from '../../lib/time';
import { useAct } from '../../lib/use-act';
import { Scroll } from '../../ui/scroll';
import { Secret } from '../../ui/secret';
import { Row, Rows, Section } from '../../ui/section';

const permissions = [
  'read',
  'write',
  'submit',
  'comment',
  'schedule',
  'approve',
  'release',
  'reply',
  'channels',
  'members',
  'policy',
  'audit',
] as const;
const invitationsOf = (calendar: string) => ['invitations', calendar] as const;

function useRoles(calendar: string) {
  return useQuery({
    queryKey: ['roles', calendar],
    queryFn: () =>
      every(async () => ask(api.GET('/api/v1/calendars/{calendar}/roles', { params: { path: { calendar } } }))),
    staleTime: 60_000,
  });
}

// useRoleName names roles: preset ones in the reader's language, a calendar's own as it was named.
function useRoleName(roles: Schemas['Role'][]) {
  const { t } = useTranslation('settings');
  return (id: string) => {
    const role = roles.find((r) => r.id === id);
    return role && !role.preset ? role.name : t(`role.${id as 'manager'}`, { defaultValue: id });
  };
}

// Members are who works here, what each may do, and who was asked to come.
export function Members() {
  const { calendar, me, may } = useHere();
  const { t } = useTranslation('settings');
  const members = useMembers(calendar.id).data ?? [];
  const roles = useRoles(calendar.id).data ?? [];
  const nameOf = useRoleName(roles);
  const [form, setForm] = useState<Member | 'new' | null>(null);
  const [link, setLink] = useState('');
  return (
    <>
      <Section
        title={t('members.title')}
        help={t('members.help')}
        aside={may('members') && <Button onClick={() => setForm('new')}>{t('members.invite')}</Button>}
      >
        {link && <Secret title={t('members.link')} value={link} done={() => setLink('')} />}
        <Rows>
          {members.map((m) => (
            <Row
              key={m.id}
              actions={
                may('members') && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => setForm(m)}
                    aria-label={t('members.changeOf', { name: m.name })}
                  >
                    {t('members.change')}
                  </Button>
                )
              }
            >
              <strong>{m.name}</strong>
              {m.id === me.member && ` (${t('members.you')})`}
              <p>
                {m.service ? t('members.service') : m.email} · {m.roles.map(nameOf).join(', ')}
                {m.deactivated_at && ` · ${t('members.out')}`}
              </p>
            </Row>
          ))}
        </Rows>
      </Section>
      {may('members') && <Invitations nameOf={nameOf} told={setLink} />}
      <Matrix roles={roles} nameOf={nameOf} />
      {form === 'new' && <Invite roles={roles} nameOf={nameOf} close={() => setForm(null)} told={setLink} />}
      {form && form !== 'new' && <Change member={form} roles={roles} nameOf={nameOf} close={() => setForm(null)} />}
    </>
  );
}

function Invitations({ nameOf, told }: { nameOf: (role: string) => string; told: (link: string) => void }) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('settings');
  const { busy, act } = useAct(invitationsOf(calendar.id));
  const found = useQuery({
    queryKey: invitationsOf(calendar.id),
    queryFn: () =>
      every((cursor) =>
        ask(
          api.GET('/api/v1/calendars/{calendar}/invitations', {
            params: { path: { calendar: calendar.id }, query: { cursor, limit: 200 } },
          }),
        ),
      ),
  });
  const open = (found.data ?? []).filter((i) => i.open);
  if (open.length === 0) return null;
  return (
    <Section title={t('members.invited')}>
      <Rows>
        {open.map((i) => (
          <Row
            key={i.id}
            actions={
              <>
                <Button
                  size="xs"
                  variant="default"
                  loading={busy}
                  onClick={async () => {
                    const again = await act(() =>
                      ask(
                        api.POST('/api/v1/invitations/{invitation}/resend', { params: { path: { invitation: i.id } } }),
                      ),
                    );
                    if (again?.link) told(again.link);
                  }}
                >
                  {t('members.newLink')}
                </Button>
                <Button
                  size="xs"
                  variant="subtle"
                  color="gray"
                  onClick={() =>
                    act(() =>
                      ask(api.DELETE('/api/v1/invitations/{invitation}', { params: { path: { invitation: i.id } } })),
                    )
                  }
                >
                  {t('members.revoke')}
                </Button>
              </>
            }
          >
            <strong>{i.email}</strong>
            <p>
              {i.roles.map(nameOf).join(', ')} ·{' '}
              {t('members.until', { day: longDay(wallAt(i.expires_at, calendar.time_zone), i18n.language) })}
            </p>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

interface FormProps {
  roles: Schemas['Role'][];
  nameOf: (role: string) => string;
  close: () => void;
}

function Invite({ roles, nameOf, close, told }: FormProps & { told: (link: string) => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation('settings');
  const { busy, act } = useAct(invitationsOf(calendar.id));
  const [chosen, setChosen] = useState<string[]>(['editor']);
  const [language, setLanguage] = useState<'en' | 'fr'>(calendar.language);
  const [key] = useState(() => crypto.randomUUID());
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    const made = await act(() =>
      ask(
        api.POST('/api/v1/calendars/{calendar}/invitations', {
          params: { path: { calendar: calendar.id }, header: { 'Idempotency-Key': key } },
          body: { email, roles: chosen, language },
        }),
      ),
    );
    if (!made) return;
    if (made.link) told(made.link);
    close();
  };
  return (
    <Modal opened onClose={close} title={t('members.invite')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput name="email" type="email" label={t('members.email')} required data-autofocus />
          <MultiSelect
            label={t('members.roles')}
            data={roles.map((r) => ({ value: r.id, label: nameOf(r.id) }))}
            value={chosen}
            onChange={setChosen}
          />
          <Select
            label={t('members.language')}
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
            value={language}
            onChange={(v) => setLanguage(v === 'fr' ? 'fr' : 'en')}
            allowDeselect={false}
          />
          <Button type="submit" loading={busy} disabled={chosen.length === 0}>
            {t('members.invite')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function Change({ member, roles, nameOf, close }: FormProps & { member: Member }) {
  const { calendar } = useHere();
  const { t } = useTranslation('settings');
  const { busy, act } = useAct(keys.members(calendar.id), keys.me, keys.calendars);
  const [chosen, setChosen] = useState<string[]>(member.roles);
  const path = { calendar: calendar.id, member: member.id };
  const version = async () =>
    (await versioned(api.GET('/api/v1/calendars/{calendar}/members/{member}', { params: { path } }))).etag;
  const save = async () => {
    const done = await act(
      async () =>
        ask(
          api.PATCH('/api/v1/calendars/{calendar}/members/{member}', {
            params: { path, header: { 'If-Match': await version() } },
            body: { roles: chosen },
          }),
        ),
      t('saved'),
    );
    if (done) close();
  };
  const remove = async () => {
    const done = await act(async () => {
      await ask(
        api.DELETE('/api/v1/calendars/{calendar}/members/{member}', {
          params: { path, header: { 'If-Match': await version() } },
        }),
      );
      return true;
    });
    if (done) close();
  };
  return (
    <Modal opened onClose={close} title={member.name}>
      <Stack>
        <MultiSelect
          label={t('members.roles')}
          data={roles.map((r) => ({ value: r.id, label: nameOf(r.id) }))}
          value={chosen}
          onChange={setChosen}
        />
        <Button onClick={save} loading={busy} disabled={chosen.length === 0}>
          {t('save')}
        </Button>
        <Button variant="subtle" color="red" onClick={remove} disabled={busy}>
          {t('members.remove')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('members.removeHelp')}
        </Text>
      </Stack>
    </Modal>
  );
}

// Matrix is what each role may do.
function Matrix({ roles, nameOf }: { roles: Schemas['Role'][]; nameOf: (role: string) => string }) {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('members.matrix')}>
      <Scroll label={t('members.matrix')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('members.may')}</Table.Th>
              {roles.map((r) => (
                <Table.Th key={r.id}>{nameOf(r.id)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {permissions.map((p) => (
              <Table.Tr key={p}>
                <Table.Th scope="row" fw={400}>
                  {t(`permission.${p}`)}
                </Table.Th>
                {roles.map((r) => (
                  <Table.Td key={r.id}>
                    {r.permissions.includes(p) ? (
                      <span title={t('yes')}>✓</span>
                    ) : (
                      <span className="visually-hidden">{t('no')}</span>
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scroll>
    </Section>
  );
}
