import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { PostsAsked } from '../../api/queries';
import { addDays, asUTC, fromUTC, monthGrid, wallAt, weekOf } from '../../lib/time';
import { statuses } from '../../ui/status';

export const views = ['month', 'week', 'day', 'list', 'board'] as const;
export type ViewName = (typeof views)[number];

// View is what the address says: which days, drawn how, and which posts of them. An address can be sent to a colleague.
export interface View {
  name: ViewName;
  day: string;
  today: string;
  range: { from: string; to: string };
  status: string[];
  channel: string;
  campaign: string;
  pillar: string;
  q: string;
  post: string;
}

export type Change = Partial<
  Record<'view' | 'day' | 'status' | 'channel' | 'campaign' | 'pillar' | 'q' | 'post', string>
>;

export function useView(zone: string, narrow: boolean): [View, (change: Change) => void] {
  const [search, setSearch] = useSearchParams();
  const today = wallAt(new Date(), zone).slice(0, 10);
  const view = useMemo(() => readView(search, today, narrow), [search, today, narrow]);
  const change = (next: Change) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(next)) {
          if (value) after.set(key, value);
          else after.delete(key);
        }
        return after;
      },
      { replace: 'q' in next },
    );
  return [view, change];
}

export function readView(search: URLSearchParams, today: string, narrow: boolean): View {
  const wanted = search.get('view');
  const named = views.find((v) => v === wanted) ?? (narrow ? 'list' : 'month');
  const name = narrow && named === 'week' ? 'day' : named; // seven columns of hours are no use on a phone
  const asked = search.get('day') ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) && isDay(asked) ? asked : today;
  return {
    name,
    day,
    today,
    range: rangeOf(name, day),
    status: search.get('status')?.split(',').filter(isStatus) ?? [],
    channel: search.get('channel') ?? '',
    campaign: search.get('campaign') ?? '',
    pillar: search.get('pillar') ?? '',
    q: search.get('q') ?? '',
    post: search.get('post') ?? '',
  };
}

const isStatus = (name: string) => statuses.some((s) => s === name);

// isDay knows that there is no 30 February.
function isDay(day: string): boolean {
  const read = asUTC(day);
  return !Number.isNaN(read.getTime()) && fromUTC(read).slice(0, 10) === day;
}

export function rangeOf(name: ViewName, day: string): { from: string; to: string } {
  if (name === 'day') return { from: day, to: day };
  if (name === 'week') return weekOf(day);
  if (name === 'month' || name === 'board') return monthGrid(day);
  const first = `${day.slice(0, 7)}-01`;
  return { from: first, to: addDays(stepDay('month', first, 1), -1) };
}

// stepDay is the day to show when one turns the page forwards or back.
export function stepDay(name: ViewName, day: string, by: 1 | -1): string {
  if (name === 'day') return addDays(day, by);
  if (name === 'week') return addDays(day, 7 * by);
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
}

// asked is what the view asks the API for.
export function askedOf(view: View): PostsAsked {
  return {
    ...(view.status.length > 0 && { status: view.status }),
    ...(view.channel && { channel: view.channel }),
    ...(view.campaign && { campaign: view.campaign }),
    ...(view.pillar && { pillar: view.pillar }),
    ...(view.q && { q: view.q }),
  };
}
