import { Button, Checkbox, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Channel } from '../../api/client';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';
import { cityOf } from '../../lib/time';
import { FormTrouble } from '../../ui/form-trouble';
import { PlatformIcon } from '../../ui/platform';
import { showNotices, troubleAt } from '../../ui/trouble';
import { Back } from './back';

interface AddProps {
  at: string; // a day, a day with an hour, or nothing
  today: string;
  close: () => void;
  channels: Channel[];
}

// Add jots a post down where one was looking: a title is enough, and without a date it lands in the tray.
export default function Add({ at, today, close, channels }: AddProps) {
  const { calendar, may } = useHere();
  const { t } = useTranslation(['calendar', 'common']);
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [key] = useState(() => crypto.randomUUID());

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const day = form.get('day');
    setBusy(true);
    setTrouble(null);
    try {
      const made = await ask(
        api.POST('/api/v1/calendars/{calendar}/posts', {
          params: { path: { calendar: calendar.id }, header: { 'Idempotency-Key': key } },
          body: {
            title: String(form.get('title')).trim(),
            text: String(form.get('text')).trim(),
            channels: form.getAll('channel').map(String),
            ...(day && { publish_at: { local: `${day}T${form.get('time') || '09:00'}`, zone: calendar.time_zone } }),
          },
        }),
      );
      await client.invalidateQueries({ queryKey: keys.posts(calendar.id) });
      showNotices(made.notices);
      close();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={close} title={t('add.title')} size="lg">
      <Back />
      <form onSubmit={submit}>
        <Stack>
          <TextInput name="title" label={t('add.name')} required maxLength={300} data-autofocus />
          <Textarea
            name="text"
            label={t('add.text')}
            description={t('add.textHelp')}
            autosize
            minRows={3}
            maxRows={10}
          />
          <Group grow align="start" display={may('schedule') ? undefined : 'none'}>
            <TextInput
              type="date"
              name="day"
              label={t('move.day')}
              description={t('add.dayHelp')}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              defaultValue={may('schedule') ? at.slice(0, 10) : ''}
              min={today}
              error={troubleAt(trouble, '/publish_at')}
            />
            <TextInput
              type="time"
              name="time"
              label={t('move.time')}
              description={t('move.clocks', { city: cityOf(calendar.time_zone) })}
              inputWrapperOrder={['label', 'input', 'description']}
              defaultValue={at.slice(11, 16) || '09:00'}
            />
          </Group>
          <Checkbox.Group label={t('add.channels')}>
            <Group gap="md" mt={6}>
              {channels
                .filter((c) => !c.archived_at)
                .map((c) => (
                  <Checkbox
                    key={c.id}
                    name="channel"
                    value={c.id}
                    label={
                      <Group gap={6}>
                        <PlatformIcon platform={c.platform} />
                        {c.name}
                      </Group>
                    }
                  />
                ))}
            </Group>
          </Checkbox.Group>
          <FormTrouble error={trouble} fields={['/publish_at']} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('add.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
