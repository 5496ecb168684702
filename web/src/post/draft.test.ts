import { describe, expect, test } from 'vitest';
import type { Post } from '../api/client';
import { draftOf, emptyDraft, linkOn, mediaOn, merge, partsOn, patchOf, resolve } from './draft';

const zone = 'Europe/Paris';
const base = {
  ...emptyDraft('fr', '2026-12-24T09:00'),
  title: 'Bûche',
  text: 'La bûche arrive.',
  channels: ['a', 'b'],
};

describe('an edit', () => {
  test('names what differs, and nothing else', () => {
    expect(patchOf(base, base, zone)).toEqual({});
    expect(patchOf(base, { ...base, text: 'La bûche est là.', at: '2026-12-25T10:00' }, zone)).toEqual({
      text: 'La bûche est là.',
      publish_at: { local: '2026-12-25T10:00', zone },
    });
    expect(patchOf({ ...base, campaign: 'camp_1' }, { ...base, at: '' }, zone)).toEqual({
      campaign: null,
      publish_at: null,
    });
  });

  test('of one channel leaves the others alone', () => {
    const own = { ...base, variants: { b: { text: 'The log is here.', options: { visibility: 'unlisted' } } } };
    expect(patchOf(base, own, zone)).toEqual({
      variants: { b: { text: 'The log is here.', options: { visibility: 'unlisted' } } },
    });
    expect(patchOf(own, { ...own, variants: { b: { options: {} } } }, zone)).toEqual({
      variants: { b: { text: null, options: { visibility: null } } },
    });
    expect(patchOf(own, { ...base, channels: ['a'] }, zone)).toEqual({ channels: ['a'] });
  });

  test('of one channel’s pictures and link card leaves the post’s', () => {
    const shared = {
      ...base,
      media: [{ media: 'med_1', alt: 'une bûche' }],
      link: { url: 'https://a.example', title: '', text: '' },
    };
    const own = { ...shared, variants: { b: { media: [{ media: 'med_2', alt: '' }], no_link: true } } };
    expect(patchOf(shared, own, zone)).toEqual({
      variants: { b: { media: [{ media: 'med_2', alt: '' }], no_link: true } },
    });
    expect(patchOf(own, shared, zone)).toEqual({ variants: { b: { media: null, no_link: null } } });
    expect([mediaOn(own, 'a'), linkOn(own, 'a')]).toEqual([shared.media, shared.link]);
    expect([mediaOn(own, 'b'), linkOn(own, 'b')]).toEqual([[{ media: 'med_2', alt: '' }], null]);
    expect(mediaOn({ ...own, variants: { b: { media: [] } } }, 'b')).toEqual([]); // none is an answer too
  });

  test('of what the API gave back is none', () => {
    const post = {
      ...base,
      publish_at: { local: '2026-12-24T09:00', zone, fold: 0, shift: '' },
      variants: {
        b: {
          parts: ['un', 'deux'],
          first_comment: 'et voilà',
          media: [{ media: 'med_1', alt: 'un' }],
          link: { url: 'https://a.example', title: 't', text: '', thumbnail: { media: 'med_2', alt: '' } },
        },
      },
    } as unknown as Post;
    const draft = draftOf(post, zone);
    expect(patchOf(draft, draftOf(post, zone), zone)).toEqual({});
    expect(partsOn(draft, 'b')).toEqual(['un', 'deux']);
    expect(partsOn(draft, 'a')).toEqual(['La bûche arrive.']);
  });
});

describe('two edits', () => {
  test('of different fields are joined', () => {
    const mine = { ...base, text: 'La bûche est là.' };
    const theirs = { ...base, title: 'La bûche', variants: { b: { text: 'The log is here.' } } };
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged).toEqual({ ...base, title: 'La bûche', text: 'La bûche est là.', variants: theirs.variants });
  });

  test('that say the same are no conflict', () => {
    const both = { ...base, text: 'Pareil.' };
    expect(merge(base, both, both)).toEqual({ merged: both, conflicts: [] });
  });

  test('of one field are for a person to decide', () => {
    const mine = { ...base, variants: { b: { text: 'mine' } } };
    const theirs = { ...base, variants: { b: { text: 'theirs' } } };
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([{ path: 'variants/b/text', base: undefined, mine: 'mine', theirs: 'theirs' }]);
    expect(merged.variants.b).toEqual({ text: 'mine' });
    expect(resolve(merged, 'variants/b/text', 'theirs').variants.b).toEqual({ text: 'theirs' });
    expect(resolve(merged, 'variants/b/text', undefined).variants).toEqual({});
  });

  test('that say it as a text and as a thread are for a person to decide', () => {
    const mine = { ...base, variants: { b: { text: 'mine', no_link: true } } };
    const theirs = { ...base, variants: { b: { parts: ['one', 'two'], link: { url: 'u', title: '', text: '' } } } };
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(conflicts.map((c) => c.path)).toEqual(['variants/b/text', 'variants/b/link']);
    expect(merged.variants.b).toEqual({ text: 'mine', no_link: true });
    const decided = conflicts.reduce((draft, c) => resolve(draft, c.path, c.theirs), merged);
    expect(decided.variants.b).toEqual(theirs.variants.b);
  });

  test('of which one takes a channel away that the other adapts are for a person to decide', () => {
    const mine = { ...base, variants: { b: { text: 'mine' } } };
    const { merged, conflicts } = merge(base, mine, { ...base, channels: ['a'] });
    expect(conflicts).toEqual([{ path: 'channels', base: ['a', 'b'], mine: ['a', 'b'], theirs: ['a'] }]);
    expect(merged).toEqual(mine);
  });

  test('keep what one took away', () => {
    const had = { ...base, variants: { b: { text: 'own', first_comment: 'x' } } };
    const { merged, conflicts } = merge(
      had,
      { ...had, variants: { b: { first_comment: 'x' } } },
      { ...had, title: 'T' },
    );
    expect(conflicts).toEqual([]);
    expect(merged).toMatchObject({ title: 'T', variants: { b: { first_comment: 'x' } } });
    expect(merged.variants.b?.text).toBeUndefined();
  });
});
