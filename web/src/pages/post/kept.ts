import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { api, ask, type Post, type PostPatch, type Schemas } from '../../api/client';
import type { Draft } from '../../post/draft';
import { patchOf } from '../../post/draft';
import { draftWith } from '../../post/draft-patch';

// What is written and not saved is kept twice: at once in this browser, where a dead connection loses nothing, and a moment
// later with the daemon, where any other browser finds it. It is private, and never leaves by itself.
export interface Kept {
  base: { etag: string; draft: Draft };
  draft: Draft;
}

const name = (post: string) => `parution.draft.${post}`;

export const unsaved = {
  read(post: string): Kept | null {
    try {
      return JSON.parse(localStorage.getItem(name(post)) ?? 'null');
    } catch {
      return null;
    }
  },
  drop(post: string) {
    localStorage.removeItem(name(post));
  },
};

// fetchCopy is the working copy that the reader has of a post, if there is one.
export async function fetchCopy(post: string): Promise<Schemas['WorkingCopy'] | null> {
  return (await ask(api.GET('/api/v1/posts/{post}/working-copy', { params: { path: { post } } }))) ?? null;
}

// keptOf is what a working copy holds, over the post as it is.
export function keptOf(copy: Schemas['WorkingCopy'], post: Post, zone: string): Kept {
  const from = (copy.base ?? {}) as PostPatch;
  return {
    base: { etag: copy.started_from, draft: draftWith(post, from, zone) },
    draft: draftWith(post, { ...from, ...(copy.edit as PostPatch) }, zone),
  };
}

// useKept keeps what there is to keep, and forgets it when there is nothing.
export function useKept(post: string, kept: Kept | null, zone: string) {
  const text = kept ? JSON.stringify(kept) : '';
  const remote = useRef(false);
  const put = useDebouncedCallback(async (now: Kept) => {
    const body = {
      edit: patchOf(now.base.draft, now.draft, zone),
      base: patchOf(now.draft, now.base.draft, zone),
      started_from: now.base.etag,
    };
    remote.current = true;
    await ask(
      api.PUT('/api/v1/posts/{post}/working-copy', {
        params: { path: { post } },
        body: body as Schemas['WorkingCopyAsked'],
      }),
    ).catch(() => undefined); // the browser has it; the next keystroke tries again
  }, 1500);
  useEffect(() => {
    if (text) {
      localStorage.setItem(name(post), text);
      if (post !== 'new') put(JSON.parse(text));
      return;
    }
    unsaved.drop(post);
    put.cancel?.();
    if (remote.current) dropCopy(post);
    remote.current = false;
  }, [post, text, put]);
}

export function dropCopy(post: string) {
  api.DELETE('/api/v1/posts/{post}/working-copy', { params: { path: { post } } }).catch(() => undefined);
}
