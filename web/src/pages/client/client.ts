import createClient from 'openapi-fetch';
import { type Schemas, spoken } from '../../api/client';
import type { paths } from '../../api/schema';
import type { Copy } from '../../post/copies';

// A client has no account: a link, and after it a visit that is kept in this browser. Nothing here is sent with a session.
// The link is not in the address for long: without it, the page opens for whoever came in last.
const kept = (link: string) => `parution.visit.${link.slice(-12)}`;

export function keptVisit(link: string): string {
  return localStorage.getItem(kept(link)) ?? '';
}

export function keepVisit(link: string, visit: string) {
  for (const key of [kept(link), kept('')]) {
    if (visit) localStorage.setItem(key, visit);
    else localStorage.removeItem(key);
  }
}

export function asVisitor(visit: string) {
  const client = createClient<paths>({
    baseUrl: '',
    credentials: 'omit',
    headers: visit ? { Authorization: `Bearer ${visit}` } : {},
  });
  client.use(spoken);
  return client;
}

// textsOf are what a client can speak about: each text once, where several channels say the same.
export function textsOf(post: Pick<ClientPost, 'channels'>): Copy[] {
  const all = post.channels.flatMap((c) => c.parts.map(({ text }, part): Copy => ({ channel: c.id, part, text })));
  return all.filter(({ text }, i) => text !== '' && all.findIndex((other) => other.text === text) === i);
}

// textName names a text by the channels that say it, and by its place where they say several.
export function textName(post: Pick<ClientPost, 'channels'>, { channel, part, text }: Copy): string {
  const names = post.channels.filter((c) => c.parts[part]?.text === text).map((c) => c.name);
  const many = (post.channels.find((c) => c.id === channel)?.parts.length ?? 0) > 1;
  return names.join(', ') + (many ? ` · ${part + 1}` : '');
}

export type Visitor = ReturnType<typeof asVisitor>;
export type ClientPost = Schemas['ClientPost'];
export type ClientDesk = Schemas['ClientDesk'];
