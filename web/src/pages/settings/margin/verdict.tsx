import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Icon } from '../../../ui/icons';
import classes from './page.module.css';

// Verdict says whether the approval stands, and why not: in sign, colour and words.
export function Verdict({ trial }: { trial: Schemas['MarginVerdict'] }) {
  const { t } = useTranslation('margin');
  const stands = trial.approval === 'stands';
  return (
    <p className={classes.verdict} data-stands={stands || undefined}>
      <Icon name={stands ? 'check' : 'close'} size={15} />
      <span>
        <strong>{t(stands ? 'stands' : 'lost')}</strong> {trial.notices.map((n) => n.message).join(' ')}
      </span>
    </p>
  );
}
