import type { PlannedTime } from '../api/client';

// A wall time is what clocks in a place show: 2026-12-24T09:00, without a zone. Pages draw wall times of the calendar's zone,
// as the API gives them; the browser's own zone is shown beside, never used instead.
export type Wall = string;

// wallAt is what clocks in a zone show at an instant.
export function wallAt(instant: Date | string, zone: string): Wall {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

// wallOf is a planned time on the calendar's clocks.
export function wallOf(time: PlannedTime | undefined, zone: string): Wall | null {
  if (!time || time.undated) return null;
  if (time.local && (!time.zone || time.zone === zone) && time.shift !== 'gap') return time.local.slice(0, 16);
  return time.instant ? wallAt(time.instant, zone) : null;
}

// asUTC reads a wall time as if it were UTC, which has no gaps: a way to calculate and to format, not an instant.
export function asUTC(wall: Wall): Date {
  return new Date(`${wall.length === 10 ? `${wall}T00:00` : wall.slice(0, 16)}:00Z`);
}

export function fromUTC(date: Date): Wall {
  return date.toISOString().slice(0, 16);
}

export function addDays(wall: Wall, days: number): Wall {
  const moved = asUTC(wall);
  moved.setUTCDate(moved.getUTCDate() + days);
  return wall.length === 10 ? fromUTC(moved).slice(0, 10) : fromUTC(moved);
}

// monthOf is the six weeks that a month's grid shows, from a Monday.
export function monthGrid(day: string): { from: string; to: string } {
  const first = `${day.slice(0, 7)}-01`;
  const weekday = (asUTC(first).getUTCDay() + 6) % 7;
  const from = addDays(first, -weekday);
  return { from, to: addDays(from, 41) };
}

export function weekOf(day: string): { from: string; to: string } {
  const from = addDays(day, -((asUTC(day).getUTCDay() + 6) % 7));
  return { from, to: addDays(from, 6) };
}

// offsetAt is how many minutes a zone's clocks are ahead of UTC.
export function offsetAt(zone: string, at: Date): number {
  const wall = asUTC(wallAt(at, zone)).getTime();
  return Math.round((wall - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000);
}

// instantIn is the instant at which a zone's clocks show a wall time. Of two it is the first; where clocks skip it, it is
// as long after the skip as the wall time is into it.
export function instantIn(wall: Wall, zone: string): Date {
  const utc = asUTC(wall).getTime();
  const before = utc - offsetAt(zone, new Date(utc - 86_400_000)) * 60_000;
  if (wallAt(new Date(before), zone) === wall.slice(0, 16)) return new Date(before);
  const after = utc - offsetAt(zone, new Date(utc + 86_400_000)) * 60_000;
  return new Date(wallAt(new Date(after), zone) === wall.slice(0, 16) ? after : before);
}

// offsetLabel writes an offset as people read it: UTC+1, UTC−3:30.
export function offsetLabel(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const sign = minutes < 0 ? '−' : '+';
  const rest = Math.abs(minutes) % 60;
  return `UTC${sign}${Math.floor(Math.abs(minutes) / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

// clockChange is the first day in a range on which a zone's clocks are put forward or back, and by how many minutes.
export function clockChange(zone: string, from: string, to: string): { day: string; by: number } | null {
  let day = from;
  let before = offsetAt(zone, asUTC(day));
  for (; day <= to; day = addDays(day, 1)) {
    const after = offsetAt(zone, asUTC(addDays(day, 1)));
    if (after !== before) return { day, by: after - before };
    before = after;
  }
  return null;
}

// formatWall writes a wall time in a language.
export function formatWall(wall: Wall, language: string, options: Intl.DateTimeFormatOptions): string {
  const written = new Intl.DateTimeFormat(locale(language), { ...options, timeZone: 'UTC' }).format(asUTC(wall));
  // in French the first is an ordinal, which formatters leave out
  return language === 'fr' ? written.replace(/(?<!\d)1 (?=\p{L})/u, '1er ') : written;
}

export function clockTime(wall: Wall, language: string): string {
  return formatWall(wall, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

export function longDay(wall: Wall, language: string): string {
  return formatWall(wall, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

// locale of a language: English here is written with the day first and Mondays first, as the trade's calendars are.
export function locale(language: string): string {
  return language === 'fr' ? 'fr-FR' : 'en-GB';
}

// cityOf names a zone by its city: Europe/Paris is Paris.
export function cityOf(zone: string): string {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
}

export function myZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
