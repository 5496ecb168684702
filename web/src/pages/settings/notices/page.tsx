import { Alert, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Schemas, versioned } from '../../../api/client';
import { useEdit } from '../../../api/use-edit';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { durationOf, minutesOf } from '../../../lib/duration';
import { sentence, troubleAt } from '../../../ui/trouble';
import { ZoneSelect } from '../calendar/zone-select';
import { QuietHours } from '../quiet-hours';
import { SaveBar } from '../save-bar';
import { Head, Section } from '../section';
import { Digests } from './digests';
import { join, type Split, split } from './rules';
import { Special } from './special';
import { Topics } from './topics';
import { Usual } from './usual';

export type Known = Schemas['TopicsAnswerBody'];

export function useTopics() {
  const { calendar } = useHere();
  return useQuery({
    queryKey: ['topics', calendar.id],
    queryFn: () => ask(api.GET('/api/v1/calendars/{calendar}/topics', { params: { path: { calendar: calendar.id } } })),
    staleTime: 300_000,
  });
}

// How the reader wants to be told by mail: of what, how soon, and when not.
export function Component() {
  const { calendar } = useHere();
  const { t } = useTranslation('notices');
  const known = useTopics();
  const edit = useEdit<Schemas['Wishes']>({
    queryKey: ['wishes'],
    read: () => versioned(api.GET('/api/v1/me/notices')),
    write: (body, etag) =>
      versioned(api.PATCH('/api/v1/me/notices', { params: { header: { 'If-Match': etag } }, body })),
  });
  const failed = edit.failed ?? known.error;
  if (failed) return <Alert color="red">{sentence(failed)}</Alert>;
  if (!edit.value || !known.data) return <Waiting />;
  const wishes = edit.value;
  const events = [...known.data.topics.map((topic) => topic.event), 'digest.daily', 'digest.weekly'];
  const rules = split(wishes.rules, events);
  const set = (next: Partial<Split>) => edit.set({ rules: join({ ...rules, ...next }) });
  return (
    <>
      <Head title={t('title')}>{t('lead')}</Head>
      {!known.data.mail && (
        <Alert color="yellow" title={t('noMail')}>
          {t('noMailWhat')}
        </Alert>
      )}
      <Section title={t('topics')} lead={t('topicsHelp')}>
        <Topics known={known.data} rules={rules} set={set} />
      </Section>
      <Digests known={known.data} rules={rules} set={set} />
      <Special rules={rules.special} set={(special) => set({ special })} known={known.data} />
      <Section title={t('quiet')} lead={t('quietHelp')}>
        <QuietHours
          value={wishes.quiet_hours}
          onChange={(quiet_hours) => edit.set({ quiet_hours })}
          error={troubleAt(edit.error, '/quiet_hours')}
        />
        <div style={{ maxWidth: '26rem', marginTop: '1rem' }}>
          <ZoneSelect
            value={wishes.time_zone || calendar.time_zone}
            onChange={(time_zone) => edit.set({ time_zone })}
            label={t('zone')}
            description={t(wishes.time_zone ? 'zoneHelp' : 'zoneOfCalendar')}
            error={troubleAt(edit.error, '/time_zone')}
          />
        </div>
      </Section>
      <Section title={t('gather')} lead={t('gatherHelp')}>
        <NumberInput
          aria-label={t('gather')}
          value={minutesOf(wishes.gather)}
          onChange={(value) => edit.set({ gather: durationOf(Number(value)) })}
          min={0}
          max={720}
          step={5}
          suffix={t('minutes')}
          w="10rem"
          error={troubleAt(edit.error, '/gather')}
        />
      </Section>
      <Usual roles={known.data.roles} />
      <SaveBar
        edit={edit}
        names={{ rules: t('topics'), quiet_hours: t('quiet'), time_zone: t('zone'), gather: t('gather') }}
        fields={['/quiet_hours', '/time_zone', '/gather']}
      />
    </>
  );
}
