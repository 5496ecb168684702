import type { Post, Schemas } from '../api/client';

// Content is what can leave, of a post or of one of its revisions.
export type Content = Pick<Schemas['Revision'], 'text' | 'channels' | 'media' | 'link' | 'variants'> | Post;

export interface Change {
  field: 'text' | 'parts' | 'first_comment' | 'options' | 'channels' | 'media' | 'link';
  channel?: string;
  before: string;
  after: string;
}

// changesOf lists what differs between two contents, each as two texts to lay side by side.
export function changesOf(before: Content, after: Content, names: (channel: string) => string): Change[] {
  const found: Change[] = [];
  const look = (field: Change['field'], a: string, b: string, channel?: string) => {
    if (a !== b) found.push({ field, before: a, after: b, ...(channel && { channel }) });
  };
  look('text', before.text, after.text);
  look('channels', before.channels.map(names).join('\n'), after.channels.map(names).join('\n'));
  look('media', pictures(before.media), pictures(after.media));
  look('link', card(before.link), card(after.link));
  for (const channel of after.channels) {
    const [a, b] = [before.variants[channel], after.variants[channel]];
    look('text', a?.text ?? '', b?.text ?? '', channel);
    look('parts', (a?.parts ?? []).join('\n\n'), (b?.parts ?? []).join('\n\n'), channel);
    look('first_comment', a?.first_comment ?? '', b?.first_comment ?? '', channel);
    if (a?.media || b?.media)
      look('media', pictures(a?.media ?? before.media), pictures(b?.media ?? after.media), channel);
    if (ownLink(a) || ownLink(b)) look('link', cardOn(before, a), cardOn(after, b), channel);
    look('options', options(a?.options), options(b?.options), channel);
  }
  return found;
}

function pictures(media: Schemas['MediaUse'][]): string {
  return media.map((m) => m.alt || m.media).join('\n');
}

function card(link: Schemas['Link'] | undefined): string {
  return link ? [link.url, link.title, link.text].filter(Boolean).join('\n') : '';
}

function ownLink(variant: Schemas['Variant'] | undefined): boolean {
  return Boolean(variant?.link || variant?.no_link);
}

function cardOn(content: Content, variant: Schemas['Variant'] | undefined): string {
  return variant?.no_link ? '' : card(variant?.link ?? content.link);
}

function options(all: Record<string, unknown> | undefined): string {
  return Object.entries(all ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .sort()
    .join('\n');
}
