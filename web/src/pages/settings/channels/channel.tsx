import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Channel, type Schemas } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { locale } from '../../../lib/time';
import { useMoment } from '../../../lib/use-moment';
import { Icon, type IconName } from '../../../ui/icons';
import { PlatformIcon } from '../../../ui/platform';
import { showTrouble } from '../../../ui/trouble';
import { useLimitWords } from './limits';
import classes from './page.module.css';

type Check = Schemas['Check'];

interface ChannelRowProps {
  channel: Channel;
  edit?: () => void;
}

// ChannelRow tells of one account whether it works, what it takes, and until when.
export function ChannelRow({ channel, edit }: ChannelRowProps) {
  const { calendar } = useHere();
  const { t } = useTranslation('channels');
  const client = useQueryClient();
  const limits = useLimitWords();
  const [check, setCheck] = useState<Check | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    try {
      setCheck(await ask(api.POST('/api/v1/channels/{channel}/check', { params: { path: { channel: channel.id } } })));
    } catch (error) {
      setCheck(null);
      showTrouble(error);
    } finally {
      setBusy(false);
      client.invalidateQueries({ queryKey: keys.channels(calendar.id) }); // what was found may have changed its state
    }
  };
  const used = !channel.archived_at;
  return (
    <li className={classes.channel}>
      <span className={classes.sign}>
        <PlatformIcon platform={channel.platform} size={18} />
      </span>
      <div>
        <span className={classes.name}>
          <strong>{channel.name}</strong>
          {channel.url ? (
            <a href={channel.url} target="_blank" rel="noreferrer">
              {channel.handle !== channel.name && channel.handle ? channel.handle : new URL(channel.url).host}
            </a>
          ) : (
            channel.handle
          )}
        </span>
        {used && <Health channel={channel} />}
        {used && <p>{limits(channel.limits)}</p>}
        <div aria-live="polite">{check && <Found check={check} />}</div>
      </div>
      {edit && used && (
        <div className={classes.actions}>
          <Button
            size="xs"
            variant="default"
            onClick={look}
            loading={busy}
            aria-label={t('checkOf', { name: channel.name })}
          >
            {t('check')}
          </Button>
          <Button size="xs" variant="default" onClick={edit} aria-label={t('changeOf', { name: channel.name })}>
            {t('change')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Line({ state, icon, children }: { state: 'good' | 'warn' | 'bad'; icon: IconName; children: string }) {
  return (
    <p className={classes.health} data-state={state}>
      <Icon name={icon} size={15} />
      <span>{children}</span>
    </p>
  );
}

// Health says what is known of the account without asking it.
function Health({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channels');
  const moment = useMoment();
  const { rest, expires_at: expires } = channel;
  const soon = expires !== null && Date.parse(expires) - Date.now() < 14 * 86_400_000;
  if (channel.state !== 'connected') {
    return (
      <Line state="bad" icon="warning">
        {t(`state.${channel.state}`)}
      </Line>
    );
  }
  return (
    <>
      {rest ? (
        <Line state="warn" icon="clock">
          {rest.reason === 'limited'
            ? t('rest.limited', { until: moment.time(rest.until) })
            : t('rest.silent', { since: moment.time(rest.since ?? rest.until), until: moment.time(rest.until) })}
        </Line>
      ) : (
        <Line state="good" icon="check">
          {t('state.connected')}
        </Line>
      )}
      {expires && (
        <Line state={soon ? 'warn' : 'good'} icon="clock">
          {t('expires', { day: moment.day(expires) })}
        </Line>
      )}
    </>
  );
}

// Found is what the account has just answered.
function Found({ check }: { check: Check }) {
  const { t, i18n } = useTranslation('channels');
  const moment = useMoment();
  const skew = check.clock_skew_ms === null ? 0 : Math.round(check.clock_skew_ms / 1000);
  const number = (n: number) => n.toLocaleString(locale(i18n.language));
  const said = [
    t(check.ok ? 'found.ok' : 'found.not'),
    check.remaining !== null && t('found.remaining', { count: check.remaining, number: number(check.remaining) }),
    check.reset_at && t('found.reset', { time: moment.time(check.reset_at) }),
    Math.abs(skew) >= 5 && t('found.skew', { number: number(Math.abs(skew)) }),
  ];
  return (
    <Line state={check.ok ? 'good' : 'bad'} icon={check.ok ? 'check' : 'warning'}>
      {said.filter(Boolean).join(' ')}
    </Line>
  );
}
