import { Button, Group, Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/client';
import { useCampaigns, usePillars } from '../../api/queries';
import { useHere } from '../../app/here';
import { clockTime, longDay } from '../../lib/time';
import { DiffText } from '../../post/diff-text';
import { type Conflict, type Draft, type MediaUse, resolve } from '../../post/draft';
import classes from './merge.module.css';

interface MergeProps {
  collision: { conflicts: Conflict[]; merged: Draft };
  channels: Map<string, Channel>;
  busy: boolean;
  close: () => void;
  done: (merged: Draft) => void;
}

// MergeDialog is what one sees when somebody saved first: what both wrote, side by side with what it was, and a choice.
export function MergeDialog({ collision, channels, busy, close, done }: MergeProps) {
  const { t } = useTranslation(['post', 'common']);
  const nameOf = useFieldNames(channels);
  const written = useWritten(channels);
  const { conflicts, merged } = collision;
  const [chosen, setChosen] = useState<Record<string, unknown>>(() =>
    Object.fromEntries(conflicts.map((c) => [c.path, c.mine])),
  );
  const finish = () => done(conflicts.reduce((draft, c) => resolve(draft, c.path, chosen[c.path]), merged));
  return (
    <Modal opened onClose={close} size="min(70rem, 100%)" title={t('merge.title')}>
      <Stack gap="lg">
        <Text>{t(conflicts.length > 0 ? 'merge.what' : 'merge.joined')}</Text>
        {conflicts.map((c) => (
          <section key={c.path} className={classes.conflict}>
            <h3>{nameOf(c.path)}</h3>
            <div className={classes.sides}>
              <div>
                <h4>{t('merge.base')}</h4>
                <Value text={written(c.path, c.base)} />
              </div>
              <div>
                <h4>{t('merge.mine')}</h4>
                <Value text={written(c.path, c.mine)} base={written(c.path, c.base)} />
              </div>
              <div>
                <h4>{t('merge.theirs')}</h4>
                <Value text={written(c.path, c.theirs)} base={written(c.path, c.base)} />
              </div>
            </div>
            <Group align="start">
              <SegmentedControl
                aria-label={t('merge.choose')}
                value={choiceOf(c, chosen[c.path])}
                onChange={(v) => setChosen({ ...chosen, [c.path]: v === 'theirs' ? c.theirs : c.mine })}
                data={[
                  { value: 'mine', label: t('merge.keepMine') },
                  { value: 'theirs', label: t('merge.takeTheirs') },
                  ...(choiceOf(c, chosen[c.path]) === 'other' ? [{ value: 'other', label: t('merge.other') }] : []),
                ]}
              />
            </Group>
            {!picked.includes(c.path.split('/').at(-1) ?? '') && bothWords(c) && (
              <Textarea
                label={t('merge.result')}
                autosize
                minRows={2}
                maxRows={12}
                value={String(chosen[c.path] ?? '')}
                onChange={(event) => setChosen({ ...chosen, [c.path]: event.currentTarget.value })}
              />
            )}
          </section>
        ))}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('common:cancel')}
          </Button>
          <Button onClick={finish} loading={busy}>
            {t('merge.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

// what is one of several, or a time, is kept or taken, and not rewritten
const picked = ['at', 'campaign', 'pillar'];

const bothWords = ({ mine, theirs }: Conflict) => typeof mine === 'string' && typeof theirs === 'string';

function choiceOf(c: Conflict, value: unknown): string {
  if (value === c.mine) return 'mine';
  return value === c.theirs ? 'theirs' : 'other';
}

// useFieldNames names what a path of a draft leads to.
function useFieldNames(channels: Map<string, Channel>): (path: string) => string {
  const { t } = useTranslation('post');
  return (path) => {
    const [field = '', channel = '', own = ''] = path.split('/');
    if (field !== 'variants') return t(`field.${field as 'text'}`);
    return t('field.onChannel', {
      field: t(`field.${own as 'text'}`),
      channel: channels.get(channel)?.name ?? channel,
    });
  };
}

function Value({ text, base }: { text: string; base?: string }) {
  const { t } = useTranslation('post');
  if (text === '') return <p className={classes.nothing}>{t('merge.nothing')}</p>;
  return base === undefined ? <p className={classes.text}>{text}</p> : <DiffText before={base} after={text} />;
}

// useWritten writes the value of a field as people know it: channels and campaigns by their names, a time as clocks show it.
function useWritten(channels: Map<string, Channel>): (path: string, value: unknown) => string {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('post');
  const named = [...(useCampaigns(calendar.id).data ?? []), ...(usePillars(calendar.id).data ?? [])];
  return (path, value) => {
    const field = path.split('/').at(-1);
    if (field === 'channels') return (value as string[]).map((id) => channels.get(id)?.name ?? '…').join('\n');
    if (field === 'media' && value) return (value as MediaUse[]).map((m) => m.alt || t('merge.noAlt')).join('\n');
    if ((field === 'campaign' || field === 'pillar') && value) return named.find((n) => n.id === value)?.name ?? '…';
    if (field === 'at' && value)
      return `${longDay(String(value), i18n.language)}, ${clockTime(String(value), i18n.language)}`;
    return written(value);
  };
}

function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(written).join('\n\n');
  return Object.values(value).map(written).join('\n');
}
