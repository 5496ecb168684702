import { expect, test } from 'vitest';
import { durationOf, minutesOf } from './duration';

test('spans are read in minutes and written back', () => {
  expect(['30m', '1h', '1h30m', '48h0m0s', '0s', '', '90s'].map(minutesOf)).toEqual([30, 60, 90, 2880, 0, 0, 2]);
  expect([0, 30, 60, 90.4, 1440, -3].map(durationOf)).toEqual(['0m', '30m', '1h', '1h30m', '24h', '0m']);
});
