import { Button, Group, Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/client';
import { DiffText } from '../../post/diff-text';
import { type Conflict, type Draft, resolve } from '../../post/draft';
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
                <Value value={c.base} />
              </div>
              <div>
                <h4>{t('merge.mine')}</h4>
                <Value value={c.mine} base={c.base} />
              </div>
              <div>
                <h4>{t('merge.theirs')}</h4>
                <Value value={c.theirs} base={c.base} />
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
            {typeof c.mine === 'string' && typeof c.theirs === 'string' && (
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

function Value({ value, base }: { value: unknown; base?: unknown }) {
  const { t } = useTranslation('post');
  const text = written(value);
  if (text === '') return <p className={classes.nothing}>{t('merge.nothing')}</p>;
  return base === undefined ? <p className={classes.text}>{text}</p> : <DiffText before={written(base)} after={text} />;
}

function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(written).join('\n\n');
  return Object.values(value).map(written).join('\n');
}
