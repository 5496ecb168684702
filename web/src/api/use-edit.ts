import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { crossed, tidy } from '../lib/edit';
import { Refused } from './client';

export interface Versioned<T> {
  data: T;
  etag: string;
}

interface Edited<T extends object> {
  queryKey: QueryKey;
  read: () => Promise<Versioned<T>>;
  write: (draft: Partial<T>, etag: string) => Promise<Versioned<T>>;
}

// useEdit holds what somebody is changing of one thing. When somebody else was first, what they did to other fields stays
// and ours is saved over it; where both changed the same field, nothing is saved until the reader has seen it.
export function useEdit<T extends object>({ queryKey, read, write }: Edited<T>) {
  const client = useQueryClient();
  const read_ = useQuery({ queryKey, queryFn: read });
  const [draft, setDraft] = useState<Partial<T>>({});
  const [start, setStart] = useState<Versioned<T>>(); // what the draft was begun from
  const [conflict, setConflict] = useState<(keyof T)[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(draft);
  latest.current = draft;

  const now = read_.data;
  const changed = now ? tidy(draft, now.data) : draft;
  const dirty = Object.keys(changed).length > 0;

  const set = (next: Partial<T>, from = start ?? now) => {
    setStart(from);
    setDraft((before) => ({ ...before, ...next }));
    setError(null);
  };
  const reset = () => {
    setDraft({});
    setStart(undefined);
    setConflict([]);
    setError(null);
  };
  const send = async (from: Versioned<T>): Promise<Versioned<T> | null> => {
    try {
      return await write(tidy(draft, from.data), from.etag);
    } catch (refused) {
      if (!(refused instanceof Refused) || refused.status !== 412) throw refused;
    }
    const newer = await read();
    client.setQueryData(queryKey, newer);
    setStart(newer);
    const both = crossed(draft, from.data, newer.data);
    setConflict(both);
    return both.length > 0 ? null : write(tidy(draft, newer.data), newer.etag);
  };
  // save answers whether it is saved.
  const save = async (): Promise<boolean> => {
    const from = start ?? now;
    if (!from) return false;
    setBusy(true);
    setError(null);
    try {
      const saved = await send(from);
      if (!saved) return false;
      client.setQueryData(queryKey, saved);
      reset();
      const typed = tidy(latest.current, draft as T); // while it was saved
      if (Object.keys(typed).length > 0) set(typed, saved);
      return true;
    } catch (refused) {
      setError(refused);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const value = now ? ({ ...now.data, ...draft } as T) : undefined;
  return { value, etag: now?.etag ?? '', set, reset, save, dirty, busy, conflict, error, failed: read_.error };
}
