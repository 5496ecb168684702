import { useTranslation } from 'react-i18next';
import { useHere } from '../../app/here';
import type { Permission } from './data';
import classes from './section.module.css';

// OnlyRead says why nothing here can be changed, and by whom it can.
export function OnlyRead({ needs }: { needs: Permission }) {
  const { may } = useHere();
  const { t } = useTranslation('settings');
  if (may(needs)) return null;
  return <p className={classes.empty}>{t('onlyRead', { permission: t(`may.${needs}`) })}</p>;
}
