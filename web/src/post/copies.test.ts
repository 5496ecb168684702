import { expect, test } from 'vitest';
import type { Post } from '../api/client';
import { anchorOf, copiesOf } from './copies';

test('what can be spoken about is the text, and what differs on a channel', () => {
  const post = {
    text: 'La bûche arrive.',
    channels: ['a', 'b', 'c', 'd'],
    variants: {
      b: { parts: ['un', 'deux'] },
      c: { text: 'The log.', first_comment: 'lien' },
      d: { first_comment: 'là' },
    },
  } as unknown as Post;
  expect(copiesOf(post).map((c) => [c.channel, c.part, c.text])).toEqual([
    ['', 0, 'La bûche arrive.'],
    ['b', 0, 'un'],
    ['b', 1, 'deux'],
    ['c', 0, 'The log.'],
    ['c', 1, 'lien'],
    ['d', 1, 'là'],
  ]);
  expect(copiesOf({ ...post, text: '', channels: [] })).toEqual([]);
});

test('a passage of the post’s own text names no channel', () => {
  expect(anchorOf({ channel: '', part: 0, revision: 3, start: 1, end: 2 })).toEqual({ revision: 3, start: 1, end: 2 });
  expect(anchorOf({ channel: 'b', part: 1, revision: 3, start: 1, end: 2 })).toEqual({
    revision: 3,
    start: 1,
    end: 2,
    channel: 'b',
    part: 1,
  });
});
