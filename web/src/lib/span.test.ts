import { expect, test } from 'vitest';
import { latenessWords, spanWords } from './span';

test('a span is as close as it matters', () => {
  const plain = (ms: number) => spanWords(ms, 'en').replaceAll(/\s/g, ' ');
  expect(plain(2 * 86_400_000 + 4 * 3_600_000)).toBe('2 days 4 hrs');
  expect(plain(3 * 3_600_000 + 12 * 60_000)).toBe('3 hrs 12 mins');
  expect(plain(42 * 60_000 + 9000)).toBe('42 mins');
  expect(plain(8 * 60_000 + 5000)).toBe('8 mins 5 secs');
  expect(plain(-5)).toBe('0 secs');
});

test('lateness under a second is told in milliseconds', () => {
  expect(latenessWords(183, 'fr')).toBe('183\u202fms');
  expect(latenessWords(61_000, 'en').replaceAll(/\s/g, ' ')).toBe('1 min 1 sec');
});
