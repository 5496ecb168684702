import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api/client';
import { useHere } from '../../../app/here';
import { useMoment } from '../../../lib/use-moment';
import { FormTrouble } from '../../../ui/form-trouble';
import { Once } from '../../../ui/once';
import { troubleAt } from '../../../ui/trouble';
import type { Invitation, Role } from '../data';
import { RolePicker } from './role-picker';

// Invite asks somebody in. The link is shown to whoever invites, once, since not every instance sends mail.
export function Invite({ roles, close }: { roles: Role[]; close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['members', 'common']);
  const client = useQueryClient();
  const [held, setHeld] = useState<string[]>([]);
  const [language, setLanguage] = useState(calendar.language);
  const [made, setMade] = useState<Invitation | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setBusy(true);
    setTrouble(null);
    try {
      const invitation = await ask(
        api.POST('/api/v1/calendars/{calendar}/invitations', {
          params: { path: { calendar: calendar.id } },
          body: { email, roles: held, language },
        }),
      );
      setMade(invitation);
      client.invalidateQueries({ queryKey: ['invitations'] });
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };

  if (made) return <Made invitation={made} close={close} />;
  return (
    <Modal opened onClose={close} title={t('invite.title')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            name="email"
            type="email"
            label={t('email')}
            required
            maxLength={254}
            data-autofocus
            error={troubleAt(trouble, '/email')}
          />
          <RolePicker roles={roles} value={held} onChange={setHeld} error={troubleAt(trouble, '/roles')} />
          <div>
            <Text size="sm" fw={500} id="invite-language" mb={4}>
              {t('invite.language')}
            </Text>
            <SegmentedControl
              aria-labelledby="invite-language"
              value={language}
              onChange={(value) => setLanguage(value as 'en' | 'fr')}
              data={[
                { value: 'fr', label: 'Français' },
                { value: 'en', label: 'English' },
              ]}
            />
          </div>
          <FormTrouble error={trouble} fields={['/email', '/roles']} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={held.length === 0}>
              {t('invite.button')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

// Made hands out the link of an invitation.
export function Made({ invitation, close }: { invitation: Invitation; close: () => void }) {
  const { t } = useTranslation(['members', 'common']);
  const moment = useMoment();
  return (
    <Modal opened onClose={close} title={t('invite.made', { email: invitation.email })}>
      <Stack>
        <Once
          label={t('invite.link')}
          secret={invitation.link ?? ''}
          help={t('invite.linkHelp', { day: moment.day(invitation.expires_at) })}
        />
        <Group justify="end">
          <Button onClick={close}>{t('common:close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
