interface Named {
  id: string;
  name: string;
}

const after = (name: string) => new RegExp(`@${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');

// mentionsIn is who is called in a text by an @ and their name: whole, or the first of it where that is not the beginning of
// another's.
export function mentionsIn(text: string, members: Named[]): string[] {
  const whole = members.filter((m) => text.search(after(m.name)) >= 0);
  const rest = whole.reduce((left, m) => left.replaceAll(after(m.name), ''), text);
  const first = members.filter((m) => rest.search(after(m.name.split(' ')[0] ?? m.name)) >= 0);
  return [...new Set([...whole, ...first].map((m) => m.id))];
}
