import { useMemo } from 'react';
import { diffWords } from '../lib/diff';
import classes from './diff-text.module.css';

// DiffText shows what went and what came, told by strokes and underlines as well as by colour.
export function DiffText({ before, after }: { before: string; after: string }) {
  const pieces = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <p className={classes.text}>
      {pieces.map((piece, i) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no names, and are drawn anew together
        if (piece.kind === 'gone') return <del key={i}>{piece.text}</del>;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        if (piece.kind === 'new') return <ins key={i}>{piece.text}</ins>;
        return piece.text;
      })}
    </p>
  );
}
