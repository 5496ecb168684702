import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Channel, every, type Pause, type Post, type Schemas } from '../../api/client';
import { keys, useCampaigns, usePauses, usePillars } from '../../api/queries';
import { useHere } from '../../app/here';
import { useScopeName } from '../../app/pause-banner';
import { clockTime, formatWall, wallAt } from '../../lib/time';
import { Icon } from '../../ui/icons';
import { showTrouble } from '../../ui/trouble';
import classes from './page.module.css';

interface PausesProps {
  posts: Post[];
  channels: Map<string, Channel>;
}

// Pauses stop and start: what is stopped and why, the button that stops, and what came due meanwhile.
export function Pauses({ posts, channels }: PausesProps) {
  const { calendar, may } = useHere();
  const { t } = useTranslation('desk');
  const pauses = (usePauses().data ?? []).filter((p) => p.scope.all || p.calendar === calendar.id);
  const [making, setMaking] = useState(false);
  const [told, setTold] = useState<{ title: string; items: Schemas['Stopped'][] } | null>(null);
  const title = (id: string) => posts.find((p) => p.id === id)?.title || t('aPost');
  return (
    <section aria-labelledby="pauses" className={classes.pauses}>
      <Group justify="space-between">
        <h2 id="pauses">{t('pauses')}</h2>
        {may('write') && (
          <Button color="pause" variant="light" leftSection={<Icon name="pause" />} onClick={() => setMaking(true)}>
            {t('pause.button')}
          </Button>
        )}
      </Group>
      {pauses.length === 0 && <p className={classes.none}>{t('nothingPaused')}</p>}
      <ul className={classes.rows}>
        {pauses.map((p) => (
          <Standing
            key={p.id}
            pause={p}
            lifted={(items) => items.length > 0 && setTold({ title: t('pause.cameDue'), items })}
          />
        ))}
      </ul>
      {making && (
        <Make
          channels={channels}
          close={() => setMaking(false)}
          made={(items) => items.length > 0 && setTold({ title: t('pause.tooLate'), items })}
        />
      )}
      <Modal opened={told !== null} onClose={() => setTold(null)} title={told?.title}>
        <ul className={classes.told}>
          {told?.items.map((s) => (
            <li key={s.delivery}>
              {title(s.post)} · {channels.get(s.channel)?.name}
            </li>
          ))}
        </ul>
      </Modal>
    </section>
  );
}

function Standing({ pause, lifted }: { pause: Pause; lifted: (stopped: Schemas['Stopped'][]) => void }) {
  const { calendar, me, may } = useHere();
  const { t, i18n } = useTranslation('desk');
  const client = useQueryClient();
  const nameOf = useScopeName();
  const [busy, setBusy] = useState(false);
  const held = useQuery({
    queryKey: [...keys.held, pause.id],
    queryFn: () =>
      every(async () => ask(api.GET('/api/v1/pauses/{pause}/held', { params: { path: { pause: pause.id } } }))),
  });
  const at = (instant: string) => {
    const wall = wallAt(instant, calendar.time_zone);
    return `${formatWall(wall, i18n.language, { weekday: 'short', day: 'numeric', month: 'short' })}, ${clockTime(wall, i18n.language)}`;
  };
  const lift = async () => {
    setBusy(true);
    try {
      const after = await ask(api.DELETE('/api/v1/pauses/{pause}', { params: { path: { pause: pause.id } } }));
      client.invalidateQueries({ queryKey: keys.pauses });
      client.invalidateQueries({ queryKey: keys.posts(calendar.id) });
      lifted(after.stopped ?? []);
    } catch (error) {
      showTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const mayLift = pause.scope.all ? me.owner : may('release');
  return (
    <li className={classes.trouble}>
      <div className={classes.what}>
        <strong>{nameOf(pause)}</strong>
        <p className={classes.why}>
          {pause.reason} ({pause.by.name})
        </p>
        <p className={`${classes.meta} numbers`}>
          <span>{t(pause.active ? 'pause.since' : 'pause.from', { at: at(pause.from) })}</span>
          {pause.until && <span>{t('pause.until', { at: at(pause.until) })}</span>}
          {(held.data?.length ?? 0) > 0 && <span>{t('pause.held', { count: held.data?.length })}</span>}
        </p>
      </div>
      {mayLift && (
        <Button size="xs" variant="default" onClick={lift} loading={busy}>
          {t(pause.active ? 'pause.lift' : 'pause.cancel')}
        </Button>
      )}
    </li>
  );
}

interface MakeProps {
  channels: Map<string, Channel>;
  close: () => void;
  made: (leaving: Schemas['Stopped'][]) => void;
}

// Make stops a scope: at once, or over a time that is planned; never without a reason.
function Make({ channels, close, made }: MakeProps) {
  const { calendar, me } = useHere();
  const { t } = useTranslation(['desk', 'common']);
  const client = useQueryClient();
  const campaigns = useCampaigns(calendar.id).data ?? [];
  const pillars = usePillars(calendar.id).data ?? [];
  const [scope, setScope] = useState(`calendar/${calendar.id}`);
  const [busy, setBusy] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const group = (kind: string, items: { id: string; name: string }[]) => ({
    group: t(`pause.group.${kind as 'channel'}`),
    items: items.map((i) => ({ value: `${kind}/${i.id}`, label: i.name })),
  });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [kind = '', id = ''] = scope.split('/');
    setBusy(true);
    try {
      const pause = await ask(
        api.POST('/api/v1/pauses', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            scope: kind === 'all' ? { all: true } : { [kind]: id },
            reason: String(form.get('reason')).trim(),
            ...instantOf(form.get('until'), 'until'),
          },
        }),
      );
      client.invalidateQueries({ queryKey: keys.pauses });
      client.invalidateQueries({ queryKey: keys.posts(calendar.id) });
      close();
      made(pause.leaving ?? []);
    } catch (error) {
      showTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={t('pause.title')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('pause.what')}</Text>
          <Select
            label={t('pause.scope')}
            value={scope}
            onChange={(v) => setScope(v ?? scope)}
            allowDeselect={false}
            data={[
              { value: `calendar/${calendar.id}`, label: t('pause.calendar', { name: calendar.name }) },
              ...(me.owner ? [{ value: 'all/', label: t('pause.all') }] : []),
              group(
                'channel',
                [...channels.values()].filter((c) => !c.archived_at),
              ),
              group('campaign', campaigns),
              group('pillar', pillars),
            ]}
          />
          <Textarea
            name="reason"
            label={t('pause.reason')}
            required
            autosize
            minRows={2}
            maxLength={2000}
            data-autofocus
          />
          <TextInput
            type="datetime-local"
            name="until"
            label={t('pause.untilLabel')}
            description={t('pause.untilHelp')}
          />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" color="pause" loading={busy}>
              {t('pause.button')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

// instantOf reads a field in the browser's own zone: its label says so.
function instantOf(value: FormDataEntryValue | null, name: 'until') {
  return value ? { [name]: new Date(String(value)).toISOString() } : {};
}
