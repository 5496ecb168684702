import { useTranslation } from 'react-i18next';
import { useHere } from '../../../app/here';
import { Head } from '../section';
import { Hooks } from './page';

// What is of no calendar is for the owners of the instance to tell a program.
export function Component() {
  const { me } = useHere();
  const { t } = useTranslation('hooks');
  if (!me.owner) return <Head title={t('title.instance')}>{t('owners')}</Head>;
  return <Hooks of="instance" />;
}
