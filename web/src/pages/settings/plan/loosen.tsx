import {
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Campaign, type Member, versioned } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { addDays, cityOf, instantIn, wallAt } from '../../../lib/time';
import { useAct } from '../../../lib/use-act';
import type { Margin } from '../margin/page';

type Field = Margin['fields'][number];

interface LoosenProps {
  campaign: Campaign;
  etag: string;
  members: Member[];
  close: () => void;
}

// Loosen widens the margin of a campaign for named people and for a while: a live event, and never more than 14 days.
export function Loosen({ campaign, etag, members, close }: LoosenProps) {
  const { calendar } = useHere();
  const { t } = useTranslation(['campaign', 'margin', 'common']);
  const whole = calendar.policy.margin;
  const now = wallAt(new Date(), calendar.time_zone);
  const [people, setPeople] = useState<string[]>([]);
  const [characters, setCharacters] = useState(Math.max(60, whole.characters));
  const [fields, setFields] = useState<string[]>(whole.fields);
  const { busy, act } = useAct(['campaign', campaign.id], keys.campaigns(calendar.id));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const at = (name: string) => {
      const wall = String(form.get(name) ?? '');
      return wall ? instantIn(wall, calendar.time_zone).toISOString() : undefined;
    };
    const from = at('from');
    const done = await act(() =>
      versioned(
        api.PATCH('/api/v1/campaigns/{campaign}', {
          params: { path: { campaign: campaign.id }, header: { 'If-Match': etag } },
          body: {
            loosened: {
              margin: { characters, fields: fields as Field[] },
              members: people,
              ...(from && { from }),
              until: at('until') ?? '',
              reason: String(form.get('reason')).trim(),
            },
          },
        }),
      ),
    );
    if (done) close();
  };
  const city = cityOf(calendar.time_zone);
  return (
    <Modal opened onClose={close} title={t('open')}>
      <form onSubmit={submit}>
        <Stack>
          <MultiSelect
            label={t('who')}
            description={t('whoHelp')}
            data={members.filter((m) => m.permissions.includes('write')).map((m) => ({ value: m.id, label: m.name }))}
            value={people}
            onChange={setPeople}
            searchable
            maxValues={50}
            withAsterisk
          />
          <NumberInput
            label={t('margin:characters')}
            value={characters}
            onChange={(value) => setCharacters(Number(value))}
            min={0}
            max={100}
            step={5}
            w="12rem"
          />
          <Checkbox.Group label={t('margin:where')} value={fields} onChange={setFields}>
            <Group gap="md" mt={6}>
              {(['text', 'hashtags', 'alt_text'] as const).map((field) => (
                <Checkbox key={field} value={field} label={t(`margin:field.${field}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Group grow align="start">
            <TextInput type="datetime-local" name="from" label={t('from')} description={t('fromHelp')} />
            <TextInput
              type="datetime-local"
              name="until"
              label={t('until')}
              description={t('clocks', { city })}
              min={now}
              max={addDays(now, 14)}
              required
            />
          </Group>
          <Textarea name="reason" label={t('reason')} required autosize minRows={2} maxLength={2000} />
          <Text size="sm" c="dimmed">
            {t('margin:always')}
          </Text>
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={people.length === 0}>
              {t('act')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
