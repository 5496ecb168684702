import { words } from './diff';

// A passage is a stretch of a text, counted in characters as people see them: what the API calls an anchor. Text fields count
// in UTF-16 units instead.
export interface Passage {
  start: number;
  end: number; // exclusive
}

const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });

// passageAt is the passage that a selection in a text field covers, whole characters of it; null where it covers none.
export function passageAt(text: string, from: number, to: number): Passage | null {
  if (from >= to) return null;
  let start = -1;
  let end = 0;
  let number = 0;
  for (const { index, segment } of segments.segment(text)) {
    if (start < 0 && index + segment.length > from) start = number;
    if (index < to) end = number + 1;
    number++;
  }
  return start < 0 ? null : { start, end };
}

// selectionOf is where a passage stands in a text field.
export function selectionOf(text: string, passage: Passage): { from: number; to: number } {
  let from = text.length;
  let to = text.length;
  let number = 0;
  for (const { index } of segments.segment(text)) {
    if (number === passage.start) from = index;
    if (number === passage.end) to = index;
    number++;
  }
  return { from, to };
}

export interface Replacement extends Passage {
  text: string; // what stands in place of the passage
}

// replacementOf is the one passage that differs between two texts, in whole words, and what stands there instead. Where words
// only came in between, the word beside them goes with them: a passage is never empty.
export function replacementOf(before: string, after: string): Replacement | null {
  if (before === after || before === '') return null;
  const a = words(before);
  const b = words(after);
  let first = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) first++;
  let last = 0;
  while (last < a.length - first && last < b.length - first && a.at(-1 - last) === b.at(-1 - last)) last++;
  if (first + last === a.length) {
    if (first > 0) first--;
    else last--;
  }
  const length = (tokens: string[]) => tokens.reduce((sum, t) => sum + t.length, 0);
  const passage = passageAt(before, length(a.slice(0, first)), before.length - length(a.slice(a.length - last)));
  if (!passage) return null;
  const { from, to } = selectionOf(before, passage);
  return { ...passage, text: after.slice(from, after.length - (before.length - to)) };
}
