import { describe, expect, test } from 'vitest';
import type { PlannedTime } from '../api/client';
import {
  addDays,
  clockChange,
  instantIn,
  longDay,
  monthGrid,
  offsetAt,
  offsetLabel,
  wallAt,
  wallOf,
  weekOf,
} from './time';

const planned = (time: Partial<PlannedTime>): PlannedTime => ({ fold: 0, shift: '', ...time });

describe('wall times', () => {
  test('an instant is what clocks show there', () => {
    expect(wallAt('2026-12-24T08:00:00Z', 'Europe/Paris')).toBe('2026-12-24T09:00');
    expect(wallAt('2026-07-01T23:30:00Z', 'Europe/Paris')).toBe('2026-07-02T01:30');
    expect(wallAt('2026-01-01T00:00:00Z', 'America/Montreal')).toBe('2025-12-31T19:00');
  });

  test('what clocks show there is an instant, whichever way they change', () => {
    const at = (wall: string) => instantIn(wall, 'Europe/Paris').toISOString();
    expect(at('2026-12-24T09:00')).toBe('2026-12-24T08:00:00.000Z');
    expect(at('2026-03-29T01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(at('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z'); // skipped: 03:30
    expect(at('2026-03-29T12:00')).toBe('2026-03-29T10:00:00.000Z');
    expect(at('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z'); // twice: the first
    expect(at('2026-10-25T12:00')).toBe('2026-10-25T11:00:00.000Z');
  });

  test('what was planned on the calendar’s clocks is drawn as it was said', () => {
    const time = planned({ local: '2026-12-24T09:00:00', zone: 'Europe/Paris', instant: '2026-12-24T08:00:00Z' });
    expect(wallOf(time, 'Europe/Paris')).toBe('2026-12-24T09:00');
    expect(wallOf(time, 'America/Montreal')).toBe('2026-12-24T03:00');
  });

  test('a time that clocks skip is drawn where it leaves', () => {
    const time = planned({
      local: '2026-03-29T02:30',
      zone: 'Europe/Paris',
      instant: '2026-03-29T01:00:00Z',
      shift: 'gap',
    });
    expect(wallOf(time, 'Europe/Paris')).toBe('2026-03-29T03:00');
  });

  test('no date is none', () => {
    expect(wallOf(undefined, 'Europe/Paris')).toBeNull();
    expect(wallOf(planned({ undated: true }), 'Europe/Paris')).toBeNull();
  });
});

describe('days', () => {
  test('are counted over clock changes, months and leap days', () => {
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31T09:00', 1)).toBe('2027-01-01T09:00');
  });

  test('a month begins on the Monday before', () => {
    expect(monthGrid('2026-11-29')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
    expect(monthGrid('2027-02-15').from).toBe('2027-02-01');
  });

  test('a week is from Monday to Sunday', () => {
    expect(weekOf('2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(weekOf('2026-11-30')).toEqual({ from: '2026-11-30', to: '2026-12-06' });
  });
});

describe('zones', () => {
  test('have offsets that people can read', () => {
    expect(offsetAt('Europe/Paris', new Date('2026-12-01T12:00:00Z'))).toBe(60);
    expect(offsetLabel(60)).toBe('UTC+1');
    expect(offsetLabel(-210)).toBe('UTC−3:30');
    expect(offsetLabel(0)).toBe('UTC');
  });

  test('tell on which day clocks change', () => {
    expect(clockChange('Europe/Paris', '2026-03-23', '2026-04-05')).toEqual({ day: '2026-03-29', by: 60 });
    expect(clockChange('Europe/Paris', '2026-10-19', '2026-11-01')).toEqual({ day: '2026-10-25', by: -60 });
    expect(clockChange('Europe/Paris', '2026-11-01', '2026-11-30')).toBeNull();
  });
});

test('the first of a month is an ordinal in French', () => {
  expect(longDay('2026-12-01', 'fr')).toBe('mardi 1er décembre');
  expect(longDay('2026-12-21', 'fr')).toBe('lundi 21 décembre');
  expect(longDay('2026-12-01', 'en')).toBe('Tuesday 1 December');
});
