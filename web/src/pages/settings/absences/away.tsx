import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Member } from '../../../api/client';
import { useHere } from '../../../app/here';
import { addDays, cityOf, instantIn, wallAt } from '../../../lib/time';
import { FormTrouble } from '../../../ui/form-trouble';
import { troubleAt } from '../../../ui/trouble';

// Away has somebody act in a member's place for a while.
export function Away({ members, close }: { members: Member[]; close: () => void }) {
  const { calendar, me, may } = useHere();
  const { t } = useTranslation(['absences', 'common']);
  const client = useQueryClient();
  const approvers = members.filter((m) => m.permissions.includes('approve'));
  const whose = may('policy') ? approvers : approvers.filter((m) => m.id === me.member);
  const [member, setMember] = useState(whose.find((m) => m.id === me.member)?.id ?? whose[0]?.id ?? '');
  const [to, setTo] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const zone = calendar.time_zone;
  const today = wallAt(new Date(), zone).slice(0, 10);
  const named = (list: Member[]) => list.map((m) => ({ value: m.id, label: m.name }));

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const from = String(form.get('from'));
    const until = addDays(String(form.get('until')), 1); // the day is included
    const reason = String(form.get('reason')).trim();
    setBusy(true);
    setTrouble(null);
    try {
      await ask(
        api.POST('/api/v1/calendars/{calendar}/delegations', {
          params: { path: { calendar: calendar.id }, header: { 'Idempotency-Key': key } },
          body: {
            until: instantIn(`${until}T00:00`, zone).toISOString(),
            ...(from > today && { from: instantIn(`${from}T00:00`, zone).toISOString() }),
            ...(member !== me.member && { member }),
            ...(to && { to }),
            ...(reason && { reason }),
          },
        }),
      );
      await client.invalidateQueries({ queryKey: ['delegations'] });
      close();
    } catch (error) {
      setTrouble(error);
      setKey(crypto.randomUUID());
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={t('add')}>
      <form onSubmit={submit}>
        <Stack>
          <Select
            label={t('who')}
            data={named(whose)}
            value={member}
            onChange={(value) => setMember(value ?? member)}
            allowDeselect={false}
            error={troubleAt(trouble, '/member')}
          />
          <Group grow align="start">
            <TextInput
              type="date"
              name="from"
              label={t('from')}
              defaultValue={today}
              min={today}
              required
              error={troubleAt(trouble, '/from')}
            />
            <TextInput
              type="date"
              name="until"
              label={t('until')}
              description={t('days', { city: cityOf(zone) })}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              defaultValue={addDays(today, 7)}
              min={today}
              required
              error={troubleAt(trouble, '/until')}
            />
          </Group>
          <Select
            label={t('to')}
            placeholder={t('theDeputy')}
            data={named(approvers.filter((m) => m.id !== member))}
            value={to}
            onChange={setTo}
            clearable
            clearButtonProps={{ 'aria-label': t('theDeputy') }}
            error={troubleAt(trouble, '/to')}
          />
          <TextInput name="reason" label={t('reason')} maxLength={500} />
          <FormTrouble error={trouble} fields={['/member', '/from', '/until', '/to']} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
