import { ActionIcon, Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCalendars, useCampaigns, usePillars } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { same } from '../../../lib/edit';
import { Icon } from '../../../ui/icons';
import { Empty, Row, Rows, Section } from '../section';
import type { Known } from './page';
import { type Pace, type Rule, rule, type Weight } from './rules';

interface SpecialProps {
  rules: Rule[];
  set: (rules: Rule[]) => void;
  known: Known;
}

// Special rules are about a part of the plan, and go before all others; the first that fits decides.
export function Special({ rules, set, known }: SpecialProps) {
  const { t } = useTranslation('notices');
  const words = useRuleWords(known);
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('special')}
      lead={t('specialHelp')}
      action={
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => setAdding(true)}
          disabled={rules.length >= 40}
        >
          {t('add')}
        </Button>
      }
    >
      {rules.length === 0 && <Empty>{t('noSpecial')}</Empty>}
      {rules.length > 0 && (
        <Rows>
          {rules.map((one, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name of their own, and somebody may have two alike
              key={index}
              action={
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={t('remove', { rule: words(one).join(', ') })}
                  onClick={() => set(rules.filter((_, i) => i !== index))}
                >
                  <Icon name="trash" size={16} />
                </ActionIcon>
              }
            >
              <strong>{words(one)[0]}</strong>
              <p>{words(one).slice(1).join(' · ')}</p>
            </Row>
          ))}
        </Rows>
      )}
      {adding && (
        <Add
          known={known}
          add={(one) => set([one, ...rules.filter((r) => !same(r, one))])}
          close={() => setAdding(false)}
        />
      )}
    </Section>
  );
}

function useRuleWords(known: Known): (one: Rule) => string[] {
  const { calendar } = useHere();
  const { t } = useTranslation('notices');
  const calendars = useCalendars().data ?? [];
  const campaigns = useCampaigns(calendar.id).data ?? [];
  const pillars = usePillars(calendar.id).data ?? [];
  const name = (list: { id: string; name: string }[], id: string) => list.find((one) => one.id === id)?.name ?? id;
  return (one) => [
    what(one),
    ...[
      one.calendar && t('in.calendar', { name: name(calendars, one.calendar) }),
      one.campaign && t('in.campaign', { name: name(campaigns, one.campaign) }),
      one.pillar && t('in.pillar', { name: name(pillars, one.pillar) }),
      one.label && t('in.label', { name: one.label }),
      one.mine && t('in.mine'),
      t(`pace.${one.pace}`),
    ].filter((part): part is string => Boolean(part)),
  ];
  function what(one: Rule): string {
    if (one.event === 'digest.daily') return t('digest.daily.title');
    if (one.event === 'digest.weekly') return t('digest.weekly.title');
    if (one.event) return known.topics.find((topic) => topic.event === one.event)?.words ?? one.event;
    return one.weight ? t(`weight.${one.weight}.title`) : t('everything');
  }
}

function Add({ known, add, close }: { known: Known; add: (one: Rule) => void; close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['notices', 'common']);
  const campaigns = useCampaigns(calendar.id).data ?? [];
  const pillars = usePillars(calendar.id).data ?? [];
  const [about, setAbout] = useState('weight/news');
  const [part, setPart] = useState('here');
  const [mine, setMine] = useState(false);
  const [pace, setPace] = useState<Pace>('never');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [kind, name = ''] = about.split('/');
    const [scope, id = ''] = part.split('/');
    const label = String(new FormData(event.currentTarget).get('label') ?? '').trim();
    add(
      rule({
        ...(kind === 'weight' && name !== '' && { weight: name as Weight }),
        ...(kind === 'event' && { event: name }),
        ...(scope === 'here' && { calendar: calendar.id }),
        ...(scope === 'campaign' && { calendar: calendar.id, campaign: id }),
        ...(scope === 'pillar' && { calendar: calendar.id, pillar: id }),
        label,
        mine,
        pace,
      }),
    );
    close();
  };
  const events = new Map(known.topics.map((topic) => [topic.words, topic.event]));
  const option = (kind: string) => (one: { id: string; name: string }) => ({
    value: `${kind}/${one.id}`,
    label: one.name,
  });
  return (
    <Modal opened onClose={close} title={t('addTitle')}>
      <form onSubmit={submit}>
        <Stack>
          <Select
            label={t('about')}
            value={about}
            onChange={(value) => setAbout(value ?? about)}
            allowDeselect={false}
            searchable
            data={[
              {
                group: t('byWeight'),
                items: [
                  { value: 'weight/', label: t('everything') },
                  ...(['alarm', 'duty', 'news'] as const).map((weight) => ({
                    value: `weight/${weight}`,
                    label: t(`weight.${weight}.title`),
                  })),
                ],
              },
              {
                group: t('byTopic'),
                items: [
                  { value: 'event/digest.daily', label: t('digest.daily.title') },
                  { value: 'event/digest.weekly', label: t('digest.weekly.title') },
                  ...[...events].map(([label, event]) => ({ value: `event/${event}`, label })),
                ],
              },
            ]}
          />
          <Select
            label={t('part')}
            value={part}
            onChange={(value) => setPart(value ?? part)}
            allowDeselect={false}
            data={[
              { value: 'here', label: calendar.name },
              { value: 'everywhere', label: t('everywhere') },
              ...(campaigns.length > 0 ? [{ group: t('campaigns'), items: campaigns.map(option('campaign')) }] : []),
              ...(pillars.length > 0 ? [{ group: t('pillars'), items: pillars.map(option('pillar')) }] : []),
            ]}
          />
          <TextInput name="label" label={t('label')} description={t('labelHelp')} maxLength={100} />
          <Checkbox label={t('mine')} checked={mine} onChange={(event) => setMine(event.currentTarget.checked)} />
          <Select
            label={t('how')}
            value={pace}
            onChange={(value) => setPace((value ?? pace) as Pace)}
            allowDeselect={false}
            data={(['at_once', 'gathered', 'never'] as const).map((value) => ({ value, label: t(`pace.${value}`) }))}
          />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit">{t('add')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
