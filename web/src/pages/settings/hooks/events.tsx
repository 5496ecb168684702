import { MultiSelect, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopics } from '../notices/page';
import { kinds, ofNone } from '../record/kinds';
import type { Of } from './hooks';

interface EventsProps {
  of: Of;
  way: string;
  value: string[];
  onChange: (events: string[]) => void;
  error?: string;
}

// Events chooses what a hook hears: what its way usually does, or some of the record's actions, by their words or their code.
export function Events({ of, way, value, onChange, error }: EventsProps) {
  const { t } = useTranslation(['hooks', 'record']);
  const offered = kinds.filter((kind) => of === 'calendar' || ofNone.has(kind));
  const topics = (useTopics().data?.topics ?? []).filter(({ event }) => offered.some((k) => event.startsWith(`${k}.`)));
  const [chosen, setChosen] = useState(value.length > 0);
  const usual = way === 'webhook' ? 'all' : 'pressing';
  const whole = offered.map((kind) => ({ value: `${kind}.*`, label: `${t(`record:kind.${kind}`)} (${kind}.*)` }));
  const single = topics
    .filter(({ event }) => !event.endsWith('*'))
    .map(({ event, words }) => ({ value: event, label: `${words} (${event})` }));
  const known = new Set([...whole, ...single].map((option) => option.value));
  const other = value.filter((event) => !known.has(event)).map((event) => ({ value: event, label: event }));
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('hears')}
        value={chosen ? 'chosen' : 'usual'}
        onChange={(next) => {
          setChosen(next === 'chosen');
          if (next === 'usual') onChange([]);
        }}
      >
        <Stack gap={6} mt={6}>
          <Radio value="usual" label={t(`hear.${usual}`)} />
          <Radio value="chosen" label={t('hear.chosen')} />
        </Stack>
      </Radio.Group>
      {chosen && (
        <MultiSelect
          label={t('events')}
          description={t('eventsHelp')}
          data={[
            { group: t('group.kind'), items: whole },
            { group: t('group.single'), items: single },
            ...(other.length > 0 ? [{ group: t('group.other'), items: other }] : []),
          ]}
          value={value}
          onChange={onChange}
          searchable
          maxValues={50}
          error={error}
          nothingFoundMessage={t('noEvent')}
        />
      )}
    </Stack>
  );
}
