// Shortcuts of a single key get in the way of whoever speaks to their computer, or types with one hand: they can be turned off.
const kept = 'parution.keys';

export function singleKeys(): boolean {
  return localStorage.getItem(kept) !== 'off';
}

export function keepSingleKeys(on: boolean) {
  if (on) localStorage.removeItem(kept);
  else localStorage.setItem(kept, 'off');
}

// typing tells whether a key that is pressed there is meant as a letter.
export function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
