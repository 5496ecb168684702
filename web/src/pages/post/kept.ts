import { useEffect } from 'react';
import type { Draft } from '../../post/draft';

// What is written and not saved stays in this browser, with the version that it started from: a closed lid, a dead
// connection or a reload lose nothing. It never leaves by itself.
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

export function useKept(post: string, kept: Kept | null) {
  const text = kept ? JSON.stringify(kept) : '';
  useEffect(() => {
    if (text) localStorage.setItem(name(post), text);
    else unsaved.drop(post);
  }, [post, text]);
}
