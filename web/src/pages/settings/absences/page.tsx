import { Alert, Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every, type Schemas, versioned } from '../../../api/client';
import { useMembers } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { useMoment } from '../../../lib/use-moment';
import { Icon } from '../../../ui/icons';
import { sentence, showTrouble } from '../../../ui/trouble';
import { Empty, Head, Row, Rows } from '../section';
import { Away } from './away';

type Delegation = Schemas['Delegation'];

// Who is away, and who says yes in their place meanwhile.
export function Component() {
  const { calendar, me, may } = useHere();
  const { t } = useTranslation('absences');
  const client = useQueryClient();
  const moment = useMoment();
  const members = useMembers(calendar.id).data ?? [];
  const [making, setMaking] = useState(false);
  const absences = useQuery({
    queryKey: ['delegations', calendar.id],
    queryFn: () =>
      every((cursor) =>
        ask(
          api.GET('/api/v1/calendars/{calendar}/delegations', {
            params: { path: { calendar: calendar.id }, query: { cursor, limit: 200 } },
          }),
        ),
      ),
  });
  const name = (id: string) => members.find((m) => m.id === id)?.name ?? t('somebody');
  const end = async (absence: Delegation) => {
    try {
      await versioned(api.DELETE('/api/v1/delegations/{delegation}', { params: { path: { delegation: absence.id } } }));
      await client.invalidateQueries({ queryKey: ['delegations'] });
    } catch (error) {
      showTrouble(error);
    }
  };
  if (absences.error && !absences.data) return <Alert color="red">{sentence(absences.error)}</Alert>;
  if (!absences.data) return <Waiting />;
  const coming = absences.data.filter((d) => Date.parse(d.until) > Date.now());
  return (
    <>
      <Head
        title={t('title')}
        action={
          (may('approve') || may('policy')) && (
            <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setMaking(true)}>
              {t('add')}
            </Button>
          )
        }
      >
        {t('lead')}
      </Head>
      {coming.length === 0 && <Empty>{t('none')}</Empty>}
      {coming.length > 0 && (
        <Rows>
          {coming.map((d) => (
            <Row
              key={d.id}
              quiet={!d.active}
              action={
                (d.member === me.member || may('policy')) && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => end(d)}
                    aria-label={t('endOf', { name: name(d.member) })}
                  >
                    {t('end')}
                  </Button>
                )
              }
            >
              <strong>{t('line', { member: name(d.member), to: d.to ? name(d.to) : t('deputy') })}</strong>
              <p>
                {t(d.active ? 'now' : 'later', { from: moment.time(d.from), until: moment.time(d.until) })}
                {d.reason && ` · ${d.reason}`}
              </p>
            </Row>
          ))}
        </Rows>
      )}
      {making && <Away members={members} close={() => setMaking(false)} />}
    </>
  );
}
