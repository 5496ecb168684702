import { useSyncExternalStore } from 'react';

// Shortcuts of a single key get in the way of whoever speaks to their computer, or types with one hand: they can be turned off.
const kept = 'parution.keys';
const heard = new Set<() => void>();

export function singleKeys(): boolean {
  return localStorage.getItem(kept) !== 'off';
}

export function keepSingleKeys(on: boolean) {
  if (on) localStorage.removeItem(kept);
  else localStorage.setItem(kept, 'off');
  for (const tell of heard) tell();
}

function listen(tell: () => void) {
  heard.add(tell);
  window.addEventListener('storage', tell); // the switch may stand in another tab
  return () => {
    heard.delete(tell);
    window.removeEventListener('storage', tell);
  };
}

// useSingleKeys follows the switch.
export function useSingleKeys(): boolean {
  return useSyncExternalStore(listen, singleKeys);
}

// typing tells whether a key that is pressed there is meant as a letter.
export function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
