import { Collapse, NativeSelect, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Icon } from '../../../ui/icons';
import type { Known } from './page';
import classes from './page.module.css';
import type { Pace, Split, Weight } from './rules';

export interface TopicsProps {
  known: Known;
  rules: Split;
  set: (next: Partial<Split>) => void;
}

const weights = ['alarm', 'duty', 'news'] as const;

// Topics are all that the reader is told of, by how much it presses; each weight is chosen as a whole, and what differs in it
// one by one.
export function Topics({ known, rules, set }: TopicsProps) {
  return (
    <div className={classes.weights}>
      {weights.map((weight) => (
        <OneWeight key={weight} weight={weight} known={known} rules={rules} set={set} />
      ))}
    </div>
  );
}

function OneWeight({ weight, known, rules, set }: TopicsProps & { weight: Weight }) {
  const { t } = useTranslation('notices');
  const rows = gathered(known.topics.filter((topic) => topic.weight === weight));
  const different = rows.filter((row) => row.events.some((event) => rules.events[event])).length;
  const [open, setOpen] = useState(false);
  const usual = known.yours[weight];
  const whole = rules.weights[weight] ?? usual;
  return (
    <section className={classes.weight} data-weight={weight} aria-label={t(`weight.${weight}.title`)}>
      <div className={classes.head}>
        <div>
          <h3>{t(`weight.${weight}.title`)}</h3>
          <p>{t(`weight.${weight}.what`)}</p>
        </div>
        <PaceSelect
          label={t('paceOf', { what: t(`weight.${weight}.title`) })}
          value={rules.weights[weight]}
          inherited={t('usually', { pace: t(`pace.${usual}`) })}
          onChange={(pace) => set({ weights: changed(rules.weights, weight, pace) })}
        />
      </div>
      <UnstyledButton className={classes.more} onClick={() => setOpen(!open)} aria-expanded={open}>
        <Icon name={open ? 'up' : 'down'} size={14} />
        <span>{t('oneByOne', { count: rows.length })}</span>
        {different > 0 && <span className={classes.different}>{t('different', { count: different })}</span>}
      </UnstyledButton>
      <Collapse expanded={open}>
        <ul className={classes.topics}>
          {rows.map((row) => (
            <li key={row.words}>
              <div>
                <strong>{row.words}</strong>
                <p>{row.to.map((concern) => t(`to.${concern}`)).join(', ')}</p>
              </div>
              <PaceSelect
                label={t('paceOf', { what: row.words })}
                value={rules.events[row.events[0] ?? '']}
                inherited={t('asAbove', { pace: t(`pace.${whole}`) })}
                onChange={(pace) =>
                  set({ events: row.events.reduce((all, event) => changed(all, event, pace), rules.events) })
                }
              />
            </li>
          ))}
        </ul>
      </Collapse>
    </section>
  );
}

export function changed<T extends Partial<Record<string, Pace>>>(all: T, name: keyof T, pace: Pace | undefined): T {
  const { [name]: _, ...rest } = all;
  return (pace ? { ...rest, [name]: pace } : rest) as T;
}

type Topic = Schemas['Topic'];

// gathered puts together what people call the same.
function gathered(topics: Topic[]): { words: string; events: string[]; to: Topic['to'] }[] {
  const rows = new Map<string, { words: string; events: string[]; to: Topic['to'] }>();
  for (const { words, event, to } of topics) {
    const row = rows.get(words);
    if (row) row.events.push(event);
    else rows.set(words, { words, events: [event], to });
  }
  return [...rows.values()];
}

interface PaceSelectProps {
  label: string;
  value: Pace | undefined;
  inherited: string;
  onChange: (pace: Pace | undefined) => void;
  paces?: readonly Pace[];
}

export function PaceSelect({
  label,
  value,
  inherited,
  onChange,
  paces = ['at_once', 'gathered', 'never'],
}: PaceSelectProps) {
  const { t } = useTranslation('notices');
  return (
    <NativeSelect
      aria-label={label}
      className={classes.pace}
      size="sm"
      value={value ?? ''}
      onChange={(event) => onChange((event.currentTarget.value || undefined) as Pace | undefined)}
      data={[{ value: '', label: inherited }, ...paces.map((pace) => ({ value: pace, label: t(`pace.${pace}`) }))]}
    />
  );
}
