import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { api, ask, versioned } from '../../../api/client';
import { useEdit } from '../../../api/use-edit';
import { Waiting } from '../../../app/waiting';
import { useAct } from '../../../lib/use-act';
import { useMoment } from '../../../lib/use-moment';
import { Confirm } from '../../../ui/confirm';
import { Icon } from '../../../ui/icons';
import { Once } from '../../../ui/once';
import { sentence, troubleAt } from '../../../ui/trouble';
import { SaveBar } from '../save-bar';
import { Head, Section } from '../section';
import { Events } from './events';
import { type Hook, ofHook, useHooksPath } from './hooks';
import { Log } from './log';
import { State } from './page';
import classes from './page.module.css';

type Fields = Hook & { url: string }; // whose address is never shown: empty is as it is

// One hook: what it hears, whether it is told, and the log of all it was told.
export function Component() {
  const { hook: id = '' } = useParams();
  const { t } = useTranslation('hooks');
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = { hook: id };
  const [secret, setSecret] = useState('');
  const [asking, setAsking] = useState<'rotate' | 'remove' | null>(null);
  const [round, setRound] = useState(0); // of edits, so that what was saved is drawn anew
  const edit = useEdit<Fields>({
    queryKey: ['hook', id],
    read: async () => {
      const { data, etag } = await versioned(api.GET('/api/v1/hooks/{hook}', { params: { path } }));
      return { data: { ...data, url: '' }, etag };
    },
    write: async ({ name, events, url }, etag) => {
      const header = { 'If-Match': etag };
      const body = { name, events, ...(url && { url }) };
      const { data, etag: after } = await versioned(
        api.PATCH('/api/v1/hooks/{hook}', { params: { path, header }, body }),
      );
      return { data: { ...data, url: '' }, etag: after };
    },
  });
  const { busy, act } = useAct(['hook', id], ['hooks'], ['dispatches', id]);
  const of = edit.value ? ofHook(edit.value) : 'calendar';
  const base = useHooksPath(of);
  if (edit.failed) return <Alert color="red">{sentence(edit.failed)}</Alert>;
  if (!edit.value) return <Waiting />;
  const hook = edit.value;
  const move = (name: 'rotate' | 'test' | 'enable' | 'disable', said?: string) =>
    act(() => ask(api.POST('/api/v1/hooks/{hook}/moves', { params: { path }, body: { move: name } })), said);
  const rotate = async () => {
    const after = await move('rotate');
    if (after?.secret) setSecret(after.secret);
  };
  const remove = async () => {
    const header = { 'If-Match': edit.etag };
    await versioned(api.DELETE('/api/v1/hooks/{hook}', { params: { path, header } }));
    await client.invalidateQueries({ queryKey: ['hooks'] });
    navigate(base);
  };
  return (
    <>
      <div className={classes.up}>
        <Link to={base}>
          <Icon name="left" size={14} />
          {t(`title.${of}`)}
        </Link>
      </div>
      <Head title={hook.name}>{`${t(`way.${hook.way}.name`)} · ${hook.host}`}</Head>
      <Told hook={hook} busy={busy} move={move} />
      <Section title={t('what')}>
        <Stack maw="34rem">
          <TextInput
            label={t('name')}
            value={hook.name}
            onChange={(event) => edit.set({ name: event.currentTarget.value })}
            maxLength={200}
            required
            error={troubleAt(edit.error, '/name')}
          />
          {hook.way !== 'slack_app' && (
            <TextInput
              type="url"
              label={t('newUrl')}
              description={t('newUrlHelp', { host: hook.host })}
              value={hook.url}
              onChange={(event) => edit.set({ url: event.currentTarget.value })}
              maxLength={2000}
              error={troubleAt(edit.error, '/url')}
            />
          )}
          <Events
            key={round}
            of={of}
            way={hook.way}
            value={hook.events}
            onChange={(events) => edit.set({ events })}
            error={troubleAt(edit.error, '/events')}
          />
        </Stack>
      </Section>
      {hook.way === 'webhook' && <Signature hook={hook} rotate={() => setAsking('rotate')} />}
      <Log hook={hook} />
      <Section title={t('end')} lead={t('endHelp')}>
        <Button variant="default" color="red" onClick={() => setAsking('remove')}>
          {t('remove')}
        </Button>
      </Section>
      <SaveBar
        edit={{
          ...edit,
          reset: () => {
            edit.reset();
            setRound(round + 1);
          },
        }}
        names={{ name: t('name'), url: t('newUrl'), events: t('hears') }}
        fields={['/name', '/url', '/events']}
        saved={() => client.invalidateQueries({ queryKey: ['hooks'] })}
      />
      {asking === 'rotate' && (
        <Confirm title={t('rotate')} act={t('rotate')} run={rotate} close={() => setAsking(null)}>
          {t('rotateWhat')}
        </Confirm>
      )}
      {asking === 'remove' && (
        <Confirm
          title={t('removeAsk', { name: hook.name })}
          act={t('remove')}
          run={remove}
          close={() => setAsking(null)}
        >
          {t('removeWhat')}
        </Confirm>
      )}
      <Modal opened={secret !== ''} onClose={() => setSecret('')} title={t('rotated')} closeOnClickOutside={false}>
        <Once label={t('made.label')} secret={secret} help={t('made.help')} />
      </Modal>
    </>
  );
}

interface ToldProps {
  hook: Hook;
  busy: boolean;
  move: (name: 'test' | 'enable' | 'disable', said?: string) => void;
}

function Told({ hook, busy, move }: ToldProps) {
  const { t } = useTranslation('hooks');
  const off = hook.disabled_at !== null;
  return (
    <div className={classes.told}>
      <State hook={hook} />
      <Group gap="xs">
        {!off && (
          <Button size="xs" variant="default" loading={busy} onClick={() => move('test', t('tested'))}>
            {t('test')}
          </Button>
        )}
        <Button size="xs" variant="default" loading={busy} onClick={() => move(off ? 'enable' : 'disable')}>
          {t(off ? 'enable' : 'disable')}
        </Button>
      </Group>
    </div>
  );
}

function Signature({ hook, rotate }: { hook: Hook; rotate: () => void }) {
  const { t } = useTranslation('hooks');
  const moment = useMoment();
  return (
    <Section title={t('signature')} lead={t('signatureHelp')}>
      {hook.old_secret_until && Date.parse(hook.old_secret_until) > Date.now() && (
        <p className={classes.state}>{t('oldUntil', { time: moment.time(hook.old_secret_until) })}</p>
      )}
      <Button variant="default" onClick={rotate}>
        {t('rotate')}
      </Button>
    </Section>
  );
}
