export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

const most = 4_000_000; // cells of the table; beyond, the middle is shown as replaced whole

// diffWords tells two texts apart by words: what went, what came, what stayed.
export function diffWords(before: string, after: string): Piece[] {
  const a = words(before);
  const b = words(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const pieces: Piece[] = [];
  add(pieces, 'same', a.slice(0, start));
  middle(pieces, a.slice(start, a.length - end), b.slice(start, b.length - end));
  add(pieces, 'same', a.slice(a.length - end));
  return pieces;
}

export function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_’']+|\s+|[^\p{L}\p{M}\p{N}_’'\s]/gu) ?? [];
}

function add(pieces: Piece[], kind: Piece['kind'], tokens: string[]) {
  if (tokens.length === 0) return;
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += tokens.join('');
  else pieces.push({ kind, text: tokens.join('') });
}

function middle(pieces: Piece[], a: string[], b: string[]) {
  if (a.length * b.length > most) {
    add(pieces, 'gone', a);
    add(pieces, 'new', b);
    return;
  }
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width); // of what follows, what both share
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(pieces, 'same', a.slice(i, i + 1));
      i++;
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      add(pieces, 'gone', a.slice(i, i + 1));
      i++;
    } else {
      add(pieces, 'new', b.slice(j, j + 1));
      j++;
    }
  }
}
