import { expect, test } from 'vitest';
import { join, rule, split } from './rules';

const topics = ['delivery.published', 'crisis.*', 'digest.daily'];

test('what can be drawn as a table is, and comes back as it was', () => {
  const rules = [
    rule({ calendar: 'cal_a', weight: 'news', pace: 'never' }),
    rule({ event: 'delivery.published', pace: 'at_once' }),
    rule({ event: 'crisis.*', pace: 'gathered' }),
    rule({ weight: 'news', pace: 'gathered' }),
  ];
  const parts = split(rules, topics);
  expect(parts.special).toEqual(rules.slice(0, 1));
  expect(parts.events).toEqual({ 'delivery.published': 'at_once', 'crisis.*': 'gathered' });
  expect(parts.weights).toEqual({ news: 'gathered' });
  expect(join(parts)).toEqual(rules);
});

test('a rule that stands before others keeps its place', () => {
  const rules = [
    rule({ weight: 'news', pace: 'never' }), // it decides over the next one
    rule({ event: 'delivery.published', pace: 'at_once' }),
    rule({ event: 'post.*', pace: 'gathered' }),
  ];
  const parts = split(rules, topics);
  expect(parts.special).toEqual(rules);
  expect(join(parts)).toEqual(rules);
});

test('a second rule of the same event never decides, and is dropped', () => {
  const rules = [rule({ event: 'digest.daily', pace: 'never' }), rule({ event: 'digest.daily', pace: 'at_once' })];
  expect(join(split(rules, topics))).toEqual(rules.slice(0, 1));
});
