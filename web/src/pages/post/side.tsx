import { Accordion, Group, Select, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaigns, usePillars } from '../../api/queries';
import { useHere } from '../../app/here';
import { cityOf, clockChange, longDay, myZone, offsetAt, offsetLabel } from '../../lib/time';
import type { Draft } from '../../post/draft';
import { LinkFields } from './link';

// Side is what stands around the copy: when it leaves, what it belongs to, what the team should know.
export function Side({ draft, change }: { draft: Draft; change: (draft: Draft) => void }) {
  const { t } = useTranslation('post');
  const set = (next: Partial<Draft>) => change({ ...draft, ...next });
  return (
    <Stack gap="md">
      <Schedule draft={draft} set={set} />
      <Textarea
        label={t('field.brief')}
        description={t('briefHelp')}
        autosize
        minRows={2}
        maxRows={10}
        value={draft.brief}
        onChange={(event) => set({ brief: event.currentTarget.value })}
      />
      <Accordion variant="default" chevronPosition="left">
        <Accordion.Item value="plan">
          <Accordion.Control>{t('belongs')}</Accordion.Control>
          <Accordion.Panel>
            <Belongs draft={draft} set={set} />
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="link">
          <Accordion.Control>{t('field.link')}</Accordion.Control>
          <Accordion.Panel>
            <LinkCard draft={draft} set={set} />
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="notes">
          <Accordion.Control>{t('field.notes')}</Accordion.Control>
          <Accordion.Panel>
            <Textarea
              aria-label={t('field.notes')}
              autosize
              minRows={3}
              value={draft.notes}
              onChange={(event) => set({ notes: event.currentTarget.value })}
            />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  );
}

type Part = { draft: Draft; set: (next: Partial<Draft>) => void };

function Schedule({ draft, set }: Part) {
  const { calendar, may } = useHere();
  const { t, i18n } = useTranslation('post');
  const zone = calendar.time_zone;
  const [day = '', time = ''] = draft.at.split('T');
  // a day that is half typed is none for a moment, and the time outlives that
  const last = useRef('09:00');
  if (time) last.current = time;
  const put = (d: string, h: string) => set({ at: d ? `${d}T${h || last.current}` : '' });
  const change = day ? clockChange(zone, day, day) : null;
  const at = new Date(`${day}T${time || '12:00'}:00Z`);
  const here = day ? offsetAt(zone, at) : 0;
  const mine = day ? offsetAt(myZone(), at) : 0;
  return (
    <div>
      <Group grow gap="sm">
        <TextInput
          type="date"
          label={t('day')}
          value={day}
          disabled={!may('schedule')}
          onChange={(e) => put(e.currentTarget.value, time)}
        />
        <TextInput
          type="time"
          label={t('time')}
          value={time}
          disabled={!day || !may('schedule')}
          onChange={(e) => put(day, e.currentTarget.value)}
        />
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('clocks', { city: cityOf(zone) })}
        {day && ` (${offsetLabel(here)})`}
        {day && mine !== here && ` · ${t('yours', { hours: offsetLabel(mine) })}`}
        {change && ` · ${t('clocksChange', { day: longDay(day, i18n.language) })}`}
      </Text>
    </div>
  );
}

function Belongs({ draft, set }: Part) {
  const { calendar } = useHere();
  const { t } = useTranslation('post');
  const campaigns = useCampaigns(calendar.id).data ?? [];
  const pillars = usePillars(calendar.id).data ?? [];
  const options = (items: { id: string; name: string }[]) => items.map((i) => ({ value: i.id, label: i.name }));
  return (
    <Stack gap="sm">
      <Select
        label={t('field.campaign')}
        data={options(campaigns)}
        value={draft.campaign || null}
        onChange={(v) => set({ campaign: v ?? '' })}
        clearable
      />
      <Select
        label={t('field.pillar')}
        data={options(pillars)}
        value={draft.pillar || null}
        onChange={(v) => set({ pillar: v ?? '' })}
        clearable
      />
      <TagsInput label={t('field.labels')} value={draft.labels} onChange={(labels) => set({ labels })} maxTags={100} />
      <TextInput
        label={t('field.language')}
        value={draft.language}
        maxLength={35}
        onChange={(e) => set({ language: e.currentTarget.value })}
      />
      <TextInput
        label={t('field.lateness')}
        description={t('latenessHelp', { usual: calendar.policy.lateness })}
        placeholder={calendar.policy.lateness}
        value={draft.lateness}
        onChange={(e) => set({ lateness: e.currentTarget.value.trim() })}
      />
    </Stack>
  );
}

function LinkCard({ draft, set }: Part) {
  const empty = { url: '', title: '', text: '' };
  const put = (card: typeof empty) => set({ link: card.url || card.title || card.text ? card : null });
  return <LinkFields link={draft.link ?? empty} set={put} />;
}
