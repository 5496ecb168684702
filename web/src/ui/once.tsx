import { Button, Group, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './once.module.css';

// Once shows a secret the one time that there is, to be copied. Where the browser lends no clipboard, it is selected.
export function Once({ label, secret, help }: { label: string; secret: string; help: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 3000 });
  return (
    <div className={classes.once}>
      <Group align="end" gap="xs">
        <TextInput
          className={classes.secret}
          label={label}
          value={secret}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          data-autofocus
        />
        <Button variant="default" onClick={() => clipboard.copy(secret)}>
          <span aria-live="polite">{clipboard.copied ? t('copied') : t('copy')}</span>
        </Button>
      </Group>
      <p>{help}</p>
    </div>
  );
}
