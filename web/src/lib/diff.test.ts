import { describe, expect, test } from 'vitest';
import { diffWords } from './diff';

const shown = (a: string, b: string) =>
  diffWords(a, b)
    .map((p) => ({ same: p.text, gone: `[-${p.text}-]`, new: `[+${p.text}+]` })[p.kind])
    .join('');

describe('a diff by words', () => {
  test.each([
    ['la bûche arrive jeudi', 'la bûche arrive vendredi', 'la bûche arrive [-jeudi-][+vendredi+]'],
    ['un deux trois', 'un trois', 'un [-deux -]trois'],
    ['un trois', 'un deux trois', 'un [+deux +]trois'],
    ['', 'neuf', '[+neuf+]'],
    ['pareil', 'pareil', 'pareil'],
    ['12 €.', '14 €.', '[-12-][+14+] €.'],
  ])('%s → %s', (a, b, expected) => {
    expect(shown(a, b)).toBe(expected);
  });

  test('loses nothing of either text', () => {
    const a = 'Sept heures, l’étain fond. Venez voir\u202f: portes ouvertes ☕\n\nce week-end.';
    const b = 'Huit heures, l’étain a fondu. Venez\u202f: ☕ ce week-end, donc.\n';
    const of = (...kinds: string[]) =>
      diffWords(a, b)
        .filter((p) => kinds.includes(p.kind))
        .map((p) => p.text)
        .join('');
    expect(of('same', 'gone')).toBe(a);
    expect(of('same', 'new')).toBe(b);
  });

  test('ends on very long texts', () => {
    expect(diffWords('a '.repeat(5000), 'b '.repeat(5000)).length).toBeGreaterThan(0);
  });
});
