import { Alert, Checkbox, Group, Slider, Switch, TagsInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { sentence, troubleAt } from '../../../ui/trouble';
import { OnlyRead } from '../only-read';
import { SaveBar } from '../save-bar';
import { Head, Section } from '../section';
import { useCalendarEdit } from '../use-policy';
import { Examples } from './examples';
import classes from './page.module.css';
import { Trial } from './trial';

export type Margin = Schemas['Margin'];
type Field = Margin['fields'][number];

// How far a post may be put right after its approval, and what that comes to, shown on real sentences.
export function Component() {
  const { may } = useHere();
  const { t } = useTranslation('margin');
  const [affected, setAffected] = useState<Schemas['Affected'][]>([]);
  const edit = useCalendarEdit<Margin>(
    'margin',
    (calendar) => calendar.policy.margin,
    (margin) => ({ policy: { margin } }),
    (saved) => setAffected(saved.affected ?? []),
  );
  if (edit.failed) return <Alert color="red">{sentence(edit.failed)}</Alert>;
  if (!edit.value) return <Waiting />;
  const fixed = !may('policy');
  const margin = edit.value;
  return (
    <>
      <Head title={t('title')}>{t('lead')}</Head>
      <OnlyRead needs="policy" />
      <Affected posts={affected} />
      <Section title={t('characters')} lead={t('charactersHelp')}>
        <div className={classes.slider}>
          <Slider
            value={margin.characters}
            onChange={(characters) => edit.set({ characters })}
            min={0}
            max={100}
            marks={[0, 15, 30, 50, 100].map((value) => ({ value, label: String(value) }))}
            thumbLabel={t('characters')}
            label={null}
            disabled={fixed}
          />
          <output className="numbers">
            {margin.characters === 0 ? t('none') : t('of', { count: margin.characters })}
          </output>
        </div>
      </Section>
      <Section title={t('where')}>
        <Checkbox.Group
          aria-label={t('where')}
          value={margin.fields}
          onChange={(fields) => edit.set({ fields: fields as Field[] })}
        >
          <Group gap="lg">
            {(['text', 'hashtags', 'alt_text'] as const).map((field) => (
              <Checkbox key={field} value={field} label={t(`field.${field}`)} disabled={fixed} />
            ))}
          </Group>
        </Checkbox.Group>
        <Switch
          mt="md"
          label={t('sameDay')}
          description={t('sameDayHelp')}
          checked={margin.same_day}
          onChange={(event) => edit.set({ same_day: event.currentTarget.checked })}
          disabled={fixed}
        />
      </Section>
      <Section title={t('protected')} lead={t('protectedHelp')}>
        <TagsInput
          aria-label={t('protected')}
          value={margin.protected}
          onChange={(words) => edit.set({ protected: words })}
          placeholder={margin.protected.length === 0 ? t('protectedHint') : undefined}
          splitChars={[',', ';']}
          maxTags={200}
          disabled={fixed}
          error={troubleAt(edit.error, '/policy/margin/protected')}
        />
        <Text size="sm" c="dimmed" mt="sm">
          {t('always')}
        </Text>
      </Section>
      <Section title={t('examples')} lead={t('examplesHelp')}>
        <Examples margin={margin} />
      </Section>
      <Section title={t('trial')} lead={t('trialHelp')}>
        <Trial margin={margin} />
      </Section>
      <SaveBar
        edit={edit}
        names={{
          characters: t('characters'),
          fields: t('where'),
          same_day: t('sameDay'),
          protected: t('protected'),
        }}
        fields={['/policy/margin/protected']}
      />
    </>
  );
}

// Affected lists what leaves by a touch-up that a margin just saved would not allow.
function Affected({ posts }: { posts: Schemas['Affected'][] }) {
  const { calendar } = useHere();
  const { t } = useTranslation('margin');
  if (posts.length === 0) return null;
  return (
    <Alert color="yellow" role="status" title={t('affected.title')}>
      {t('affected.what')}
      <ul>
        {posts.map((p) => (
          <li key={p.post}>
            <Link to={`/calendars/${calendar.id}/posts/${p.post}`}>{p.title || t('affected.untitled')}</Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
