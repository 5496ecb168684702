import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page.module.css';

// Codes shows the recovery codes, the one time that there is, and lets nobody go on who has not kept them.
export function Codes({ codes, close }: { codes: string[]; close: () => void }) {
  const { t } = useTranslation(['security', 'common']);
  const clipboard = useClipboard({ timeout: 3000 });
  const [kept, setKept] = useState(false);
  const save = () => {
    const file = URL.createObjectURL(new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }));
    const link = Object.assign(document.createElement('a'), { href: file, download: 'parution.txt' });
    link.click();
    URL.revokeObjectURL(file);
  };
  return (
    <Stack>
      <Text size="sm">{t('codes.what')}</Text>
      <ol className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Group gap="xs">
        <Button variant="default" onClick={() => clipboard.copy(codes.join('\n'))}>
          <span aria-live="polite">{clipboard.copied ? t('common:copied') : t('common:copy')}</span>
        </Button>
        <Button variant="default" onClick={save}>
          {t('codes.file')}
        </Button>
      </Group>
      <Checkbox label={t('codes.kept')} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      <Group justify="end">
        <Button onClick={close} disabled={!kept}>
          {t('common:close')}
        </Button>
      </Group>
    </Stack>
  );
}
