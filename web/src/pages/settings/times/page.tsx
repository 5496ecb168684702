import { Alert, NumberInput, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { durationOf, minutesOf } from '../../../lib/duration';
import { cityOf } from '../../../lib/time';
import { sentence, troubleAt } from '../../../ui/trouble';
import { OnlyRead } from '../only-read';
import { QuietHours } from '../quiet-hours';
import { SaveBar } from '../save-bar';
import { Head, Section } from '../section';
import { usePolicy } from '../use-policy';
import { Blackouts } from './blackouts';

// When posts may leave: how late, at which hours not, over which days not.
export function Component() {
  const { calendar, may } = useHere();
  const { t } = useTranslation('times');
  const edit = usePolicy();
  if (edit.failed) return <Alert color="red">{sentence(edit.failed)}</Alert>;
  if (!edit.value) return <Waiting />;
  const fixed = !may('policy');
  const policy = edit.value;
  return (
    <>
      <Head title={t('title')}>{t('lead', { city: cityOf(calendar.time_zone) })}</Head>
      <OnlyRead needs="policy" />
      <Section title={t('lateness')} lead={t('latenessHelp')}>
        <NumberInput
          aria-label={t('lateness')}
          value={minutesOf(policy.lateness)}
          onChange={(value) => edit.set({ lateness: durationOf(Number(value)) })}
          min={0}
          max={2880}
          step={5}
          suffix={t('minutes')}
          w="10rem"
          disabled={fixed}
          error={troubleAt(edit.error, '/policy/lateness')}
        />
      </Section>
      <Section title={t('quiet')} lead={t('quietHelp')}>
        <QuietHours
          value={policy.quiet_hours}
          onChange={(quiet_hours) => edit.set({ quiet_hours })}
          disabled={fixed}
          error={troubleAt(edit.error, '/policy/quiet_hours')}
        />
      </Section>
      <Section title={t('blackouts')} lead={t('blackoutsHelp')}>
        <Blackouts
          value={policy.blackouts}
          onChange={(blackouts) => edit.set({ blackouts })}
          disabled={fixed}
          error={troubleAt(edit.error, '/policy/blackouts')}
        />
      </Section>
      <Section title={t('unclear')}>
        <Switch
          label={t('resend')}
          description={t('resendHelp')}
          checked={policy.resend_when_likely}
          onChange={(event) => edit.set({ resend_when_likely: event.currentTarget.checked })}
          disabled={fixed}
        />
      </Section>
      <SaveBar
        edit={edit}
        names={{
          lateness: t('lateness'),
          quiet_hours: t('quiet'),
          blackouts: t('blackouts'),
          resend_when_likely: t('resend'),
        }}
        fields={['/policy/lateness', '/policy/quiet_hours', '/policy/blackouts']}
      />
    </>
  );
}
