import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../app/here';
import { cityOf, type Wall } from '../../lib/time';
import { Back } from './back';
import { type Card, titleOf } from './cards';

interface MoveProps {
  card: Card;
  opened: boolean;
  close: () => void;
  move: (card: Card, at: Wall | null) => Promise<boolean>;
  today: string;
}

// MoveDialog puts a card at another time without dragging.
export default function MoveDialog({ card, opened, close, move, today }: MoveProps) {
  const { calendar } = useHere();
  const { t } = useTranslation(['calendar', 'common']);
  const [busy, setBusy] = useState(false);

  const put = async (at: Wall | null) => {
    setBusy(true);
    const moved = await move(card, at);
    setBusy(false);
    if (moved) close();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    put(`${form.get('day')}T${form.get('time')}`);
  };

  return (
    <Modal opened={opened} onClose={close} title={titleOf(card.post) || t('untitled')}>
      <Back />
      <form key={card.key} onSubmit={submit}>
        <Stack>
          <Group grow align="start">
            <TextInput
              type="date"
              name="day"
              label={t('move.day')}
              required
              data-autofocus
              defaultValue={card.at?.slice(0, 10) ?? today}
            />
            <TextInput
              type="time"
              name="time"
              label={t('move.time')}
              description={t('move.clocks', { city: cityOf(calendar.time_zone) })}
              inputWrapperOrder={['label', 'input', 'description']}
              required
              defaultValue={card.at?.slice(11, 16) ?? '09:00'}
            />
          </Group>
          <Group justify="space-between">
            {card.at ? (
              <Button variant="subtle" color="gray" onClick={() => put(null)} disabled={busy}>
                {t('move.undate')}
              </Button>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={close}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {t('move.button')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
