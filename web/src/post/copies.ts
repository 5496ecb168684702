import type { Post } from '../api/client';

// Copy is one text of a post that people can speak about: its own, or a channel's where that differs.
export interface Copy {
  channel: string; // '': what all channels share
  part: number;
  text: string;
}

// About is a passage of a copy, as it stands in a revision.
export interface About {
  channel: string;
  part: number;
  revision: number;
  start: number;
  end: number;
  quote: string;
  suggests: boolean; // other words for it, rather than a remark
}

export function copiesOf(post: Pick<Post, 'text' | 'channels' | 'variants'>): Copy[] {
  const own = post.channels.flatMap((channel) => {
    const variant = post.variants[channel];
    const texts = variant?.parts ?? (variant?.text !== undefined ? [variant.text] : []);
    const comment = variant?.first_comment;
    const parts = texts.map((text, part): Copy => ({ channel, part, text }));
    return comment ? [...parts, { channel, part: Math.max(texts.length, 1), text: comment }] : parts;
  });
  return [{ channel: '', part: 0, text: post.text }, ...own].filter((c) => c.text !== '');
}

export const copyKey = (copy: Pick<Copy, 'channel' | 'part'>) => `${copy.channel}/${copy.part}`;

// anchorOf is what the API is told of a passage.
export function anchorOf({ channel, part, revision, start, end }: Omit<About, 'quote' | 'suggests'>) {
  return { revision, start, end, ...(channel && { channel, part }) };
}
