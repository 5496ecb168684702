import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api/client';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';
import { useAct } from '../../lib/use-act';
import { useMoment } from '../../lib/use-moment';
import { Icon } from '../../ui/icons';
import { type Crisis, change, type Severity, severities } from './crisis';
import classes from './page.module.css';

// Head says what is going wrong and how bad it is; whoever leads says so, and ends it.
export function Head({ crisis, etag }: { crisis: Crisis; etag: string }) {
  const { calendar, may } = useHere();
  const { t } = useTranslation('crisis');
  const moment = useMoment();
  const { busy, act } = useAct(keys.crises(calendar.id));
  const [closing, setClosing] = useState(false);
  const leads = may('release');
  const set = (severity: Severity) => {
    if (severity !== crisis.severity) act(() => change(crisis.id, etag, { severity }), t('severityTold'));
  };
  return (
    <header className={classes.head} data-severity={crisis.severity}>
      <div>
        <p className={classes.severity}>
          <Icon name="warning" size={16} />
          {t('titleOf', { severity: crisis.severity_label })}
        </p>
        <Title order={1}>{crisis.reason}</Title>
        <p className="numbers">{t('openedBy', { name: crisis.opened_by.name, at: moment.time(crisis.opened_at) })}</p>
      </div>
      {leads && (
        <Group gap="sm">
          <SegmentedControl
            aria-label={t('open.severity')}
            value={crisis.severity}
            onChange={(value) => set(value as Severity)}
            disabled={busy}
            data={severities.map((value) => ({ value, label: t(`severity.${value}.name`) }))}
          />
          <Button variant="default" onClick={() => setClosing(true)}>
            {t('close.button')}
          </Button>
        </Group>
      )}
      {closing && <Close crisis={crisis} close={() => setClosing(false)} />}
    </header>
  );
}

// Close ends a crisis, with what people make of it. It leaves nothing stopped that nobody sees.
function Close({ crisis, close }: { crisis: Crisis; close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['crisis', 'common']);
  const pauses = crisis.pauses?.length ?? 0;
  const held = crisis.held?.length ?? 0;
  const [lift, setLift] = useState(false);
  const { busy, act } = useAct(keys.crises(calendar.id), keys.pauses, keys.held, keys.posts(calendar.id));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const review = String(new FormData(event.currentTarget).get('review')).trim();
    const done = await act(
      () =>
        ask(
          api.POST('/api/v1/crises/{crisis}/close', {
            params: { path: { crisis: crisis.id } },
            body: { review, lift },
          }),
        ),
      t(held > 0 ? 'close.doneHeld' : 'close.done'),
    );
    if (done) close();
  };
  return (
    <Modal opened onClose={close} title={t('close.title')}>
      <form onSubmit={submit}>
        <Stack>
          <Textarea
            name="review"
            label={t('close.review')}
            description={t('close.reviewHelp')}
            autosize
            minRows={4}
            maxLength={20_000}
            data-autofocus
          />
          {pauses > 0 && (
            <Checkbox
              label={t('close.lift', { count: pauses })}
              description={t('close.liftHelp')}
              checked={lift}
              onChange={(event) => setLift(event.currentTarget.checked)}
            />
          )}
          {held > 0 && <Text size="sm">{t('close.held', { count: held })}</Text>}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={pauses > 0 && !lift}>
              {t('close.act')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
