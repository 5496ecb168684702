import { Button, Checkbox, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api/client';
import { useHere } from '../../../app/here';
import { addDays, instantIn, wallAt } from '../../../lib/time';
import { FormTrouble } from '../../../ui/form-trouble';
import { Once } from '../../../ui/once';
import { troubleAt } from '../../../ui/trouble';
import { type Permission, permissions } from '../data';

interface MakeTokenProps {
  holders: { id: string; name: string }[];
  close: () => void;
}

// MakeToken makes one for the reader or for a program. It can never do more than the reader, and is shown once.
export function MakeToken({ holders, close }: MakeTokenProps) {
  const { calendar, me, may } = useHere();
  const { t } = useTranslation(['tokens', 'settings', 'common']);
  const client = useQueryClient();
  const [holder, setHolder] = useState(me.member);
  const [held, setHeld] = useState<string[]>(['read']);
  const [scope, setScope] = useState('here');
  const [days, setDays] = useState<string | null>('90');
  const [secret, setSecret] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const everywhere = scope === 'everywhere' && holder === me.member;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    const end = addDays(wallAt(new Date(), calendar.time_zone), Number(days));
    setBusy(true);
    setTrouble(null);
    try {
      const made = await ask(
        api.POST('/api/v1/tokens', {
          body: {
            name,
            permissions: held as Permission[],
            ...(holder !== me.member && { member: holder }),
            ...(!everywhere && { calendars: [calendar.id] }),
            ...(days !== 'never' && { expires_at: instantIn(end, calendar.time_zone).toISOString() }),
          },
        }),
      );
      setSecret(made.token ?? '');
      client.invalidateQueries({ queryKey: ['tokens'] });
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };

  if (secret) {
    return (
      <Modal opened onClose={close} title={t('made.title')} closeOnClickOutside={false}>
        <Stack>
          <Once label={t('made.label')} secret={secret} help={t('made.help')} />
          <Group justify="end">
            <Button onClick={close}>{t('common:close')}</Button>
          </Group>
        </Stack>
      </Modal>
    );
  }
  return (
    <Modal opened onClose={close} title={t('make.title')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            name="name"
            label={t('name')}
            description={t('nameHelp')}
            required
            maxLength={200}
            data-autofocus
            error={troubleAt(trouble, '/name')}
          />
          {holders.length > 1 && (
            <Select
              label={t('for')}
              value={holder}
              onChange={(value) => setHolder(value ?? me.member)}
              allowDeselect={false}
              data={holders.map((h) => ({ value: h.id, label: h.id === me.member ? t('me') : h.name }))}
            />
          )}
          <Checkbox.Group label={t('may')} value={held} onChange={setHeld} error={troubleAt(trouble, '/permissions')}>
            <Group gap="sm" mt={6}>
              {permissions
                .filter((p) => me.owner || may(p))
                .map((p) => (
                  <Checkbox key={p} value={p} label={t(`settings:may.${p}`)} />
                ))}
            </Group>
          </Checkbox.Group>
          {holder === me.member && (
            <Radio.Group label={t('where')} value={scope} onChange={setScope}>
              <Group gap="md" mt={6}>
                <Radio value="here" label={calendar.name} />
                <Radio value="everywhere" label={t('everywhere')} />
              </Group>
            </Radio.Group>
          )}
          <Select
            label={t('until')}
            value={days}
            onChange={setDays}
            allowDeselect={false}
            data={[
              ...['7', '30', '90', '365'].map((value) => ({ value, label: t('days', { count: Number(value) }) })),
              { value: 'never', label: t('endless') },
            ]}
          />
          <FormTrouble error={trouble} fields={['/name', '/permissions']} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={held.length === 0}>
              {t('make.act')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
