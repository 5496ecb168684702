import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import english from './en';
import french from './fr';

type Words = { [key: string]: string | Words };

function flat(words: Words, before = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    const path = before ? `${before}.${key}` : key;
    if (typeof value === 'string') all.set(path, value);
    else for (const [k, v] of flat(value, path)) all.set(k, v);
  }
  return all;
}

function sources(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !name.includes('.test.') && name !== 'schema.d.ts' ? [path] : [];
  });
}

const en = flat(english as unknown as Words);
const fr = flat(french as unknown as Words);
const root = join(import.meta.dirname, '..');

// what differs by count has one entry per form, and the key that is asked for is what they share
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

// firstArgument is what stands between a bracket and its comma or its end.
function firstArgument(text: string): string {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if ('([{'.includes(text[i] ?? '')) depth++;
    if (')]}'.includes(text[i] ?? '')) depth--;
    if (depth === 0 || (depth === 1 && text[i] === ',')) return text.slice(1, i);
  }
  return '';
}

describe('words', () => {
  test('both languages say the same things', () => {
    const of = (words: Map<string, string>) => [...new Set([...words.keys()].map(stem))].sort();
    expect(of(fr)).toEqual(of(en));
  });

  test('both fill in the same names', () => {
    const names = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((m) => m[1]).sort();
    for (const [key, text] of en) {
      const other = fr.get(key);
      if (other) expect(names(other), key).toEqual(names(text));
    }
  });

  test('nothing is empty', () => {
    for (const [key, text] of [...en, ...fr]) expect(text.trim(), key).not.toBe('');
  });

  test('every key that a page asks for is there, and every key is asked for', () => {
    const known = new Set([...en.keys()].map(stem));
    const asked = new Set<string>();
    const beginnings = new Set<string>();
    for (const path of sources(root)) {
      const text = readFileSync(path, 'utf8');
      const namespace = text.match(/useTranslation\(\[?'(\w+)'/)?.[1] ?? 'common';
      const full = (key: string) => (key.includes(':') ? key.replace(':', '.') : `${namespace}.${key}`);
      for (const call of text.matchAll(/\bt\(/g)) {
        const key = firstArgument(text.slice(call.index + 1));
        const start = key.match(/^\s*`([\w:.]+)\$\{/)?.[1];
        if (start) beginnings.add(full(start));
        for (const [, word] of key.matchAll(/(?:^|[?:])\s*'([^']+)'/g)) asked.add(full(word ?? ''));
      }
    }
    expect([...asked].filter((key) => !known.has(key))).toEqual([]);
    const unused = [...known].filter((key) => !asked.has(key) && ![...beginnings].some((b) => key.startsWith(b)));
    expect(unused).toEqual([]);
    expect([...beginnings].filter((b) => ![...known].some((key) => key.startsWith(b)))).toEqual([]);
  });

  test('French is set as French is set', () => {
    for (const [key, text] of fr) {
      expect(text, `${key}: an apostrophe is ’`).not.toMatch(/'/);
      expect(text, `${key}: a narrow no-break space before : ; ! ?`).not.toMatch(
        /[^\u202f:/?!]([;!?])|[^\u202f\d/s]:(\s|$)/,
      );
      expect(text, `${key}: « and » have one inside`).not.toMatch(/«[^\u202f]|[^\u202f]»/);
      expect(text, `${key}: quotes are « »`).not.toMatch(/["“”]/);
    }
  });

  test('English has typographic quotes', () => {
    for (const [key, text] of en) expect(text, key).not.toMatch(/'|"/);
  });
});
