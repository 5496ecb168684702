import { Alert, Button, Group, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../api/client';
import { useMembers } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { Icon } from '../../../ui/icons';
import { sentence } from '../../../ui/trouble';
import { useRoles } from '../data';
import { Empty, Head, Row, Rows, Section } from '../section';
import { AddService } from './add-service';
import { Invitations } from './invitations';
import { Invite } from './invite';
import { EditMember } from './member';
import classes from './page.module.css';

// Who is in the calendar, with which roles, and who has been asked to come.
export function Component() {
  const { calendar, me, may } = useHere();
  const { t } = useTranslation('members');
  const members = useMembers(calendar.id);
  const roles = useRoles();
  const [open, setOpen] = useState<'invite' | 'service' | null>(null);
  const [edited, setEdited] = useState<Member | null>(null);
  const error = members.error ?? roles.error;
  if (error && !(members.data && roles.data)) return <Alert color="red">{sentence(error)}</Alert>;
  if (!members.data || !roles.data) return <Waiting />;
  const people = members.data.filter((m) => !m.service);
  const services = members.data.filter((m) => m.service);
  const roleNames = (m: Member) => m.roles.map((id) => roles.data.find((r) => r.id === id)?.name ?? id).join(', ');
  const row = (m: Member) => (
    <Row
      key={m.id}
      quiet={m.deactivated_at !== null}
      action={
        may('members') && (
          <Button size="xs" variant="default" onClick={() => setEdited(m)} aria-label={t('changeOf', { name: m.name })}>
            {t('change')}
          </Button>
        )
      }
    >
      <strong>
        {m.name}
        {m.id === me.member && <span className={classes.tag}>{t('you')}</span>}
        {m.owner && <span className={classes.tag}>{t('owner')}</span>}
        {m.deactivated_at && <span className={classes.tag}>{t('shut')}</span>}
      </strong>
      <p>{[m.service ? t('program') : m.email, roleNames(m)].filter(Boolean).join(' · ')}</p>
    </Row>
  );
  return (
    <>
      <Head
        title={t('title')}
        action={
          may('members') && (
            <Group gap={4} wrap="nowrap">
              <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen('invite')}>
                {t('invite.button')}
              </Button>
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="default" px="xs" aria-label={t('more')}>
                    <Icon name="more" />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setOpen('service')}>{t('service.button')}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </Group>
          )
        }
      >
        {t('lead')}
      </Head>
      <Section title={t('people')}>
        {people.length > 0 ? <Rows>{people.map(row)}</Rows> : <Empty>{t('nobody')}</Empty>}
      </Section>
      {services.length > 0 && (
        <Section title={t('services')} lead={t('servicesLead')}>
          <Rows>{services.map(row)}</Rows>
        </Section>
      )}
      {may('members') && <Invitations roles={roles.data} />}
      {open === 'invite' && <Invite roles={roles.data} close={() => setOpen(null)} />}
      {open === 'service' && <AddService roles={roles.data} close={() => setOpen(null)} />}
      {edited && <EditMember member={edited} roles={roles.data} close={() => setEdited(null)} />}
    </>
  );
}
