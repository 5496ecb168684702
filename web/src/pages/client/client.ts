import createClient from 'openapi-fetch';
import { type Schemas, spoken } from '../../api/client';
import type { paths } from '../../api/schema';

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

export type Visitor = ReturnType<typeof asVisitor>;
export type ClientPost = Schemas['ClientPost'];
export type ClientDesk = Schemas['ClientDesk'];
