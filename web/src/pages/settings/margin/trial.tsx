import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentence } from '../../../ui/trouble';
import type { Margin } from './page';
import classes from './page.module.css';
import { useTrial } from './use-trial';
import { Verdict } from './verdict';

// Trial lets people put sentences of their own to the rule.
export function Trial({ margin }: { margin: Margin }) {
  const { t } = useTranslation('margin');
  const [approved, setApproved] = useState('');
  const [text, setText] = useState('');
  const trial = useTrial(margin, approved, text);
  return (
    <div className={classes.trial}>
      <Textarea
        label={t('approved')}
        value={approved}
        onChange={(event) => {
          if (text === approved) setText(event.currentTarget.value);
          setApproved(event.currentTarget.value);
        }}
        autosize
        minRows={3}
        maxLength={20_000}
      />
      <Textarea
        label={t('now')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={20_000}
      />
      <div aria-live="polite" className={classes.answer}>
        {approved !== '' && trial.data && <Verdict trial={trial.data} />}
        {trial.error && <p>{sentence(trial.error)}</p>}
      </div>
    </div>
  );
}
