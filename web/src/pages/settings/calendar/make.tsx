import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ask } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { FormTrouble } from '../../../ui/form-trouble';
import { troubleAt } from '../../../ui/trouble';
import { ZoneSelect } from './zone-select';

// MakeCalendar begins another plan, with the reader as its manager.
export function MakeCalendar({ close }: { close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['calendarSettings', 'common']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [zone, setZone] = useState(calendar.time_zone);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    setBusy(true);
    setTrouble(null);
    try {
      const made = await ask(
        api.POST('/api/v1/calendars', {
          params: { header: { 'Idempotency-Key': key } },
          body: { name, time_zone: zone, language: calendar.language },
        }),
      );
      await client.invalidateQueries({ queryKey: keys.calendars });
      close();
      navigate(`/calendars/${made.id}/settings/channels`);
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={t('make.title')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('make.what')}</Text>
          <TextInput
            name="name"
            label={t('name')}
            required
            maxLength={200}
            data-autofocus
            error={troubleAt(trouble, '/name')}
          />
          <ZoneSelect value={zone} onChange={setZone} error={troubleAt(trouble, '/time_zone')} />
          <FormTrouble error={trouble} fields={['/name', '/time_zone']} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('make.act')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
