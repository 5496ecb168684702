import { describe, expect, test } from 'vitest';
import { passageAt, replacementOf, selectionOf } from './passage';

const family = '👨‍👩‍👧';

describe('a passage', () => {
  test('is counted as people count', () => {
    expect(passageAt('La bûche', 3, 8)).toEqual({ start: 3, end: 8 });
    expect(passageAt(`${family} arrive`, family.length + 1, family.length + 7)).toEqual({ start: 2, end: 8 });
    expect(passageAt('abc', 2, 2)).toBeNull();
  });

  test('takes whole characters', () => {
    expect(passageAt(`a${family}b`, 2, 4)).toEqual({ start: 1, end: 2 });
  });

  test('is found again in its field', () => {
    const text = `Pour ${family} et vous`;
    const passage = passageAt(text, 5, 5 + family.length);
    expect(passage && selectionOf(text, passage)).toEqual({ from: 5, to: 5 + family.length });
    expect(selectionOf('abc', { start: 1, end: 3 })).toEqual({ from: 1, to: 3 });
  });
});

describe('other words', () => {
  const put = (before: string, after: string) => {
    const found = replacementOf(before, after);
    if (!found) return null;
    const { from, to } = selectionOf(before, found);
    expect(before.slice(0, from) + found.text + before.slice(to)).toBe(after); // accepted, they make the text
    return [before.slice(from, to), found.text];
  };

  test('are whole words', () => {
    expect(put('La buche arrive jeudi.', 'La bûche arrive jeudi.')).toEqual(['buche', 'bûche']);
    expect(put('Un deux trois.', 'Un quatre cinq.')).toEqual(['deux trois', 'quatre cinq']);
  });

  test('that come in between take a neighbour along', () => {
    expect(put('Bonjour.', 'Bonjour à tous.')).toEqual(['Bonjour', 'Bonjour à tous']);
    expect(put('monde', 'Bonjour monde')).toEqual(['monde', 'Bonjour monde']);
    expect(put('Fin', 'Fin.')).toEqual(['Fin', 'Fin.']);
  });

  test('may be none', () => {
    expect(put('Très beau.', 'beau.')).toEqual(['Très ', '']);
    expect(put('Fini', '')).toEqual(['Fini', '']);
    expect(replacementOf('', 'Rien')).toBeNull();
    expect(replacementOf('Pareil', 'Pareil')).toBeNull();
  });

  test('never cut a character in two', () => {
    expect(put('👨‍👩‍👧 ici', '👨‍👩‍👦 ici')).toEqual(['👨‍👩‍👧', '👨‍👩‍👦']);
    expect(put('a 👩 b', 'a 👩‍👧 b')?.[0]).toBe('👩');
  });
});
