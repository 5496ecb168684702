import { Button, Checkbox, Group, NumberInput, Select, Stack, Switch, TagsInput, Text, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Calendar, type Schemas, versioned } from '../../api/client';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';
import { useAct } from '../../lib/use-act';
import { Section } from '../../ui/section';

type Policy = Schemas['Policy'];

// CalendarSettings is the calendar itself, and its policy: who approves, what may change afterwards, how late is too late.
export function CalendarSettings() {
  const { calendar } = useHere();
  return <Form key={JSON.stringify(calendar)} calendar={calendar} />;
}

function Form({ calendar }: { calendar: Calendar }) {
  const { may } = useHere();
  const { t } = useTranslation('settings');
  const [name, setName] = useState(calendar.name);
  const [zone, setZone] = useState(calendar.time_zone);
  const [language, setLanguage] = useState(calendar.language);
  const [policy, setPolicy] = useState(calendar.policy);
  const { busy, act } = useAct(keys.calendars, keys.posts(calendar.id));
  const zones = useMemo(() => [...new Set([calendar.time_zone, ...Intl.supportedValuesOf('timeZone')])], [calendar]);
  const set = (next: Partial<Policy>) => setPolicy({ ...policy, ...next });

  const save = (event: FormEvent) => {
    event.preventDefault();
    const { steps: _, quiet_hours, blackouts, ...plain } = policy;
    act(async () => {
      const path = { calendar: calendar.id };
      const { etag } = await versioned(api.GET('/api/v1/calendars/{calendar}', { params: { path } }));
      await ask(
        api.PATCH('/api/v1/calendars/{calendar}', {
          params: { path, header: { 'If-Match': etag } },
          body: { name, time_zone: zone, language, policy: { ...plain, approval: policy.approval } },
        }),
      );
    }, t('saved'));
  };

  return (
    <form onSubmit={save}>
      <fieldset disabled={!may('policy')} style={{ border: 0, margin: 0, padding: 0 }}>
        <Section title={t('calendar.title')}>
          <Stack>
            <TextInput
              label={t('calendar.name')}
              value={name}
              onChange={(e) => setName(e.currentTarget.value)}
              required
              maxLength={200}
            />
            <Group grow align="start">
              <Select
                label={t('calendar.zone')}
                description={t('calendar.zoneHelp')}
                data={zones}
                value={zone}
                onChange={(v) => setZone(v ?? zone)}
                searchable
                allowDeselect={false}
                limit={100}
              />
              <Select
                label={t('calendar.language')}
                description={t('calendar.languageHelp')}
                data={[
                  { value: 'fr', label: 'Français' },
                  { value: 'en', label: 'English' },
                ]}
                value={language}
                onChange={(v) => setLanguage(v === 'fr' ? 'fr' : 'en')}
                allowDeselect={false}
              />
            </Group>
          </Stack>
        </Section>
        <Section title={t('policy.title')}>
          <Stack>
            <Select
              label={t('policy.approval')}
              data={[
                { value: 'one', label: t('policy.one') },
                { value: 'none', label: t('policy.none') },
                ...(policy.steps.length > 0
                  ? [
                      {
                        value: 'steps',
                        label: t('policy.steps', { names: policy.steps.map((s) => s.name).join(', ') }),
                      },
                    ]
                  : []),
              ]}
              value={policy.approval}
              onChange={(v) => set({ approval: (v ?? 'one') as Policy['approval'] })}
              allowDeselect={false}
            />
            <Switch
              label={t('policy.self')}
              checked={policy.self_approval}
              onChange={(e) => set({ self_approval: e.currentTarget.checked })}
            />
            <Select
              label={t('policy.until')}
              data={[
                { value: 'hold', label: t('policy.hold') },
                { value: 'release_approved', label: t('policy.release') },
              ]}
              value={policy.until_approved}
              onChange={(v) => set({ until_approved: (v ?? 'hold') as Policy['until_approved'] })}
              allowDeselect={false}
            />
            <TextInput
              label={t('policy.lateness')}
              description={t('policy.latenessHelp')}
              value={policy.lateness}
              onChange={(e) => set({ lateness: e.currentTarget.value.trim() })}
              maw="14rem"
            />
            <Switch
              label={t('policy.alt')}
              checked={policy.alt_texts_required}
              onChange={(e) => set({ alt_texts_required: e.currentTarget.checked })}
            />
            <Switch
              label={t('policy.links')}
              checked={policy.dead_links === 'hold'}
              onChange={(e) => set({ dead_links: e.currentTarget.checked ? 'hold' : 'warn' })}
            />
            <Switch
              label={t('policy.tokens')}
              checked={policy.tokens_may_approve}
              onChange={(e) => set({ tokens_may_approve: e.currentTarget.checked })}
            />
          </Stack>
        </Section>
        <MarginFields margin={policy.margin} set={(margin) => set({ margin })} />
        <Button type="submit" loading={busy}>
          {t('save')}
        </Button>
      </fieldset>
    </form>
  );
}

const fields = ['text', 'hashtags', 'alt_text'] as const;

function MarginFields({ margin, set }: { margin: Schemas['Margin']; set: (margin: Schemas['Margin']) => void }) {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('margin.title')} help={t('margin.help')}>
      <Stack>
        <NumberInput
          label={t('margin.characters')}
          description={t('margin.charactersHelp')}
          min={0}
          max={100}
          value={margin.characters}
          onChange={(v) => set({ ...margin, characters: Number(v) || 0 })}
          maw="14rem"
        />
        <Checkbox.Group
          label={t('margin.fields')}
          value={margin.fields}
          onChange={(v) => set({ ...margin, fields: v as typeof margin.fields })}
        >
          <Group mt={6}>
            {fields.map((f) => (
              <Checkbox key={f} value={f} label={t(`margin.${f}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Switch
          label={t('margin.day')}
          checked={margin.same_day}
          onChange={(e) => set({ ...margin, same_day: e.currentTarget.checked })}
        />
        <TagsInput
          label={t('margin.protected')}
          description={t('margin.protectedHelp')}
          value={margin.protected}
          onChange={(words) => set({ ...margin, protected: words })}
        />
        <Text size="sm" c="dimmed">
          {t('margin.always')}
        </Text>
      </Stack>
    </Section>
  );
}
