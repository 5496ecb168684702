import { Alert, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Schemas, versioned } from '../../../api/client';
import { useHere } from '../../../app/here';
import { useMoment } from '../../../lib/use-moment';
import { Confirm } from '../../../ui/confirm';
import { Icon } from '../../../ui/icons';
import { sentence, showTrouble } from '../../../ui/trouble';
import { useClientLinks } from '../data';
import { Empty, Head, Row, Rows } from '../section';
import { Made, MakeLink } from './make';
import { Revoked } from './revoked';

type Link = Schemas['ClientLink'];

// Links are for people on the client's side, who need no account: one each, revoked at will.
export function Component() {
  const { me } = useHere();
  const { t } = useTranslation('links');
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const [renewed, setRenewed] = useState<Link | null>(null);
  const [revoking, setRevoking] = useState<Link | null>(null);
  const links = useClientLinks();
  const changed = () => client.invalidateQueries({ queryKey: ['client-links'] });
  const renew = async (link: Link) => {
    try {
      setRenewed(await ask(api.POST('/api/v1/client-links/{link}/renew', { params: { path: { link: link.id } } })));
      await changed();
    } catch (error) {
      showTrouble(error);
    }
  };
  const revoke = async (link: Link) => {
    await versioned(api.DELETE('/api/v1/client-links/{link}', { params: { path: { link: link.id } } }));
    await changed();
  };
  const open = links.data?.filter((l) => !l.revoked_at);
  const revoked = links.data?.filter((l) => l.revoked_at);
  return (
    <>
      <Head
        title={t('title')}
        action={
          <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setMaking(true)}>
            {t('make')}
          </Button>
        }
      >
        {t('lead')}
      </Head>
      {links.error && <Alert color="red">{sentence(links.error)}</Alert>}
      {open?.length === 0 && <Empty>{t('none')}</Empty>}
      {open && open.length > 0 && (
        <Rows>
          {open.map((l) => (
            <One key={l.id} link={l} renew={() => renew(l)} revoke={() => setRevoking(l)} />
          ))}
        </Rows>
      )}
      {me.owner && revoked && revoked.length > 0 && <Revoked links={revoked} />}
      {making && <MakeLink close={() => setMaking(false)} />}
      {renewed && <Made link={renewed} close={() => setRenewed(null)} />}
      {revoking && (
        <Confirm
          title={t('revokeAsk', { name: revoking.for })}
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

function One({ link, renew, revoke }: { link: Link; renew: () => void; revoke: () => void }) {
  const { t } = useTranslation('links');
  const moment = useMoment();
  const lines = [
    t(link.approves ? 'approves' : 'reads'),
    link.name ? t('came', { name: link.name }) : t('nobody'),
    link.expires_at && t('until', { day: moment.day(link.expires_at) }),
  ];
  return (
    <Row
      action={
        <>
          <Button size="xs" variant="default" onClick={renew} aria-label={t('renewOf', { name: link.for })}>
            {t('renew')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="red"
            onClick={revoke}
            aria-label={t('revokeOf', { name: link.for })}
          >
            {t('revoke')}
          </Button>
        </>
      }
    >
      <strong>{link.for}</strong>
      <p>{lines.filter(Boolean).join(' · ')}</p>
    </Row>
  );
}
