import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';
import { FormTrouble } from '../../../ui/form-trouble';
import { Once } from '../../../ui/once';
import { troubleAt } from '../../../ui/trouble';

type Link = Schemas['ClientLink'];

// MakeLink makes one for one person. Its address is shown once.
export function MakeLink({ close }: { close: () => void }) {
  const { calendar } = useHere();
  const { t } = useTranslation(['links', 'common']);
  const client = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [language, setLanguage] = useState(calendar.language);
  const [made, setMade] = useState<Link | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const email = String(data.get('email')).trim();
    setBusy(true);
    setTrouble(null);
    try {
      setMade(
        await ask(
          api.POST('/api/v1/calendars/{calendar}/client-links', {
            params: { path: { calendar: calendar.id }, header: { 'Idempotency-Key': key } },
            body: {
              for: String(data.get('for')).trim(),
              approves: data.has('approves'),
              language,
              ...(email && { email }),
            },
          }),
        ),
      );
      client.invalidateQueries({ queryKey: ['client-links'] });
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  if (made) return <Made link={made} close={close} />;
  return (
    <Modal opened onClose={close} title={t('make')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            name="for"
            label={t('for')}
            description={t('forHelp')}
            required
            maxLength={200}
            data-autofocus
            error={troubleAt(trouble, '/for')}
          />
          <TextInput
            name="email"
            type="email"
            label={t('email')}
            description={t('emailHelp')}
            maxLength={254}
            error={troubleAt(trouble, '/email')}
          />
          <div>
            <Text size="sm" fw={500} id="link-language" mb={4}>
              {t('language')}
            </Text>
            <SegmentedControl
              aria-labelledby="link-language"
              value={language}
              onChange={(value) => setLanguage(value as 'en' | 'fr')}
              data={[
                { value: 'fr', label: 'Français' },
                { value: 'en', label: 'English' },
              ]}
            />
          </div>
          <Checkbox name="approves" label={t('mayApprove')} defaultChecked />
          <FormTrouble error={trouble} fields={['/for', '/email']} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('act')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

// Made hands out the address of a link.
export function Made({ link, close }: { link: Link; close: () => void }) {
  const { t } = useTranslation(['links', 'common']);
  return (
    <Modal opened onClose={close} title={t('made', { name: link.for })} closeOnClickOutside={false}>
      <Stack>
        <Once label={t('link')} secret={link.link ?? ''} help={t('linkHelp')} />
        <Group justify="end">
          <Button onClick={close}>{t('common:close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
