import type { Post, PostPatch } from '../api/client';
import { applyPatch } from '../lib/merge-patch';
import { type Draft, draftOf } from './draft';

// draftWith is the draft that an edit makes of a post.
export function draftWith(post: Post, edit: PostPatch, zone: string): Draft {
  const patched = applyPatch(post, edit) as Post;
  return draftOf(
    {
      ...patched,
      campaign: patched.campaign ?? '',
      pillar: patched.pillar ?? '',
      lateness: patched.lateness ?? '',
      media: (patched.media ?? []).map((m) => (typeof m === 'string' ? { media: m, alt: '' } : m)),
      ...(patched.link && {
        link: { ...patched.link, title: patched.link.title ?? '', text: patched.link.text ?? '' },
      }),
      variants: patched.variants ?? {},
    },
    zone,
  );
}
