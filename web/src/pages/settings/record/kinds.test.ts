import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import words from '../../../i18n/en/record.json';
import { kinds } from './kinds';

// docs/api.md lists what the record tells of: each has its words here, in both languages by the test of the words.
test('everything that the record tells of has its words', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../../../../docs/api.md'), 'utf8');
  const listed = docs.slice(docs.indexOf('Actions name a thing'), docs.indexOf('## The record'));
  const missing: string[] = [];
  for (const [, kind = '', deeds = ''] of listed.matchAll(/`([a-z_]+)\.([a-z_\s]+)`/g)) {
    if (!(kind in words.kind) || !kinds.some((k) => k === kind)) missing.push(kind);
    missing.push(...deeds.split(/\s+/).filter((deed) => !(deed in words.deed)));
  }
  expect(missing).toEqual([]);
});
