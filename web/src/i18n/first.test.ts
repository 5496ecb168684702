import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import english from './en/first';
import french from './fr/first';

// what the calendar fetches later fetches its words too
const later = ['board.tsx'];

test('the first words are enough for the first page', () => {
  const root = join(import.meta.dirname, '..');
  const known = Object.keys(english);
  expect(Object.keys(french)).toEqual(known);
  const missing: string[] = [];
  for (const dir of ['app', 'ui', 'pages/calendar']) {
    for (const name of readdirSync(join(root, dir)).filter((n) => /\.tsx?$/.test(n) && !later.includes(n))) {
      const text = readFileSync(join(root, dir, name), 'utf8');
      for (const [, list] of text.matchAll(/useTranslation\(([^)]*)\)/g)) {
        for (const [, namespace] of (list ?? '').matchAll(/'(\w+)'/g)) {
          if (!known.includes(namespace ?? '')) missing.push(`${name}: ${namespace}`);
        }
      }
    }
  }
  expect(missing).toEqual([]);
});
