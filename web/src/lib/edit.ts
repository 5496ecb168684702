// What somebody is changing is kept as the fields that they changed, over what the server says. So another's change to other
// fields shows at once and is never undone by ours.

type Fields = Record<string, unknown>;

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

// tidy drops from a draft what is already so.
export function tidy<T extends object>(draft: Partial<T>, base: T): Partial<T> {
  const kept = Object.entries(draft).filter(([name, value]) => !same(value, (base as Fields)[name]));
  return Object.fromEntries(kept) as Partial<T>;
}

// crossed names the fields of a draft that somebody else has meanwhile set to something that the draft would undo.
export function crossed<T extends object>(draft: Partial<T>, before: T, now: T): (keyof T)[] {
  const names = Object.keys(draft) as (keyof T)[];
  return names.filter((name) => !same(before[name], now[name]) && !same(draft[name], now[name]));
}
