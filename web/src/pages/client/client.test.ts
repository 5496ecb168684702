import { describe, expect, test } from 'vitest';
import { type ClientPost, textName, textsOf } from './client';

const said = (id: string, ...texts: string[]): ClientPost['channels'][number] => ({
  id,
  name: `Le ${id}`,
  platform: 'feed',
  parts: texts.map((text, i) => ({ kind: i > 0 ? 'comment' : 'post', text, media: [] })),
});

describe('texts that a client can speak about', () => {
  const post = { channels: [said('journal', 'Bonjour.'), said('blog', 'Bonjour.', 'Et après ?'), said('mur', '')] };

  test('what several channels say stands there once, and what says nothing not at all', () => {
    expect(textsOf(post)).toEqual([
      { channel: 'journal', part: 0, text: 'Bonjour.' },
      { channel: 'blog', part: 1, text: 'Et après ?' },
    ]);
  });

  test('a text is named by all that say it, and by its place where there are several', () => {
    expect(textsOf(post).map((text) => textName(post, text))).toEqual(['Le journal, Le blog', 'Le blog · 2']);
  });
});
