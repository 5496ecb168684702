import type { Schemas } from '../../../api/client';

export type Rule = Schemas['Wish'];
export type Pace = Rule['pace'];
export type Weight = 'alarm' | 'duty' | 'news';

// Rules as the page shows them. The first that fits decides, so those that are about one kind of event alone, and those about a
// whole weight, can be drawn as a table only where they stand last, in this order; whatever stands before stays a list.
export interface Split {
  special: Rule[];
  events: Record<string, Pace>;
  weights: Partial<Record<Weight, Pace>>;
}

const narrowed = (r: Rule) => Boolean(r.calendar || r.campaign || r.pillar || r.label || r.mine);
const ofEvent = (r: Rule) => !narrowed(r) && r.event !== '' && r.weight === '' && !r.event.endsWith('*');
const ofWeight = (r: Rule) => !narrowed(r) && r.event === '' && r.weight !== '';

export function split(rules: Rule[], topics: string[]): Split {
  const shown = (r: Rule) => ofEvent(r) || (!narrowed(r) && r.weight === '' && topics.includes(r.event));
  let end = rules.length;
  while (end > 0 && ofWeight(rules[end - 1] as Rule)) end--;
  let middle = end;
  while (middle > 0 && shown(rules[middle - 1] as Rule)) middle--;
  const events: Split['events'] = {};
  const weights: Split['weights'] = {};
  for (const r of rules.slice(middle, end)) events[r.event] ??= r.pace;
  for (const r of rules.slice(end)) weights[r.weight as Weight] ??= r.pace;
  return { special: rules.slice(0, middle), events, weights };
}

const plain: Rule = {
  event: '',
  weight: '',
  calendar: '',
  campaign: '',
  pillar: '',
  label: '',
  mine: false,
  way: 'email',
  pace: 'never',
};

export function join({ special, events, weights }: Split): Rule[] {
  return [
    ...special,
    ...Object.entries(events).map(([event, pace]) => ({ ...plain, event, pace })),
    ...Object.entries(weights).map(([weight, pace]) => ({ ...plain, weight: weight as Weight, pace })),
  ];
}

// rule is one with the fields that are given, and nothing else.
export function rule(fields: Partial<Rule>): Rule {
  return { ...plain, ...fields };
}
