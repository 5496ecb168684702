import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, versioned } from '../../api/client';
import { keys, useCampaigns, usePillars } from '../../api/queries';
import { useHere } from '../../app/here';
import { useAct } from '../../lib/use-act';
import { Row, Rows, Section } from '../../ui/section';

// Plan is what posts belong to: campaigns and pillars.
export function Plan() {
  const { calendar } = useHere();
  const { t } = useTranslation('settings');
  const campaigns = useCampaigns(calendar.id).data ?? [];
  const pillars = usePillars(calendar.id).data ?? [];
  const campaign = useAct(keys.campaigns(calendar.id));
  const pillar = useAct(keys.pillars(calendar.id));
  const path = { calendar: calendar.id };
  return (
    <>
      <Names
        title={t('plan.campaigns')}
        help={t('plan.campaignsHelp')}
        items={campaigns}
        busy={campaign.busy}
        add={(name) =>
          campaign.act(() =>
            ask(api.POST('/api/v1/calendars/{calendar}/campaigns', { params: { path }, body: { name } })),
          )
        }
        remove={(id) =>
          campaign.act(async () => {
            const at = { campaign: id };
            const { etag } = await versioned(api.GET('/api/v1/campaigns/{campaign}', { params: { path: at } }));
            await ask(
              api.DELETE('/api/v1/campaigns/{campaign}', { params: { path: at, header: { 'If-Match': etag } } }),
            );
          })
        }
      />
      <Names
        title={t('plan.pillars')}
        help={t('plan.pillarsHelp')}
        items={pillars}
        busy={pillar.busy}
        add={(name) =>
          pillar.act(() => ask(api.POST('/api/v1/calendars/{calendar}/pillars', { params: { path }, body: { name } })))
        }
        remove={(id) =>
          pillar.act(async () => {
            const at = { pillar: id };
            const { etag } = await versioned(api.GET('/api/v1/pillars/{pillar}', { params: { path: at } }));
            await ask(api.DELETE('/api/v1/pillars/{pillar}', { params: { path: at, header: { 'If-Match': etag } } }));
          })
        }
      />
    </>
  );
}

interface NamesProps {
  title: string;
  help: string;
  items: { id: string; name: string }[];
  busy: boolean;
  add: (name: string) => Promise<unknown>;
  remove: (id: string) => void;
}

function Names({ title, help, items, busy, add, remove }: NamesProps) {
  const { may } = useHere();
  const { t } = useTranslation('settings');
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (await add(name)) form.current?.reset();
  };
  return (
    <Section title={title} help={help}>
      <Rows>
        {items.map((i) => (
          <Row
            key={i.id}
            actions={
              may('write') && (
                <Button
                  size="xs"
                  variant="subtle"
                  color="gray"
                  onClick={() => remove(i.id)}
                  aria-label={t('plan.removeOf', { name: i.name })}
                >
                  {t('plan.remove')}
                </Button>
              )
            }
          >
            {i.name}
          </Row>
        ))}
      </Rows>
      {may('write') && (
        <form ref={form} onSubmit={submit}>
          <Group align="end" gap="xs" mt="sm">
            <TextInput name="name" label={t('plan.name')} required maxLength={200} />
            <Button type="submit" variant="default" loading={busy}>
              {t('plan.add')}
            </Button>
          </Group>
        </form>
      )}
    </Section>
  );
}
