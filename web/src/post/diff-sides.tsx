import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { diffWords, type Piece } from '../lib/diff';
import classes from './diff-text.module.css';

// DiffSides lays two texts side by side: what went is struck out on the left, what came is underlined on the right.
export function DiffSides({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('post');
  const pieces = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <div className={classes.sides}>
      <Side label={t('sides.before')} pieces={pieces.filter((p) => p.kind !== 'new')} />
      <Side label={t('sides.after')} pieces={pieces.filter((p) => p.kind !== 'gone')} />
    </div>
  );
}

function Side({ label, pieces }: { label: string; pieces: Piece[] }) {
  const { t } = useTranslation('post');
  return (
    <div>
      <h4>{label}</h4>
      {pieces.length === 0 && <p className={classes.nothing}>{t('merge.nothing')}</p>}
      <p className={classes.text}>
        {pieces.map((piece, i) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no names, and are drawn anew together
          if (piece.kind === 'gone') return <del key={i}>{piece.text}</del>;
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          if (piece.kind === 'new') return <ins key={i}>{piece.text}</ins>;
          return piece.text;
        })}
      </p>
    </div>
  );
}
