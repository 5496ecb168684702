import { useTranslation } from 'react-i18next';
import { DiffText } from '../../../post/diff-text';
import { sentence } from '../../../ui/trouble';
import type { Margin } from './page';
import classes from './page.module.css';
import { useTrial } from './use-trial';
import { Verdict } from './verdict';

const examples = ['typo', 'word', 'not', 'price', 'day', 'link', 'mention', 'hashtag', 'sentence'] as const;

// Examples put one sentence after the other to the rule, with the margin as it stands on the page.
export function Examples({ margin }: { margin: Margin }) {
  return (
    <ul className={classes.examples}>
      {examples.map((name) => (
        <Example key={name} name={name} margin={margin} />
      ))}
    </ul>
  );
}

function Example({ name, margin }: { name: (typeof examples)[number]; margin: Margin }) {
  const { t } = useTranslation('margin');
  const before = t(`example.${name}.before`);
  const after = t(`example.${name}.after`);
  const trial = useTrial(margin, before, after);
  return (
    <li>
      <DiffText before={before} after={after} />
      {trial.data && <Verdict trial={trial.data} />}
      {trial.error && <p role="alert">{sentence(trial.error)}</p>}
    </li>
  );
}
