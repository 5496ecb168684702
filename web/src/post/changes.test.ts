import { expect, test } from 'vitest';
import { type Content, changesOf } from './changes';

const content = (change: Partial<Content>): Content =>
  ({ text: 'un', channels: ['a', 'b'], media: [], variants: {}, ...change }) as Content;
const names = (id: string) => ({ a: 'Journal', b: 'Notes' })[id] ?? id;

test('what did not change is not listed', () => {
  expect(changesOf(content({}), content({}), names)).toEqual([]);
});

test('each change is two texts', () => {
  const after = content({
    text: 'deux',
    channels: ['a'],
    media: [{ media: 'med_1', alt: 'Une lampe' }],
    variants: { a: { text: 'trois', options: { visibility: 'unlisted' } } },
  });
  expect(changesOf(content({}), after, names)).toEqual([
    { field: 'text', before: 'un', after: 'deux' },
    { field: 'channels', before: 'Journal\nNotes', after: 'Journal' },
    { field: 'media', before: '', after: 'Une lampe' },
    { field: 'text', channel: 'a', before: '', after: 'trois' },
    { field: 'options', channel: 'a', before: '', after: 'visibility: unlisted' },
  ]);
});
