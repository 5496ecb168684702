import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema';

type Schemas = components['schemas'];
export type Post = Schemas['Post'];
export type PostPatch = Schemas['PostPatch'];
export type Calendar = Schemas['Calendar'];
export type Channel = Schemas['Channel'];
export type Campaign = Schemas['Campaign'];
export type Pillar = Schemas['Pillar'];
export type Member = Schemas['Member'];
export type Me = Schemas['Me'];
export type Pause = Schemas['Pause'];
export type PlannedTime = Schemas['Time'];
export type DeliveryBrief = Schemas['DeliveryBrief'];
export type Problem = Schemas['Problem'];
export type { Schemas };

// Refused is what the API said no with: a problem with a stable code and a sentence in the reader's language.
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly problem?: Problem,
  ) {
    super(message);
  }
}

let language = 'en';

// speak sets the language that answers come in.
export function speak(next: string) {
  language = next;
}

export const spoken: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: '' });
api.use(spoken);

type Answer<T> = { data?: T; error?: unknown; response: Response };

// versioned returns what was answered with its ETag, for If-Match.
export async function versioned<T>(asked: Promise<Answer<T>>): Promise<{ data: NonNullable<T>; etag: string }> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch {
    throw new Refused(0, 'unreachable', '');
  }
  if (!answer.response.ok) throw refusal(answer);
  return { data: answer.data as NonNullable<T>, etag: answer.response.headers.get('ETag') ?? '' };
}

// ask returns what was answered, or throws why not.
export async function ask<T>(asked: Promise<Answer<T>>): Promise<NonNullable<T>> {
  return (await versioned(asked)).data;
}

function refusal(answer: Answer<unknown>): Refused {
  const problem = answer.error as Problem | undefined;
  const sentences = problem?.errors?.map((e) => e.message) ?? [];
  const message = sentences.length > 0 ? [...new Set(sentences)].join(' ') : (problem?.detail ?? problem?.title ?? '');
  return new Refused(answer.response.status, problem?.code ?? 'internal', message, problem);
}

type Page<T> = { items: T[]; next: string };

// every reads a list to its end, page by page.
export async function every<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const answer = await page(cursor);
    all.push(...answer.items);
    cursor = answer.next || undefined;
  } while (cursor);
  return all;
}
