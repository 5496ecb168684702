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

// nameOf is what words are kept by: whose they are, since several people may share a browser, and of which post, or for which
// calendar while there is no post yet.
export function nameOf(member: string, calendar: string, post: string): string {
  return `parution.draft.${member}.${post === 'new' ? `${calendar}.new` : post}`;
}

export const unsaved = {
  read(name: string): Kept | null {
    try {
      return JSON.parse(localStorage.getItem(name) ?? 'null');
    } catch {
      return null;
    }
  },
  keep(name: string, kept: Kept) {
    try {
      localStorage.setItem(name, JSON.stringify(kept));
    } catch {
      // the browser is full: the daemon has it a moment later
    }
  },
  drop(name: string) {
    localStorage.removeItem(name);
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
export function useKept(name: string, post: string, kept: Kept | null, zone: string) {
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
      const now: Kept = JSON.parse(text);
      unsaved.keep(name, now);
      if (post !== 'new') put(now);
      return;
    }
    unsaved.drop(name);
    put.cancel?.();
    if (remote.current) dropCopy(post);
    remote.current = false;
  }, [name, post, text, put]);
}

export function dropCopy(post: string) {
  api.DELETE('/api/v1/posts/{post}/working-copy', { params: { path: { post } } }).catch(() => undefined);
}
