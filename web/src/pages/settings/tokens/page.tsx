import { Alert, Button } from '@mantine/core';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every, type Schemas, versioned } from '../../../api/client';
import { useCalendars, useMembers } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { useMoment } from '../../../lib/use-moment';
import { Confirm } from '../../../ui/confirm';
import { Icon } from '../../../ui/icons';
import { sentence } from '../../../ui/trouble';
import { permissions } from '../data';
import { Empty, Head, Row, Rows, Section } from '../section';
import { MakeToken } from './make';

type Token = Schemas['Token'];

// Tokens let programs in: the reader's own, and those of the programs of this calendar for whoever looks after them.
export function Component() {
  const { calendar, me, may } = useHere();
  const { t } = useTranslation(['tokens', 'settings']);
  const client = useQueryClient();
  const members = useMembers(calendar.id).data ?? [];
  const services = may('members') ? members.filter((m) => m.service && !m.deactivated_at) : [];
  const holders = [{ id: me.member, name: me.name }, ...services];
  const lists = useQueries({
    queries: holders.map((holder) => ({
      queryKey: ['tokens', holder.id],
      queryFn: () =>
        every((cursor) =>
          ask(api.GET('/api/v1/tokens', { params: { query: { member: holder.id, cursor, limit: 200 } } })),
        ),
    })),
  });
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const revoke = async (token: Token) => {
    await versioned(api.DELETE('/api/v1/tokens/{token}', { params: { path: { token: token.id } } }));
    await client.invalidateQueries({ queryKey: ['tokens'] });
  };
  return (
    <>
      <Head
        title={t('title')}
        action={
          <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setMaking(true)}>
            {t('make.button')}
          </Button>
        }
      >
        {t('lead')}
      </Head>
      {holders.map((holder, index) => {
        const { data, error } = lists[index] ?? {};
        const tokens = data?.filter((token) => !token.revoked_at);
        return (
          <Section key={holder.id} title={holder.id === me.member ? t('mine') : holder.name}>
            {error && <Alert color="red">{sentence(error)}</Alert>}
            {tokens?.length === 0 && <Empty>{t(holder.id === me.member ? 'none' : 'noneOf')}</Empty>}
            {tokens && tokens.length > 0 && (
              <Rows>
                {tokens.map((token) => (
                  <One key={token.id} token={token} revoke={() => setRevoking(token)} />
                ))}
              </Rows>
            )}
          </Section>
        );
      })}
      {making && <MakeToken holders={holders} close={() => setMaking(false)} />}
      {revoking && (
        <Confirm
          title={t('revokeAsk', { name: revoking.name })}
          act={t('revoke')}
          run={() => revoke(revoking)}
          close={() => setRevoking(null)}
        >
          {t('revokeWhat')}
        </Confirm>
      )}
    </>
  );
}

function One({ token, revoke }: { token: Token; revoke: () => void }) {
  const { t } = useTranslation(['tokens', 'settings']);
  const moment = useMoment();
  const calendars = useCalendars().data ?? [];
  const over = token.expires_at !== null && Date.parse(token.expires_at) < Date.now();
  const may = permissions.filter((p) => token.permissions.includes(p)).map((p) => t(`settings:may.${p}`));
  const where = token.calendars.map((id) => calendars.find((c) => c.id === id)?.name ?? id);
  const lines = [
    may.length > 0 ? may.join(', ') : t('everything'),
    where.length > 0 ? where.join(', ') : t('everywhere'),
    token.expires_at ? t(over ? 'ended' : 'ends', { day: moment.day(token.expires_at) }) : t('endless'),
    token.last_used_at ? t('used', { time: moment.time(token.last_used_at) }) : t('unused'),
  ];
  return (
    <Row
      quiet={over}
      action={
        <Button
          size="xs"
          variant="subtle"
          color="red"
          onClick={revoke}
          aria-label={t('revokeOf', { name: token.name })}
        >
          {t('revoke')}
        </Button>
      }
    >
      <strong>{token.name}</strong>
      <p>{lines.join(' · ')}</p>
    </Row>
  );
}
