import { Alert, Button, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ask, type Calendar, versioned } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { Confirm } from '../../../ui/confirm';
import { Icon } from '../../../ui/icons';
import { sentence, troubleAt } from '../../../ui/trouble';
import { OnlyRead } from '../only-read';
import { SaveBar } from '../save-bar';
import { Head, Section } from '../section';
import { useCalendarEdit } from '../use-policy';
import { MakeCalendar } from './make';
import { ZoneSelect } from './zone-select';

type General = Pick<Calendar, 'name' | 'time_zone' | 'language'>;

// The calendar itself: its name, the clocks that it goes by, the language that it speaks, and its end.
export function Component() {
  const { calendar, may } = useHere();
  const { t } = useTranslation('calendarSettings');
  const [open, setOpen] = useState<'make' | 'archive' | null>(null);
  const edit = useCalendarEdit<General>(
    'general',
    ({ name, time_zone, language }) => ({ name, time_zone, language }),
    (draft) => draft,
  );
  if (edit.failed) return <Alert color="red">{sentence(edit.failed)}</Alert>;
  if (!edit.value) return <Waiting />;
  const fixed = !may('policy');
  return (
    <>
      <Head
        title={t('title')}
        action={
          <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen('make')}>
            {t('make.button')}
          </Button>
        }
      >
        {t('lead')}
      </Head>
      <OnlyRead needs="policy" />
      <Stack maw="28rem">
        <TextInput
          label={t('name')}
          value={edit.value.name}
          onChange={(event) => edit.set({ name: event.currentTarget.value })}
          maxLength={200}
          required
          disabled={fixed}
          error={troubleAt(edit.error, '/name')}
        />
        <ZoneSelect
          value={edit.value.time_zone}
          onChange={(time_zone) => edit.set({ time_zone })}
          disabled={fixed}
          error={troubleAt(edit.error, '/time_zone')}
        />
        <div>
          <Text size="sm" fw={500} id="calendar-language">
            {t('language')}
          </Text>
          <Text size="xs" c="dimmed" mb={6}>
            {t('languageHelp')}
          </Text>
          <SegmentedControl
            aria-labelledby="calendar-language"
            value={edit.value.language}
            onChange={(language) => edit.set({ language: language as 'en' | 'fr' })}
            disabled={fixed}
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
      </Stack>
      <SaveBar
        edit={edit}
        names={{ name: t('name'), time_zone: t('zone'), language: t('language') }}
        fields={['/name', '/time_zone']}
      />
      {may('policy') && !calendar.archived_at && (
        <Section title={t('archive.title')} lead={t('archive.what')}>
          <Button color="red" variant="light" onClick={() => setOpen('archive')}>
            {t('archive.act')}
          </Button>
        </Section>
      )}
      {open === 'make' && <MakeCalendar close={() => setOpen(null)} />}
      {open === 'archive' && <Archive close={() => setOpen(null)} />}
    </>
  );
}

function Archive({ close }: { close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation('calendarSettings');
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = { calendar: calendar.id };
  const archive = async () => {
    const { etag } = await versioned(api.GET('/api/v1/calendars/{calendar}', { params: { path } }));
    await ask(api.DELETE('/api/v1/calendars/{calendar}', { params: { path, header: { 'If-Match': etag } } }));
    await client.invalidateQueries({ queryKey: keys.calendars });
    navigate('/');
  };
  return (
    <Confirm title={t('archive.ask', { name: calendar.name })} act={t('archive.act')} run={archive} close={close}>
      {t('archive.what')}
    </Confirm>
  );
}
