import type { Schemas } from '../api/client';

type TextLimit = Pick<Schemas['TextLimit'], 'unit' | 'link_length' | 'local_mentions'>;

// Counting here is for the eye while one types; what counts is the server's, which counts by the same rules at each save.
// The rules are those of the API's limits: units, what a link counts, and mentions without their host.

export interface Span {
  start: number;
  end: number;
}

const addressStops = /[\s\u007f<>"`«»“”„‹›…、。，．！？；：（）［］「」『』【】〈〉《》〔〕،؛؟।\p{S}\p{Cc}]/u;
const plainSymbols = /[$+=~^|]/; // ASCII signs that Unicode calls symbols and addresses hold
const trailing = /[.,;:!?'’([{]+$/;

// links returns the http and https links of a text, less the punctuation at their end.
export function links(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/(?<![A-Za-z0-9_])https?:\/\/(?=[[\p{L}\p{Nd}])/giu)) {
    const start = match.index;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const from = start + match[0].length;
    const address = text.slice(from, addressEnd(text, from)).replace(trailing, '');
    if (address) found.push({ start, end: from + address.length });
  }
  return found;
}

function addressEnd(text: string, from: number): number {
  const open: Record<string, number> = { ')': 0, ']': 0, '}': 0 };
  const closes: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
  for (let i = from; i < text.length; i++) {
    const sign = text[i] ?? '';
    const close = closes[sign];
    if (close) open[close] = (open[close] ?? 0) + 1;
    else if (sign in open) {
      open[sign] = (open[sign] ?? 0) - 1;
      if ((open[sign] ?? 0) < 0) return i;
    } else if (addressStops.test(String.fromCodePoint(text.codePointAt(i) ?? 0)) && !plainSymbols.test(sign)) return i;
  }
  return text.length;
}

// mentionHosts returns the hosts of mentions like @name@host outside of links.
function mentionHosts(text: string, inLinks: Span[]): Span[] {
  const hosts: Span[] = [];
  const mention =
    /(?<![\p{L}\p{M}\p{Nd}_@＠#＃&/=$])@[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*(@[\p{L}\p{M}\p{Nd}_]+(?:[.-]+[\p{L}\p{M}\p{Nd}_]+)*)/gu;
  for (const match of text.matchAll(mention)) {
    const end = match.index + match[0].length;
    if (inLinks.some((l) => match.index >= l.start && match.index < l.end)) continue;
    hosts.push({ start: end - (match[1]?.length ?? 0), end });
  }
  return hosts;
}

const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });
const utf8 = new TextEncoder();

function weight(cluster: string): number {
  if (cluster.length > 1 && (/\p{RI}\p{RI}|\p{Extended_Pictographic}/u.test(cluster) || cluster.endsWith('\u20e3')))
    return 2;
  let total = 0;
  for (const sign of cluster) {
    const code = sign.codePointAt(0) ?? 0;
    const light =
      code <= 0x10ff ||
      (code >= 0x2000 && code <= 0x200d) ||
      (code >= 0x2010 && code <= 0x201f) ||
      (code >= 0x2032 && code <= 0x2037);
    total += light ? 1 : 2;
  }
  return total;
}

function measure(unit: string, text: string): number {
  switch (unit) {
    case 'graphemes':
      return [...segments.segment(text)].length;
    case 'code_points':
      return [...text].length;
    case 'utf16':
      return text.length;
    case 'weighted':
      return [...segments.segment(text.normalize('NFC'))].reduce((sum, s) => sum + weight(s.segment), 0);
    default:
      return utf8.encode(text).length; // an unknown unit counts the strictest
  }
}

// count measures a text as one limit does.
export function count(limit: TextLimit, text: string): number {
  const inLinks = limit.link_length > 0 || limit.local_mentions ? links(text) : [];
  const instead = [
    ...(limit.link_length > 0 ? inLinks.map((l) => ({ ...l, counts: limit.link_length })) : []),
    ...(limit.local_mentions ? mentionHosts(text, inLinks).map((h) => ({ ...h, counts: 0 })) : []),
  ].sort((a, b) => a.start - b.start);
  let total = 0;
  let from = 0;
  for (const s of instead) {
    total += measure(limit.unit, text.slice(from, s.start)) + s.counts;
    from = s.end;
  }
  return total + measure(limit.unit, text.slice(from));
}

export interface Measured {
  count: number;
  max: number;
  unit: string;
}

// tightest is the limit that a text is closest to, which is the one worth showing.
export function tightest(limits: Schemas['TextLimit'][], text: string): Measured | null {
  const measured = limits.map((l) => ({ count: count(l, text), max: l.max, unit: l.unit }));
  return measured.sort((a, b) => b.count / b.max - a.count / a.max)[0] ?? null;
}
