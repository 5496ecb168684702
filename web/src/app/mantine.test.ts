import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function sources(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? sources(path) : name.endsWith('.tsx') ? [path] : [];
  });
}

test('every part of Mantine that is used has its sheet', () => {
  const root = join(import.meta.dirname, '..');
  const sheets = readFileSync(join(import.meta.dirname, 'mantine.css'), 'utf8');
  const missing = new Set<string>();
  if (!sheets.includes('/Notification.css')) missing.add('Notification'); // which notifications are drawn with
  for (const path of sources(root)) {
    const text = readFileSync(path, 'utf8');
    // what slides in at the foot is drawn by another package, with a part of this one
    if (text.includes("'@mantine/notifications'") && !sheets.includes('/Notification.css')) missing.add('Notification');
    for (const [, names] of text.matchAll(/import {([^}]+)} from '@mantine\/core'/g)) {
      for (const name of (names ?? '').split(',').map((n) => n.trim())) {
        const sheet = join(root, '../node_modules/@mantine/core/styles', `${name}.css`);
        if (existsSync(sheet) && !sheets.includes(`/${name}.css`)) missing.add(name);
      }
    }
  }
  expect([...missing]).toEqual([]);
});
