import { Button, Radio, Select, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api/client';
import { keys, useCampaigns, useChannels, usePillars } from '../../api/queries';
import { useHere } from '../../app/here';
import { useAct } from '../../lib/use-act';
import { type Severity, severities } from './crisis';
import classes from './page.module.css';

// Open begins a crisis: any member may, since whoever sees it first may be anybody. Whoever may pause can stop releases in the
// same act.
export function Open() {
  const { calendar, may } = useHere();
  const { t } = useTranslation('crisis');
  const channels = useChannels(calendar.id).data?.filter((c) => !c.archived_at) ?? [];
  const campaigns = useCampaigns(calendar.id).data ?? [];
  const pillars = usePillars(calendar.id).data ?? [];
  const pauses = may('write');
  const [severity, setSeverity] = useState<Severity>('serious');
  const [scope, setScope] = useState(pauses ? `calendar/${calendar.id}` : 'none/');
  const [key] = useState(() => crypto.randomUUID());
  const { busy, act } = useAct(keys.crises(calendar.id), keys.pauses, keys.posts(calendar.id));
  const group = (kind: 'channel' | 'campaign' | 'pillar', items: { id: string; name: string }[]) =>
    items.length > 0
      ? [{ group: t(`scope.${kind}`), items: items.map((i) => ({ value: `${kind}/${i.id}`, label: i.name })) }]
      : [];
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    const [kind = '', id = ''] = scope.split('/');
    await act(() =>
      ask(
        api.POST('/api/v1/calendars/{calendar}/crises', {
          params: { path: { calendar: calendar.id }, header: { 'Idempotency-Key': key } },
          body: { severity, reason, ...(kind !== 'none' && { pause: { scope: { [kind]: id } } }) },
        }),
      ),
    );
  };
  return (
    <section aria-labelledby="open-crisis" className={classes.open}>
      <h2 id="open-crisis">{t('open.title')}</h2>
      <form onSubmit={submit}>
        <Stack>
          <Textarea
            name="reason"
            label={t('open.reason')}
            description={t('open.reasonHelp')}
            required
            autosize
            minRows={2}
            maxLength={2000}
          />
          <Radio.Group label={t('open.severity')} value={severity} onChange={(value) => setSeverity(value as Severity)}>
            <Stack gap={6} mt={6}>
              {severities.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`severity.${one}.name`)}
                  description={t(`severity.${one}.what`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {pauses && (
            <Select
              label={t('open.pause')}
              description={t('open.pauseHelp')}
              value={scope}
              onChange={(value) => setScope(value ?? scope)}
              allowDeselect={false}
              data={[
                { value: `calendar/${calendar.id}`, label: t('scope.calendar', { name: calendar.name }) },
                { value: 'none/', label: t('scope.none') },
                ...group('channel', channels),
                ...group('campaign', campaigns),
                ...group('pillar', pillars),
              ]}
            />
          )}
          <div>
            <Button type="submit" color="red.9" loading={busy}>
              {t('open.act')}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  );
}
