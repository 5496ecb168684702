import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { cityOf, formatWall } from '../../../lib/time';
import { FormTrouble } from '../../../ui/form-trouble';
import { troubleAt } from '../../../ui/trouble';
import { Crossed } from '../crossed';
import { days } from '../quiet-hours';
import { Section } from '../section';
import { usePolicy } from '../use-policy';
import classes from './page.module.css';
import { changed, PaceSelect, type TopicsProps } from './topics';

// Digests are the two letters that look ahead; when they leave is the calendar's, who has them everybody's own.
export function Digests({ known, rules, set }: TopicsProps) {
  const { calendar, may } = useHere();
  const { t, i18n } = useTranslation('notices');
  const [timing, setTiming] = useState(false);
  const { at, weekly_on } = calendar.policy.digest;
  const day = days.find(([name]) => name === weekly_on)?.[1] ?? '';
  const city = cityOf(calendar.time_zone);
  return (
    <Section
      title={t('digests')}
      lead={t('digestsHelp')}
      action={
        may('policy') && (
          <Button size="xs" variant="default" onClick={() => setTiming(true)}>
            {t('timing')}
          </Button>
        )
      }
    >
      <ul className={classes.topics}>
        {(['daily', 'weekly'] as const).map((which) => (
          <li key={which}>
            <div>
              <strong>{t(`digest.${which}.title`)}</strong>
              <p>
                {t(`digest.${which}.what`, {
                  at,
                  city,
                  calendar: calendar.name,
                  day: formatWall(day, i18n.language, { weekday: 'long' }),
                })}
              </p>
            </div>
            <PaceSelect
              label={t('paceOf', { what: t(`digest.${which}.title`) })}
              value={rules.events[`digest.${which}`]}
              inherited={t('usually', { pace: t(known.yours[which] === 'never' ? 'pace.never' : 'pace.yes') })}
              paces={['at_once', 'never']}
              onChange={(pace) => set({ events: changed(rules.events, `digest.${which}`, pace) })}
            />
          </li>
        ))}
      </ul>
      {timing && <Timing close={() => setTiming(false)} />}
    </Section>
  );
}

function Timing({ close }: { close: () => void }) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation(['notices', 'common']);
  const edit = usePolicy();
  const digest = edit.value?.digest;
  const save = async () => {
    if (await edit.save()) close();
  };
  return (
    <Modal opened onClose={close} title={t('timingOf', { name: calendar.name })}>
      {!digest ? (
        <Waiting />
      ) : (
        <Stack>
          <TextInput
            type="time"
            label={t('digestAt')}
            description={t('digestAtHelp', { city: cityOf(calendar.time_zone) })}
            value={digest.at}
            onChange={(event) => edit.set({ digest: { ...digest, at: event.currentTarget.value } })}
            error={troubleAt(edit.error, '/policy/digest/at')}
          />
          <Select
            label={t('weeklyOn')}
            value={digest.weekly_on}
            onChange={(value) =>
              value && edit.set({ digest: { ...digest, weekly_on: value as Schemas['Digest']['weekly_on'] } })
            }
            data={days.map(([value, date]) => ({ value, label: formatWall(date, i18n.language, { weekday: 'long' }) }))}
            allowDeselect={false}
          />
          <Crossed fields={edit.conflict.length > 0 ? [t('digests')] : []} />
          <FormTrouble error={edit.error} fields={['/policy/digest/at']} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button onClick={save} loading={edit.busy} disabled={!edit.dirty}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
