import { type FocusEvent, type KeyboardEvent, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { longDay } from '../../lib/time';
import { type Spot, walk } from './grid-walk';
import type { View } from './view';

const cellOf = (element: Element | null) => element?.closest<HTMLElement>('td[data-date]');

// stopsOf are what arrows stop at in a day: its cards from above, or itself where it has none.
function stopsOf(cell: HTMLElement): HTMLElement[] {
  const cards = [...cell.querySelectorAll<HTMLElement>('.fc-event, .fc-timegrid-more-link')];
  const top = (card: HTMLElement) => card.getBoundingClientRect().top;
  return cards.length > 0 ? cards.sort((a, b) => top(a) - top(b)) : [cell];
}

// useWalk lets arrows walk the grid, in which the tab key stops at one place. FullCalendar draws the days and the cards, and
// draws them anew with each change: settle finds the place again.
export function useWalk(frame: RefObject<HTMLElement | null>, view: View, turn: (day: string) => void) {
  const { i18n } = useTranslation();
  const at = useRef({ day: '', card: '' });
  const held = useRef(false); // the focus is in the grid, or was until its card was drawn anew
  const ahead = useRef<Spot>(null); // on a page that is being turned to

  const cell = (day: string) => frame.current?.querySelector<HTMLElement>(`td[data-date="${day}"]`);
  const spot = ({ day, down }: Spot) => {
    const found = cell(day);
    const stops = found ? stopsOf(found) : [];
    return stops[Math.max(0, Math.min(down, stops.length - 1))];
  };
  const stopAt = (stop: HTMLElement) => {
    for (const one of frame.current?.querySelectorAll<HTMLElement>('.fc [tabindex="0"]') ?? []) one.tabIndex = -1;
    stop.tabIndex = 0;
    const day = stop.dataset.date;
    if (day) stop.setAttribute('aria-label', longDay(day, i18n.language));
  };
  const focus = (stop: HTMLElement) => {
    stopAt(stop);
    stop.focus({ preventScroll: stop.matches('.fc-timegrid-col') }); // as high as the clock face
  };

  const settle = () => {
    const { day, card } = at.current;
    const same = card && frame.current?.querySelector<HTMLElement>(`[data-card="${card}"]`);
    const next = ahead.current && spot(ahead.current);
    const first = (d: string) => spot({ day: d, down: 0 });
    const stop = next || same || first(day) || first(view.today) || first(view.day);
    if (!stop) return;
    // a day that one came to before its cards did hands on to the first of them
    const lost = document.activeElement === document.body || document.activeElement === cell(day);
    if (next || (held.current && lost)) focus(stop);
    else stopAt(stop);
    if (next) ahead.current = null;
  };

  const step = (event: KeyboardEvent) => {
    const from = cellOf(event.target as Element);
    if (!from || event.shiftKey) return;
    const stops = stopsOf(from);
    const here = { day: from.dataset.date ?? '', down: stops.indexOf(event.target as HTMLElement) };
    // keys pressed in a row go on from where the one before leads, drawn or not
    const to = walk(ahead.current ?? here, event.key, view.name, stops.length);
    if (!to) return;
    event.preventDefault();
    const drawn = ahead.current || event.key.startsWith('Page') ? undefined : spot(to);
    if (drawn) return focus(drawn);
    ahead.current = to;
    turn(to.day);
  };

  const reached = ({ target }: FocusEvent) => {
    const day = cellOf(target)?.dataset.date;
    if (!day) return;
    at.current = { day, card: (target as HTMLElement).dataset.card ?? '' };
    held.current = true;
    stopAt(target as HTMLElement);
  };
  const left = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) held.current = false;
  };

  return { settle, step, reached, left };
}
