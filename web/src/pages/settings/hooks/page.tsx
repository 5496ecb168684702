import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMoment } from '../../../lib/use-moment';
import { Icon } from '../../../ui/icons';
import { sentence } from '../../../ui/trouble';
import { Empty, Head, Row, Rows } from '../section';
import { type Hook, type Of, ofHook, stateOf, useHooks, useHooksPath } from './hooks';
import { MakeHook } from './make';
import classes from './page.module.css';

export function Component() {
  return <Hooks of="calendar" />;
}

// Hooks are the programs and the rooms that hear what happens in this calendar; or the programs that hear what is of none.
export function Hooks({ of }: { of: Of }) {
  const { t } = useTranslation('hooks');
  const hooks = useHooks(of);
  const [making, setMaking] = useState(false);
  return (
    <>
      <Head
        title={t(`title.${of}`)}
        action={
          <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setMaking(true)}>
            {t('make.button')}
          </Button>
        }
      >
        {t(`lead.${of}`)}
      </Head>
      {hooks.error && <Alert color="red">{sentence(hooks.error)}</Alert>}
      {hooks.data?.length === 0 && <Empty>{t(`none.${of}`)}</Empty>}
      {hooks.data && hooks.data.length > 0 && (
        <Rows>
          {hooks.data.map((hook) => (
            <One key={hook.id} hook={hook} />
          ))}
        </Rows>
      )}
      {making && <MakeHook of={of} close={() => setMaking(false)} />}
    </>
  );
}

function One({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const list = useHooksPath(ofHook(hook));
  const usual = hook.way === 'webhook' ? 'all' : 'pressing';
  return (
    <Row
      quiet={hook.disabled_at !== null}
      action={
        <Button
          component={Link}
          to={`${list}/${hook.id}`}
          size="xs"
          variant="default"
          aria-label={t('openOf', { name: hook.name })}
        >
          {t('open')}
        </Button>
      }
    >
      <strong>{hook.name}</strong>
      <p>
        {[
          t(`way.${hook.way}.short`),
          hook.host,
          hook.events.length > 0 ? hook.events.join(', ') : t(`usual.${usual}`),
        ].join(' · ')}
      </p>
      <State hook={hook} />
    </Row>
  );
}

// State says whether a hook is told, and since when not, in a word, a sign and a colour.
export function State({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const moment = useMoment();
  const state = stateOf(hook);
  const since = hook.disabled_at ?? hook.failing_since;
  const why =
    hook.disabled_because === 'hook_gone' || hook.disabled_because === 'hook_failing' ? hook.disabled_because : '';
  return (
    <p className={classes.state} data-state={state}>
      <Icon name={state === 'on' ? 'check' : state === 'off' ? 'pause' : 'warning'} size={14} />
      <span>
        {t(`state.${state}`, { since: since ? moment.time(since) : '' })}
        {why !== '' && ` ${t(`why.${why}`)}`}
      </span>
    </p>
  );
}
