import { SegmentedControl, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, type Language } from '../i18n';
import classes from './door.module.css';

// Door is the frame of the pages before one is inside: the name, the language, one form.
export function Door({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={classes.door}>
      <header>
        <span className={classes.name}>
          Parution<span aria-hidden="true">.</span>
        </span>
        <SegmentedControl
          size="xs"
          aria-label={t('me.language')}
          value={i18n.language}
          onChange={(language) => changeLanguage(language as Language)}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
      </header>
      <main>
        <Stack gap="lg">{children}</Stack>
      </main>
      <p className={classes.motto}>{t('motto')}</p>
    </div>
  );
}
