import type { Channel, Post } from '../../api/client';
import { type Wall, wallOf } from '../../lib/time';

// Card is a post at one time of the calendar's clocks. A post has several where its channels leave at different times.
export interface Card {
  key: string;
  post: Post;
  at: Wall | null;
  channels: string[];
  own: boolean; // these channels have a time of their own, and moving them moves nothing else
}

// cardsOf lays a post out: one card for each time at which channels of it leave.
export function cardsOf(post: Post, zone: string): Card[] {
  const planned = wallOf(post.publish_at, zone);
  const at = new Map<string, Card>();
  const put = (time: Wall | null, channel: string | null, own: boolean) => {
    const key = `${post.id}/${own ? (time ?? 'undated') : 'post'}`;
    const card = at.get(key) ?? { key, post, at: time, channels: [], own };
    if (channel) card.channels.push(channel);
    at.set(key, card);
  };
  if (post.channels.length === 0) put(planned, null, false);
  for (const channel of post.channels) {
    const own = post.variants[channel]?.publish_at;
    const time = own ? wallOf(own, zone) : planned;
    put(time, channel, Boolean(own) && time !== planned);
  }
  return [...at.values()];
}

// movable tells whether a card can be put at another time: something of it has not left.
export function movable(card: Card): boolean {
  if (card.post.status === 'archived') return false;
  const settled = ['published', 'sending', 'unknown', 'dropped'];
  const deliveries = card.post.deliveries.filter((d) => card.channels.includes(d.channel));
  return deliveries.length === 0 || deliveries.some((d) => !settled.includes(d.state));
}

// restOf is what can still be moved of what leaves on a channel: its card, or what of it has not left where the rest has.
export function restOf(post: Post, channel: string, zone: string): Card | undefined {
  const card = cardsOf(post, zone).find((c) => c.channels.includes(channel));
  if (!card) return undefined;
  const channels = card.channels.filter((c) => movable({ ...card, channels: [c] }));
  if (channels.length === 0) return undefined;
  return channels.length === card.channels.length ? card : { ...card, channels, own: true };
}

// hidden posts are those that nobody looks for on a plan unless they ask.
export function shown(post: Post, statuses: string[]): boolean {
  return post.status !== 'archived' || statuses.includes('archived');
}

export function titleOf(post: Post): string {
  return post.title || post.text.split('\n')[0]?.trim() || '';
}

// platformsOf names each platform of a card once, in the order of its channels.
export function platformsOf(card: Card, channels: Map<string, Channel>): string[] {
  return [...new Set(card.channels.map((id) => channels.get(id)?.platform).filter((p) => p !== undefined))];
}

// byDay orders cards as a list reads: day by day, hour by hour.
export function byDay(cards: Card[]): [string, Card[]][] {
  const days = new Map<string, Card[]>();
  const dated = cards.filter((c): c is Card & { at: Wall } => c.at !== null);
  for (const card of dated.sort((a, b) => a.at.localeCompare(b.at))) {
    const day = card.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), card]);
  }
  return [...days];
}

// A day of the month's grid shows so many cards; what is beyond them stands behind a last line. FullCalendar would draw
// and measure every one of them first, which takes minutes with thousands.
export interface More {
  day: string;
  count: number;
}

export function fitted(cards: Card[], most: number): (Card | More)[] {
  return byDay(cards).flatMap(([day, of]) =>
    of.length > most ? [...of.slice(0, most), { day, count: of.length - most }] : of,
  );
}
