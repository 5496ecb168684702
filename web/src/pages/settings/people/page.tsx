import { Alert, Button, Menu } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every, type Schemas, versioned } from '../../../api/client';
import { useCalendars } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { Confirm } from '../../../ui/confirm';
import { Icon } from '../../../ui/icons';
import { sentence, showTrouble } from '../../../ui/trouble';
import classes from '../members/page.module.css';
import { Head, Row, Rows } from '../section';

type Person = Schemas['Person'];

// Everybody on this instance, for its owners: who owns it, and who is shut out of all of it.
export function Component() {
  const { me } = useHere();
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const calendars = useCalendars().data ?? [];
  const [shutting, setShutting] = useState<Person | null>(null);
  const people = useQuery({
    queryKey: ['people'],
    queryFn: () => every((cursor) => ask(api.GET('/api/v1/members', { params: { query: { cursor, limit: 200 } } }))),
    enabled: me.owner,
  });
  const changed = () => Promise.all(['people', 'members'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const move = async (person: Person, move: 'deactivate' | 'reactivate') => {
    await ask(api.POST('/api/v1/members/{member}/moves', { params: { path: { member: person.id } }, body: { move } }));
    await changed();
  };
  const own = async (person: Person) => {
    const path = { member: person.id };
    try {
      const { etag } = await versioned(api.GET('/api/v1/members/{member}', { params: { path } }));
      await ask(
        api.PATCH('/api/v1/members/{member}', {
          params: { path, header: { 'If-Match': etag } },
          body: { owner: !person.owner },
        }),
      );
      await changed();
    } catch (error) {
      showTrouble(error);
    }
  };
  if (!me.owner) return <Head title={t('title')}>{t('owners')}</Head>;
  if (people.error && !people.data) return <Alert color="red">{sentence(people.error)}</Alert>;
  if (!people.data) return <Waiting />;
  const where = (person: Person) =>
    Object.keys(person.roles)
      .map((id) => calendars.find((c) => c.id === id)?.name)
      .filter(Boolean)
      .join(', ');
  return (
    <>
      <Head title={t('title')}>{t('lead')}</Head>
      <Rows>
        {people.data.map((p) => (
          <Row
            key={p.id}
            quiet={p.deactivated_at !== null}
            action={
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button size="xs" variant="default" px="xs" aria-label={t('more', { name: p.name })}>
                    <Icon name="more" />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {!p.service && <Menu.Item onClick={() => own(p)}>{t(p.owner ? 'ownNot' : 'own')}</Menu.Item>}
                  {p.deactivated_at ? (
                    <Menu.Item onClick={() => move(p, 'reactivate').catch(showTrouble)}>{t('letIn')}</Menu.Item>
                  ) : (
                    <Menu.Item color="red" disabled={p.id === me.member} onClick={() => setShutting(p)}>
                      {t('shutOut')}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            }
          >
            <strong>
              {p.name}
              {p.owner && <span className={classes.tag}>{t('owner')}</span>}
              {p.deactivated_at && <span className={classes.tag}>{t('shut')}</span>}
            </strong>
            <p>{[p.service ? t('program') : p.email, where(p) || t('nowhere')].join(' · ')}</p>
          </Row>
        ))}
      </Rows>
      {shutting && (
        <Confirm
          title={t('shutAsk', { name: shutting.name })}
          act={t('shutOut')}
          run={() => move(shutting, 'deactivate')}
          close={() => setShutting(null)}
        >
          {t('shutWhat')}
        </Confirm>
      )}
    </>
  );
}
