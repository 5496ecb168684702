import { Alert, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api/client';
import { useMoment } from '../../../lib/use-moment';
import { Confirm } from '../../../ui/confirm';
import { sentence, showTrouble } from '../../../ui/trouble';
import { type Invitation, type Role, useInvitations } from '../data';
import { Empty, Row, Rows, Section } from '../section';
import { Made } from './invite';

// Invitations that are open, or have run out unanswered: each can get a new link, or be taken back.
export function Invitations({ roles }: { roles: Role[] }) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  const invitations = useInvitations();
  const moment = useMoment();
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const [renewed, setRenewed] = useState<Invitation | null>(null);
  const changed = () => client.invalidateQueries({ queryKey: ['invitations'] });
  const waiting = (invitations.data ?? []).filter((i) => !i.accepted_at && !i.revoked_at);
  const names = (i: Invitation) => i.roles.map((id) => roles.find((r) => r.id === id)?.name ?? id).join(', ');

  const resend = async (invitation: Invitation) => {
    try {
      setRenewed(
        await ask(
          api.POST('/api/v1/invitations/{invitation}/resend', { params: { path: { invitation: invitation.id } } }),
        ),
      );
      await changed();
    } catch (error) {
      showTrouble(error);
    }
  };
  const revoke = async (invitation: Invitation) => {
    await ask(api.DELETE('/api/v1/invitations/{invitation}', { params: { path: { invitation: invitation.id } } }));
    await changed();
  };

  return (
    <Section title={t('invitations')}>
      {invitations.error && <Alert color="red">{sentence(invitations.error)}</Alert>}
      {invitations.data && waiting.length === 0 && <Empty>{t('noInvitation')}</Empty>}
      {waiting.length > 0 && (
        <Rows>
          {waiting.map((i) => (
            <Row
              key={i.id}
              quiet={!i.open}
              action={
                <>
                  <Button size="xs" variant="default" onClick={() => resend(i)}>
                    {t('resend')}
                  </Button>
                  <Button size="xs" variant="subtle" color="red" onClick={() => setRevoking(i)}>
                    {t('revoke')}
                  </Button>
                </>
              }
            >
              <strong>{i.email}</strong>
              <p>
                {names(i)} · {t(i.open ? 'openUntil' : 'ranOut', { name: i.by.name, day: moment.day(i.expires_at) })}
              </p>
            </Row>
          ))}
        </Rows>
      )}
      {renewed && <Made invitation={renewed} close={() => setRenewed(null)} />}
      {revoking && (
        <Confirm
          title={t('revokeTitle', { email: revoking.email })}
          act={t('revoke')}
          run={() => revoke(revoking)}
          close={() => setRevoking(null)}
        >
          {t('revokeWhat')}
        </Confirm>
      )}
    </Section>
  );
}
