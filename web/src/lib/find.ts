// plain is a text without capitals and accents, as people type it into a search.
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

// find keeps what has every word that was typed, what begins with them first.
export function find<T extends { label: string; also?: string }>(items: T[], typed: string): T[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  const scored = items.map((item) => {
    const label = plain(item.label);
    const all = `${label} ${plain(item.also ?? '')}`;
    if (!words.every((word) => all.includes(word))) return { item, score: -1 };
    const begins = label.startsWith(words.join(' '))
      ? 2
      : label.split(/[\s’'(]+/).some((w) => w.startsWith(words[0] ?? ''))
        ? 1
        : 0;
    return { item, score: begins };
  });
  return scored
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
