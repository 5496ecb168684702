import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../api/client';
import { useChannels } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { Icon } from '../../../ui/icons';
import { sentence } from '../../../ui/trouble';
import { Empty, Head, Section } from '../section';
import { ChannelRow } from './channel';
import { Connect } from './connect';
import { EditChannel } from './edit';
import classes from './page.module.css';

// The accounts that posts go to, and whether each works.
export function Component() {
  const { calendar, may } = useHere();
  const { t } = useTranslation('channels');
  const channels = useChannels(calendar.id);
  const [connecting, setConnecting] = useState(false);
  const [edited, setEdited] = useState<Channel | null>(null);
  if (channels.error && !channels.data) return <Alert color="red">{sentence(channels.error)}</Alert>;
  if (!channels.data) return <Waiting />;
  const inUse = channels.data.filter((c) => !c.archived_at);
  const gone = channels.data.filter((c) => c.archived_at);
  const row = (channel: Channel) => (
    <ChannelRow key={channel.id} channel={channel} edit={may('channels') ? () => setEdited(channel) : undefined} />
  );
  return (
    <>
      <Head
        title={t('title')}
        action={
          may('channels') && (
            <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setConnecting(true)}>
              {t('connect.button')}
            </Button>
          )
        }
      >
        {t('lead')}
      </Head>
      {inUse.length > 0 ? <ul className={classes.channels}>{inUse.map(row)}</ul> : <Empty>{t('none')}</Empty>}
      {gone.length > 0 && (
        <Section title={t('gone')} lead={t('goneHelp')}>
          <ul className={classes.channels}>{gone.map(row)}</ul>
        </Section>
      )}
      {connecting && <Connect close={() => setConnecting(false)} />}
      {edited && <EditChannel channel={edited} close={() => setEdited(null)} />}
    </>
  );
}
