import { useTranslation } from 'react-i18next';
import { Head } from '../section';
import { Factor } from './factor';
import { Passkeys } from './passkeys';
import { Password } from './password';
import { Sessions } from './sessions';

// How one signs in: the password, the second factor, and where one is signed in now.
export function Component() {
  const { t } = useTranslation('security');
  return (
    <>
      <Head title={t('title')}>{t('lead')}</Head>
      <Password />
      <Factor />
      <Passkeys />
      <Sessions />
    </>
  );
}
