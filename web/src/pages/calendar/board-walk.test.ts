import { expect, test } from 'vitest';
import { walk } from './board-walk';

const columns = [['a'], [], ['b', 'c', 'd'], ['e', 'f']];

test.each([
  ['b', 'ArrowDown', 'c'],
  ['d', 'ArrowDown', undefined],
  ['c', 'ArrowUp', 'b'],
  ['b', 'ArrowUp', undefined],
  ['a', 'ArrowRight', 'b'], // over a column with nothing in it
  ['b', 'ArrowLeft', 'a'],
  ['d', 'ArrowRight', 'f'], // as low as the next goes
  ['f', 'ArrowLeft', 'c'],
  ['e', 'ArrowRight', undefined],
  ['c', 'Home', 'b'],
  ['c', 'End', 'd'],
  ['c', 'x', undefined],
  ['gone', 'ArrowDown', undefined],
])('from %s, %s leads to %s', (from, key, to) => {
  expect(walk(columns, from, key)).toBe(to);
});
