import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useCampaigns, useChannels, usePillars } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { useClientLinks, useRoles } from '../data';
import { useHooks } from '../hooks/hooks';

// Named is what an id is called, and where one can go to see it.
interface Named {
  name: string;
  to?: string;
}

export type Names = (id: string, people: NonNullable<Schemas['Audit']['people']>) => Named | undefined;

// useNames puts names in the place of the ids that stand in a line. Of what is gone there is none.
export function useNames(): Names {
  const { calendar, may } = useHere();
  const { t } = useTranslation('record');
  const channels = useChannels(calendar.id).data;
  const campaigns = useCampaigns(calendar.id).data;
  const pillars = usePillars(calendar.id).data;
  const roles = useRoles().data;
  const hooks = useHooks('calendar', may('policy')).data;
  const links = useClientLinks().data;
  const base = `/calendars/${calendar.id}`;
  const found = (name: string | undefined, to: string): Named | undefined =>
    name ? { name, to: `${base}/${to}` } : undefined;
  return (id, people) => {
    const person = people.find((p) => p.member === id);
    if (person) return { name: person.name || t('erased') };
    if (id === calendar.id) return found(calendar.name, 'settings/calendar');
    return (
      found(channels?.find((c) => c.id === id)?.name, 'settings/channels') ??
      found(campaigns?.find((c) => c.id === id)?.name, `settings/plan/campaigns/${id}`) ??
      found(pillars?.find((p) => p.id === id)?.name, 'settings/plan') ??
      found(roles?.find((r) => r.id === id)?.name, 'settings/roles') ??
      found(links?.find((l) => l.id === id)?.for, 'settings/links') ??
      found(hooks?.find((h) => h.id === id)?.name, `settings/hooks/${id}`)
    );
  };
}
