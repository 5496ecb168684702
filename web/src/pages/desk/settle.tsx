import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { useHere } from '../../app/here';
import { clockTime, longDay, wallAt } from '../../lib/time';
import { PlatformIcon } from '../../ui/platform';
import { Status } from '../../ui/status';
import { restOf } from '../calendar/cards';
import { useMove } from '../calendar/use-move';
import type { One } from './page';
import classes from './page.module.css';
import { useMoveDelivery } from './use-delivery-moves';

const MoveDialog = lazy(() => import('../calendar/move'));

// Leaving is what is on the wire this moment.
export function Leaving({ items }: { items: One[] }) {
  const { t } = useTranslation('desk');
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="leaving">
      <h2 id="leaving">{t('leaving')}</h2>
      <ul className={classes.rows}>
        {items.map(({ post, delivery, channel }) => (
          <li key={delivery.id} className={classes.row}>
            <PlatformIcon platform={delivery.platform} /> <strong>{post.title}</strong> {channel?.name}
          </li>
        ))}
      </ul>
    </section>
  );
}

// ToSettle is what only a person can settle: unclear, failed, missed and stopped posts, each with its answers.
export function ToSettle({ items }: { items: One[] }) {
  const { t } = useTranslation('desk');
  const order = ['unknown', 'failed', 'missed', 'held'];
  const sorted = [...items].sort((a, b) => order.indexOf(a.delivery.state) - order.indexOf(b.delivery.state));
  return (
    <section aria-labelledby="settle">
      <h2 id="settle">
        {t('settle')}
        {items.length > 0 && <span className={classes.count}>{items.length}</span>}
      </h2>
      {items.length === 0 && <p className={classes.none}>{t('nothingToSettle')}</p>}
      <ul className={classes.rows}>
        {sorted.map((one) => (
          <Trouble key={one.delivery.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Trouble({ one }: { one: One }) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('desk');
  const { post, delivery: d, channel } = one;
  const wall = d.due_at && wallAt(d.due_at, calendar.time_zone);
  const status = d.state === 'sending' ? 'publishing' : d.state;
  const why = [
    ...d.holds.map((h) => (h.reason ? `${h.message} (${h.reason})` : h.message)),
    ...(d.trouble ? [d.trouble.message] : []),
  ];
  return (
    <li className={classes.trouble}>
      <div className={classes.what}>
        <Link to={`/calendars/${calendar.id}/posts/${post.id}`}>
          {post.title || post.text.slice(0, 60) || t('untitled')}
        </Link>
        <p className={classes.meta}>
          <Status status={status} label={t(`state.${d.state as 'failed'}`)} size={13} />
          <span>
            <PlatformIcon platform={d.platform} size={12} /> {channel?.name}
          </span>
          {wall && (
            <span className="numbers">
              {longDay(wall, i18n.language)}, {clockTime(wall, i18n.language)}
            </span>
          )}
        </p>
        {why.map((line) => (
          <p key={line} className={classes.why}>
            {line}
          </p>
        ))}
      </div>
      <Answers one={one} />
    </li>
  );
}

function Answers({ one }: { one: One }) {
  const { calendar, may } = useHere();
  const { t } = useTranslation('desk');
  const move = useMoveDelivery(calendar.id);
  const [busy, setBusy] = useState('');
  const [asking, setAsking] = useState<'published' | 'send_again' | null>(null);
  const [moving, setMoving] = useState(false);
  const reschedule = useMove();
  const { delivery: d } = one;
  const card = restOf(one.post, d.channel, calendar.time_zone);
  const run = async (name: string, body: Schemas['DeliveryMoveAsked']) => {
    setBusy(name);
    const made = await move(d.id, body);
    setBusy('');
    if (made) setAsking(null);
  };
  if (d.state === 'unknown') {
    if (!may('release')) return <Text size="sm">{t('askRelease')}</Text>;
    return (
      <Group gap="xs" className={classes.answers}>
        <Button size="xs" variant="default" onClick={() => setAsking('published')}>
          {t('isOut')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={busy === 'not'}
          onClick={() => run('not', { move: 'resolve', outcome: 'not_published' })}
        >
          {t('isNotOut')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setAsking('send_again')}>
          {t('sendAgain')}
        </Button>
        {asking && <Ask asking={asking} busy={busy !== ''} close={() => setAsking(null)} run={run} />}
      </Group>
    );
  }
  return (
    <Group gap="xs" className={classes.answers}>
      {may('release') && (
        <Button size="xs" variant="default" loading={busy === 'retry'} onClick={() => run('retry', { move: 'retry' })}>
          {t(d.state === 'missed' ? 'leaveNow' : 'retry')}
        </Button>
      )}
      {may('write') && (
        <>
          {card && may('schedule') && (
            <Button size="xs" variant="default" onClick={() => setMoving(true)}>
              {t('move')}
            </Button>
          )}
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            loading={busy === 'drop'}
            onClick={() => run('drop', { move: 'drop' })}
          >
            {t('drop')}
          </Button>
        </>
      )}
      <Suspense>
        {moving && card && (
          <MoveDialog
            card={card}
            opened
            close={() => setMoving(false)}
            move={reschedule}
            today={wallAt(new Date(), calendar.time_zone).slice(0, 10)}
          />
        )}
      </Suspense>
    </Group>
  );
}

interface AskProps {
  asking: 'published' | 'send_again';
  busy: boolean;
  close: () => void;
  run: (name: string, body: Schemas['DeliveryMoveAsked']) => void;
}

// Ask is asked once more: an address for what is out, and a second thought before something may stand there twice.
function Ask({ asking, busy, close, run }: AskProps) {
  const { t } = useTranslation(['desk', 'common']);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const url = String(new FormData(event.currentTarget).get('url') ?? '').trim();
    run(asking, { move: 'resolve', outcome: asking, ...(url && { url }) });
  };
  return (
    <Modal opened onClose={close} title={t(asking === 'published' ? 'isOut' : 'sendAgain')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t(asking === 'published' ? 'isOutHelp' : 'sendAgainHelp')}</Text>
          {asking === 'published' && <TextInput type="url" name="url" label={t('address')} required data-autofocus />}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t(asking === 'published' ? 'isOut' : 'sendAgain')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
