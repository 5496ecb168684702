import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showTrouble } from './trouble';

interface ConfirmProps {
  title: string;
  children: ReactNode; // what will be so afterwards
  act: string;
  run: () => Promise<void>;
  close: () => void;
}

// Confirm asks before something that cannot be taken back.
export function Confirm({ title, children, act, run, close }: ConfirmProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      await run();
      close();
    } catch (error) {
      showTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={title} zIndex={250}>
      <Stack>
        <Text size="sm">{children}</Text>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={close} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color="red.9" loading={busy} onClick={go}>
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
