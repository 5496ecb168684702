import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Factor } from './factor';
import { Passkeys } from './passkeys';
import { Profile } from './profile';
import { Sessions } from './sessions';
import { Tokens } from './tokens';

// The account: who one is, how one gets in, where one is signed in, and what programs do in one's name.
export function Component() {
  const { t } = useTranslation('account');
  return (
    <>
      <Title order={1} mb="lg">
        {t('title')}
      </Title>
      <Profile />
      <Factor />
      <Passkeys />
      <Sessions />
      <Tokens />
    </>
  );
}
