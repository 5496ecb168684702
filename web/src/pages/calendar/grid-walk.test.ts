import { expect, test } from 'vitest';
import { walk } from './grid-walk';

test.each([
  ['month', 'ArrowRight', { day: '2026-12-01', down: 1 }],
  ['month', 'ArrowLeft', { day: '2026-11-29', down: 1 }],
  ['month', 'ArrowUp', { day: '2026-11-30', down: 0 }],
  ['month', 'ArrowDown', { day: '2026-11-30', down: 2 }],
  ['month', 'Home', { day: '2026-11-30', down: 0 }],
  ['month', 'End', { day: '2026-12-06', down: 0 }],
  ['month', 'PageUp', { day: '2026-10-30', down: 0 }],
  ['month', 'PageDown', { day: '2026-12-30', down: 0 }],
  ['week', 'PageDown', { day: '2026-12-07', down: 0 }],
  ['day', 'PageUp', { day: '2026-11-29', down: 0 }],
  ['day', 'Home', { day: '2026-11-30', down: 0 }],
  ['day', 'End', { day: '2026-11-30', down: Infinity }],
  ['month', 'x', undefined],
] as const)('in a %s, %s leads from the second card of three to …', (view, key, to) => {
  expect(walk({ day: '2026-11-30', down: 1 }, key, view, 3)).toEqual(to);
});

test('beyond the cards of a day lies another week, where the grid shows more than one', () => {
  expect(walk({ day: '2026-11-30', down: 0 }, 'ArrowDown', 'month', 0)).toEqual({ day: '2026-12-07', down: 0 });
  expect(walk({ day: '2026-11-30', down: 0 }, 'ArrowUp', 'month', 3)).toEqual({ day: '2026-11-23', down: Infinity });
  expect(walk({ day: '2026-11-30', down: 2 }, 'ArrowDown', 'week', 3)).toBeUndefined();
  expect(walk({ day: '2026-11-30', down: 0 }, 'ArrowUp', 'week', 3)).toBeUndefined();
});

test('a shorter month is turned to at its last day', () => {
  expect(walk({ day: '2026-10-31', down: 0 }, 'PageDown', 'month', 0)?.day).toBe('2026-11-30');
  expect(walk({ day: '2026-03-31', down: 0 }, 'PageUp', 'month', 0)?.day).toBe('2026-02-28');
});
