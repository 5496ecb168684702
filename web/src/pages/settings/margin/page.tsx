import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { sentence, troubleAt } from '../../../ui/trouble';
import { OnlyRead } from '../only-read';
import { SaveBar } from '../save-bar';
import { Head, Section } from '../section';
import { useCalendarEdit } from '../use-policy';
import { Affected } from './affected';
import { Examples } from './examples';
import { Fields } from './fields';
import { Trial } from './trial';

export type Margin = Schemas['Margin'];

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
      <Fields
        margin={margin}
        set={edit.set}
        disabled={fixed}
        protectedError={troubleAt(edit.error, '/policy/margin/protected')}
      />
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
