import { useTranslation } from 'react-i18next';
import classes from './crisis-mark.module.css';
import { Icon } from './icons';

// CrisisMark says that a post is the crisis statement, which no pause stops: in words, or by a sign where there is no room.
export function CrisisMark({ sign = false, size = 14 }: { sign?: boolean; size?: number }) {
  const { t } = useTranslation('common');
  const words = t('crisis.statement');
  return (
    <span className={classes.mark} title={`${words}. ${t('crisis.exempt')}`}>
      <Icon name="speak" size={size} />
      <span className={sign ? 'visually-hidden' : undefined}>{words}</span>
    </span>
  );
}
