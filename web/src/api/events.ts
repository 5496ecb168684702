import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Schemas } from './client';
import { keys } from './queries';

export interface Told {
  id: string;
  event: string;
  data: { calendar?: string; subject?: string; post?: string; present?: Schemas['Present'][] };
}

// seat is what this window calls itself: whoever is at a post has left it when the window's stream ends.
export const seat = crypto.randomUUID();

// readEvents takes whole events off the front of a stream's text, and returns what is left.
export function readEvents(text: string, tell: (event: Told) => void): string {
  const blocks = text.split('\n\n');
  const rest = blocks.pop() ?? '';
  for (const block of blocks) {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      const colon = line.indexOf(': ');
      if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 2));
    }
    const data = fields.get('data');
    if (data) tell({ id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(data) });
  }
  return rest;
}

// listen follows the stream until it is aborted. EventSource hears only events whose names it was told, and these have a
// name for each thing that can happen; so the stream is read as it comes. A cut line is taken up where it broke off.
async function listen(signal: AbortSignal, tell: (event: Told) => void, again: () => void) {
  let last = '';
  let wait = 1000;
  while (!signal.aborted) {
    try {
      const answer = await fetch(`/api/v1/events?seat=${seat}`, {
        signal,
        headers: last ? { 'Last-Event-ID': last } : {},
      });
      if (answer.status === 401) return;
      const reader = answer.ok ? answer.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
      if (reader) {
        wait = 1000;
        again();
        let rest = '';
        for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
          rest = readEvents(rest + piece.value, (event) => {
            if (event.id) last = event.id; // who is there has none, and is not told again
            tell(event);
          });
        }
      }
    } catch {
      // the line was cut, or the reader left
    }
    if (signal.aborted) return;
    await new Promise((done) => setTimeout(done, wait));
    wait = Math.min(wait * 2, 30_000);
  }
}

// stale marks what an event has changed.
function stale(client: QueryClient, events: Told[]) {
  const calendars = new Set(events.map((e) => e.data.calendar).filter((c) => c !== undefined && c !== ''));
  for (const calendar of calendars) client.invalidateQueries({ queryKey: keys.posts(calendar ?? '') });
  for (const post of new Set(events.map((e) => e.data.post).filter((p) => p !== undefined))) {
    client.invalidateQueries({ queryKey: keys.post(post) });
    client.invalidateQueries({ queryKey: keys.revisions(post) });
    client.invalidateQueries({ queryKey: keys.talk(post) });
  }
  const kinds = new Set(events.map((e) => e.event.split('.')[0]));
  const also: Record<string, readonly unknown[]> = {
    pause: keys.pauses,
    crisis: ['crises'],
    calendar: keys.calendars,
    channel: ['channels'],
    campaign: ['campaigns'],
    pillar: ['pillars'],
    member: ['members'],
    role: ['roles'],
    invitation: ['invitations'],
    delivery: ['deliveries'],
  };
  for (const kind of kinds) {
    const key = also[kind ?? ''];
    if (key) client.invalidateQueries({ queryKey: key });
    // what somebody may do stands with the calendar
    if (kind === 'member' || kind === 'role') client.invalidateQueries({ queryKey: keys.calendars });
  }
}

// useLive keeps everything on the page as the daemon tells it. Bursts are gathered, so that a hundred releases in a second
// ask for the month once.
export function useLive() {
  const client = useQueryClient();
  useEffect(() => {
    const leaving = new AbortController();
    let gathered: Told[] = [];
    let due: ReturnType<typeof setTimeout> | undefined;
    let first = true;
    const flush = () => {
      due = undefined;
      stale(client, gathered);
      gathered = [];
    };
    const tell = (event: Told) => {
      const { post, present } = event.data;
      if (event.event === 'notices') {
        client.setQueryData(keys.noticeCount, event.data);
        return;
      }
      if (event.event === 'presence') {
        if (post && present) client.setQueryData(keys.presence(post), { present });
        return;
      }
      gathered.push(event);
      due ??= setTimeout(flush, 400);
    };
    const again = () => {
      if (!first) client.invalidateQueries();
      first = false;
    };
    listen(leaving.signal, tell, again);
    return () => {
      leaving.abort();
      clearTimeout(due);
    };
  }, [client]);
}
