import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelected } from '../../lib/use-selected';
import { type About, type Copy, copyKey } from '../../post/copies';
import { aboutOf } from '../../post/passage-picker';
import classes from './editor.module.css';

// Remarks is what can be done with a passage that is selected while one writes; without a revision, what is written is not
// what others read yet.
export interface Remarks {
  revision?: number;
  remark: (about: About) => void;
}

// useRemarks gives a field its part in it: what it shows, and what to put under it.
export function useRemarks({ revision, remark }: Remarks) {
  const { t } = useTranslation('post');
  const [about, setAbout] = useState<About | null>(null);
  const copies = new Map<string, Copy>();
  const field = (copy: Copy) => {
    copies.set(copyKey(copy), copy);
    return { 'data-copy': copyKey(copy) };
  };
  useSelected((selected) => {
    const copy = copies.get(selected.dataset.copy ?? '');
    if (copy) setAbout(revision ? aboutOf(selected, copy, revision) : null);
  });
  const bar = (copy: Copy) =>
    about &&
    about.revision === revision &&
    copyKey(about) === copyKey(copy) && (
      <li className={classes.remark}>
        <Button size="compact-xs" variant="light" onClick={() => remark(about)}>
          {t('talk.comment')}
        </Button>
        <Button size="compact-xs" variant="light" onClick={() => remark({ ...about, suggests: true })}>
          {t('suggest.title')}
        </Button>
      </li>
    );
  return { field, bar };
}
