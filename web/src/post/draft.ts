import type { Post, PostPatch, Schemas } from '../api/client';
import { type Wall, wallOf } from '../lib/time';

export type MediaUse = Schemas['MediaUse'];

export interface LinkDraft {
  url: string;
  title: string;
  text: string;
}

// VariantDraft is what differs on one channel; what is absent follows the post.
export interface VariantDraft {
  text?: string;
  parts?: string[];
  first_comment?: string;
  media?: MediaUse[];
  link?: LinkDraft;
  no_link?: boolean;
  options?: Record<string, unknown>;
  at?: Wall;
}

// Draft is a post as it is being written: what people edit, with its time on the calendar's clocks.
export interface Draft {
  title: string;
  brief: string;
  notes: string;
  text: string;
  language: string;
  channels: string[];
  at: Wall | '';
  media: MediaUse[];
  link: LinkDraft | null;
  labels: string[];
  campaign: string;
  pillar: string;
  lateness: string;
  variants: Record<string, VariantDraft>;
}

export function emptyDraft(language: string, at: Wall | ''): Draft {
  return {
    title: '',
    brief: '',
    notes: '',
    text: '',
    language,
    channels: [],
    at,
    media: [],
    link: null,
    labels: [],
    campaign: '',
    pillar: '',
    lateness: '',
    variants: {},
  };
}

export function draftOf(post: Post, zone: string): Draft {
  const { title, brief, notes, text, language, channels, media, labels, campaign, pillar, lateness } = post;
  const variants: Record<string, VariantDraft> = {};
  for (const [channel, v] of Object.entries(post.variants)) {
    const at = wallOf(v.publish_at, zone);
    const own: VariantDraft = {
      ...(v.text !== undefined && { text: v.text }),
      ...(v.parts && { parts: v.parts }),
      ...(v.first_comment && { first_comment: v.first_comment }),
      ...(v.media && { media: v.media.map(useOf) }),
      ...(v.link && { link: linkOf(v.link) }),
      ...(v.no_link && { no_link: true }),
      ...(v.options && { options: v.options }),
      ...(at && { at }),
    };
    if (Object.keys(own).length > 0) variants[channel] = own;
  }
  return {
    title,
    brief,
    notes,
    text,
    language,
    channels,
    at: wallOf(post.publish_at, zone) ?? '',
    media: media.map(useOf),
    link: post.link ? linkOf(post.link) : null,
    labels,
    campaign,
    pillar,
    lateness,
    variants,
  };
}

function useOf({ media, alt, crop }: MediaUse): MediaUse {
  return { media, alt, ...(crop && { crop }) };
}

function linkOf({ url, title, text }: Schemas['Link']): LinkDraft {
  return { url, title, text };
}

export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => same(x, b[i]));
  if (a && b && typeof a === 'object' && typeof b === 'object') {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((k) => same((a as Record<string, unknown>)[k], (b as Record<string, unknown>)[k]));
  }
  return a === b;
}

const plain = ['title', 'brief', 'notes', 'text', 'language', 'channels', 'media', 'labels'] as const;
const removable = ['campaign', 'pillar', 'lateness'] as const;
const ofVariant = ['text', 'parts', 'first_comment', 'media', 'link', 'no_link', 'options'] as const;

// patchOf is the edit that makes a draft of another: only what differs, null for what is taken away.
export function patchOf(before: Draft, after: Draft, zone: string): PostPatch {
  const patch: Record<string, unknown> = {};
  for (const key of plain) if (!same(before[key], after[key])) patch[key] = after[key];
  for (const key of removable) if (before[key] !== after[key]) patch[key] = after[key] || null;
  if (before.at !== after.at) patch.publish_at = timePatch(after.at, zone);
  if (!same(before.link, after.link)) patch.link = after.link;
  const variants = variantsPatch(before, after, zone);
  if (Object.keys(variants).length > 0) patch.variants = variants;
  return patch as PostPatch;
}

function timePatch(at: Wall | '' | undefined, zone: string) {
  return at ? { local: at, zone } : null;
}

function variantsPatch(before: Draft, after: Draft, zone: string) {
  const patches: Record<string, unknown> = {};
  for (const channel of after.channels) {
    const old = before.variants[channel] ?? {};
    const own = after.variants[channel] ?? {};
    const patch: Record<string, unknown> = {};
    for (const key of ofVariant) if (!same(old[key], own[key])) patch[key] = own[key] ?? null;
    if (patch.options && old.options) patch.options = withRemoved(old.options, own.options ?? {});
    if (old.at !== own.at) patch.publish_at = timePatch(own.at, zone);
    if (Object.keys(patch).length > 0) patches[channel] = patch;
  }
  return patches;
}

// withRemoved names the options that are gone: a merge patch keeps what it does not name.
function withRemoved(before: Record<string, unknown>, after: Record<string, unknown>) {
  return { ...Object.fromEntries(Object.keys(before).map((k) => [k, null])), ...after };
}

// Conflict is a field that two people changed in different ways.
export interface Conflict {
  path: string; // title, text, variants/chan_1/text …
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

// merge joins two edits of one draft: what only one of them changed is taken, what both changed differently is told. Until
// somebody decides, the merged draft has mine there.
export function merge(base: Draft, mine: Draft, theirs: Draft): { merged: Draft; conflicts: Conflict[] } {
  const [b, m, t] = [flat(base), flat(mine), flat(theirs)];
  const conflicts: Conflict[] = [];
  const result = new Map<string, unknown>();
  for (const path of new Set([...b.keys(), ...m.keys(), ...t.keys()])) {
    const [was, my, their] = [b.get(path), m.get(path), t.get(path)];
    const told = path === 'channels' && dropsMine(base, mine, theirs);
    const changed = told || (!same(my, was) && !same(their, was) && !same(my, their));
    if (changed) conflicts.push({ path, base: was, mine: my, theirs: their });
    result.set(path, same(my, was) && !told ? their : my);
  }
  return { merged: unflat(result), conflicts };
}

// dropsMine tells whether they took a channel away whose words I have changed: what I wrote there would go without a word.
function dropsMine(base: Draft, mine: Draft, theirs: Draft): boolean {
  const gone = base.channels.filter((c) => mine.channels.includes(c) && !theirs.channels.includes(c));
  return gone.some((c) => !same(mine.variants[c], base.variants[c]));
}

// resolve puts what somebody decided in place.
export function resolve(draft: Draft, path: string, value: unknown): Draft {
  return unflat(flat(draft).set(path, value));
}

// flat lays a draft out by paths. A text and a thread are two ways to say one thing, and so are a card and none: each pair has
// one path, so that two people who went different ways are asked.
function flat(draft: Draft): Map<string, unknown> {
  const { variants, ...rest } = draft;
  const all = new Map<string, unknown>(Object.entries(rest));
  for (const [channel, { parts, no_link, ...variant }] of Object.entries(variants)) {
    const own = { ...variant, ...(parts && { text: parts }), ...(no_link && { link: null }) };
    for (const [key, value] of Object.entries(own)) all.set(`variants/${channel}/${key}`, value);
  }
  return all;
}

function ownOf(key: string, value: unknown): VariantDraft {
  if (key === 'text' && Array.isArray(value)) return { parts: value };
  if (key === 'link' && value === null) return { no_link: true };
  return { [key]: value };
}

function unflat(all: Map<string, unknown>): Draft {
  const draft: Record<string, unknown> = {};
  const variants: Record<string, VariantDraft> = {};
  for (const [path, value] of all) {
    const [field = '', channel = '', key = ''] = path.split('/');
    if (field !== 'variants') draft[field] = value;
    else if (value !== undefined) variants[channel] = { ...variants[channel], ...ownOf(key, value) };
  }
  return { ...draft, variants } as unknown as Draft;
}

// partsOn is what a channel says: its parts in their order.
export function partsOn(draft: Draft, channel: string): string[] {
  const own = draft.variants[channel];
  return own?.parts ?? [own?.text ?? draft.text];
}

// mediaOn is what a channel shows: its own pictures, or the post's.
export function mediaOn(draft: Draft, channel: string): MediaUse[] {
  return draft.variants[channel]?.media ?? draft.media;
}

// linkOn is a channel's link card.
export function linkOn(draft: Draft, channel: string): LinkDraft | null {
  const own = draft.variants[channel];
  return own?.no_link ? null : (own?.link ?? draft.link);
}

export function differs(variant: VariantDraft | undefined): boolean {
  return Boolean(variant && Object.keys(variant).length > 0);
}
