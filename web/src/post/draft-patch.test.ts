import { expect, test } from 'vitest';
import type { Post } from '../api/client';
import { draftOf, emptyDraft, patchOf } from './draft';
import { draftWith } from './draft-patch';

const zone = 'Europe/Paris';
const post = {
  ...emptyDraft('fr', ''),
  text: 'Avant.',
  channels: ['a'],
  campaign: 'camp_1',
  publish_at: { local: '2026-12-24T09:00', zone, fold: 0, shift: '' },
  variants: { a: { text: 'À part.' } },
} as unknown as Post;

test('an edit that was kept becomes the draft that it was', () => {
  const before = draftOf(post, zone);
  const after = {
    ...before,
    text: 'Après.',
    at: '2026-12-25T10:00',
    campaign: '',
    link: { url: 'https://a.fr', title: '', text: '' },
    media: [{ media: 'med_1', alt: 'Une lampe' }],
    variants: { a: { parts: ['un', 'deux'], at: '2026-12-25T12:00' } },
  };
  expect(draftWith(post, patchOf(before, after, zone), zone)).toEqual(after);
  expect(draftWith(post, {}, zone)).toEqual(before);
});
