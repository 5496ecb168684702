import { describe, expect, test } from 'vitest';
import { count, links, tightest } from './count';

const by = (unit: string, link_length = 0, local_mentions = false) => ({ unit, link_length, local_mentions });

describe('counting', () => {
  test.each([
    ['graphemes', 'bûche', 5],
    ['graphemes', 'bu\u0302che', 5],
    ['graphemes', '👩‍👩‍👧‍👦 🇫🇷', 3],
    ['code_points', '👩‍👩‍👧‍👦', 7],
    ['utf16', '😀', 2],
    ['bytes', 'é', 2],
    ['weighted', 'é日😀👩‍👩‍👧', 1 + 2 + 2 + 2],
    ['nobody knows', 'é', 2],
  ])('%s of %s', (unit, text, expected) => {
    expect(count(by(unit), text)).toBe(expected);
  });

  test('a link counts what the network says', () => {
    const limit = by('graphemes', 23);
    expect(count(limit, 'https://example.com/a/very/long/address/indeed?with=parameters')).toBe(23);
    expect(count(limit, 'voir https://a.fr.')).toBe(5 + 23 + 1);
    expect(count(limit, '«\u202fhttps://a.fr\u202f»')).toBe(2 + 23 + 2);
    expect(count(limit, 'a.fr')).toBe(4);
  });

  test('a mention counts without its host', () => {
    const limit = by('graphemes', 23, true);
    expect(count(limit, 'merci @odile@mastodon.example !')).toBe('merci @odile !'.length);
    expect(count(limit, 'odile@mastodon.example')).toBe('odile@mastodon.example'.length);
    expect(count(limit, 'https://m.example/@odile@other.example')).toBe(23);
  });

  test('links end where their words do', () => {
    const of = (text: string) => links(text).map((l) => text.slice(l.start, l.end));
    expect(of('(https://fr.wikipedia.org/wiki/Lampe_(objet))')).toEqual([
      'https://fr.wikipedia.org/wiki/Lampe_(objet)',
    ]);
    expect(of('https://a.fr/x?y=1&z=$2, http://b.fr!')).toEqual(['https://a.fr/x?y=1&z=$2', 'http://b.fr']);
    expect(of('xhttps://a.fr https:// x')).toEqual([]);
  });

  test('the limit that is closest is shown', () => {
    const limits = [
      { max: 300, ...by('graphemes') },
      { max: 3000, ...by('bytes') },
    ];
    expect(tightest(limits, 'a'.repeat(100))).toEqual({ count: 100, max: 300, unit: 'graphemes' });
    expect(tightest(limits, '👩‍👩‍👧‍👦'.repeat(150))).toEqual({ count: 3750, max: 3000, unit: 'bytes' });
    expect(tightest([], 'x')).toBeNull();
  });
});
