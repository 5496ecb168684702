import { Alert, Radio, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { sentence, troubleAt } from '../../../ui/trouble';
import { OnlyRead } from '../only-read';
import { SaveBar } from '../save-bar';
import { Head, Section } from '../section';
import { type Policy, usePolicy } from '../use-policy';
import { Steps } from './steps';
import { WhileWaiting } from './waiting';

// Who says yes before a post leaves, in how many steps, and what happens while a yes is missing.
export function Component() {
  const { may } = useHere();
  const { t } = useTranslation('approvalSettings');
  const edit = usePolicy();
  if (edit.failed) return <Alert color="red">{sentence(edit.failed)}</Alert>;
  if (!edit.value) return <Waiting />;
  const fixed = !may('policy');
  const policy = edit.value;
  const toggle = (name: 'self_approval' | 'tokens_may_approve' | 'alt_texts_required') => (
    <Switch
      label={t(`toggle.${name}.title`)}
      description={t(`toggle.${name}.help`)}
      checked={policy[name]}
      onChange={(event) => edit.set({ [name]: event.currentTarget.checked })}
      disabled={fixed}
    />
  );
  return (
    <>
      <Head title={t('title')}>{t('lead')}</Head>
      <OnlyRead needs="policy" />
      <Section title={t('who')}>
        <Radio.Group
          aria-label={t('who')}
          value={policy.approval}
          onChange={(value) => edit.set({ approval: value as Policy['approval'] })}
        >
          <Stack gap="sm">
            {(['one', 'steps', 'none'] as const).map((mode) => (
              <Radio
                key={mode}
                value={mode}
                label={t(`mode.${mode}.title`)}
                description={t(`mode.${mode}.help`)}
                disabled={fixed}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Section>
      {policy.approval === 'steps' && (
        <Section title={t('steps')} lead={t('stepsHelp')}>
          <Steps
            value={policy.steps}
            onChange={(steps) => edit.set({ steps })}
            disabled={fixed}
            error={troubleAt(edit.error, '/policy/steps')}
          />
        </Section>
      )}
      <Section title={t('whose')}>
        <Stack gap="sm">
          {toggle('self_approval')}
          {toggle('tokens_may_approve')}
        </Stack>
      </Section>
      <Section title={t('waiting')} lead={t('waitingHelp')}>
        <WhileWaiting policy={policy} set={edit.set} error={edit.error} disabled={fixed} />
      </Section>
      <Section title={t('edited')} lead={t('editedHelp')}>
        <Radio.Group
          aria-label={t('edited')}
          value={policy.until_approved}
          onChange={(value) => edit.set({ until_approved: value as Policy['until_approved'] })}
        >
          <Stack gap="sm">
            {(['hold', 'release_approved'] as const).map((mode) => (
              <Radio
                key={mode}
                value={mode}
                label={t(`until.${mode}.title`)}
                description={t(`until.${mode}.help`)}
                disabled={fixed}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Section>
      <Section title={t('checks')}>
        <Stack gap="sm">
          {toggle('alt_texts_required')}
          <Switch
            label={t('dead_links.title')}
            description={t('dead_links.help')}
            checked={policy.dead_links === 'hold'}
            onChange={(event) => edit.set({ dead_links: event.currentTarget.checked ? 'hold' : 'warn' })}
            disabled={fixed}
          />
        </Stack>
      </Section>
      <SaveBar
        edit={edit}
        names={{
          approval: t('who'),
          steps: t('steps'),
          approve_ahead: t('ahead'),
          deputy: t('deputy'),
          escalation: t('escalate'),
          self_approval: t('toggle.self_approval.title'),
          tokens_may_approve: t('toggle.tokens_may_approve.title'),
          until_approved: t('edited'),
          alt_texts_required: t('toggle.alt_texts_required.title'),
          dead_links: t('dead_links.title'),
        }}
        fields={[
          '/policy/approve_ahead',
          '/policy/deputy',
          '/policy/escalation/after',
          '/policy/escalation/to',
          ...(policy.approval === 'steps' ? ['/policy/steps'] : []),
        ]}
      />
    </>
  );
}
