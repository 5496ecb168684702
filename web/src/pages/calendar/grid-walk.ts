import { addDays, fromUTC, weekOf } from '../../lib/time';
import type { ViewName } from './view';

// Spot is a day of the grid, and how many of its cards stand above.
export interface Spot {
  day: string;
  down: number;
}

// walk is the spot that a key leads to: across the days, down the cards of one, and beyond the last to the week below. It may
// lie on another page.
export function walk({ day, down }: Spot, key: string, view: ViewName, cards: number): Spot | undefined {
  const weeks = view === 'month';
  switch (key) {
    case 'ArrowLeft':
      return { day: addDays(day, -1), down };
    case 'ArrowRight':
      return { day: addDays(day, 1), down };
    case 'ArrowUp':
      if (down > 0) return { day, down: down - 1 };
      return weeks ? { day: addDays(day, -7), down: Infinity } : undefined;
    case 'ArrowDown':
      if (down < cards - 1) return { day, down: down + 1 };
      return weeks ? { day: addDays(day, 7), down: 0 } : undefined;
    case 'Home':
      return { day: view === 'day' ? day : weekOf(day).from, down: 0 };
    case 'End':
      return view === 'day' ? { day, down: Infinity } : { day: weekOf(day).to, down: 0 };
    case 'PageUp':
      return { day: turned(view, day, -1), down: 0 };
    case 'PageDown':
      return { day: turned(view, day, 1), down: 0 };
    default:
      return undefined;
  }
}

// turned is the same day of the next page, or the last of a month that is too short for it.
function turned(view: ViewName, day: string, by: 1 | -1): string {
  if (view !== 'month') return addDays(day, view === 'week' ? 7 * by : by);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate();
  return fromUTC(new Date(Date.UTC(year, month - 1 + by, Math.min(date, last)))).slice(0, 10);
}
