import { expect, test } from 'vitest';
import { applyPatch } from './merge-patch';

test.each([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
  [{ a: 'b' }, { b: { c: null } }, { a: 'b', b: {} }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
])('%j with %j', (target, patch, expected) => {
  expect(applyPatch(target, patch)).toEqual(expected);
});
