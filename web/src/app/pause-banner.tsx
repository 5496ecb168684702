import { useTranslation } from 'react-i18next';
import type { Pause } from '../api/client';
import { useCampaigns, useChannels, usePauses, usePillars } from '../api/queries';
import { clockTime, formatWall, wallAt } from '../lib/time';
import { Icon } from '../ui/icons';
import { useHere } from './here';
import classes from './pause-banner.module.css';

// PauseBanner stands on every page while something here does not leave because somebody stopped it.
export function PauseBanner() {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation();
  const { data: pauses } = usePauses();
  const nameOf = useScopeName();
  const here = pauses?.filter((p) => p.active && (p.scope.all || p.calendar === calendar.id)) ?? [];
  if (here.length === 0) return null;
  const since = (p: Pause) => {
    const wall = wallAt(p.from, calendar.time_zone);
    return `${formatWall(wall, i18n.language, { day: 'numeric', month: 'short' })}, ${clockTime(wall, i18n.language)}`;
  };
  return (
    <section className={classes.banner} aria-label={t('pause.banner')}>
      {here.map((p) => (
        <p key={p.id}>
          <Icon name="pause" size={16} />
          <strong>{t('pause.of', { scope: nameOf(p) })}</strong>
          <span>{t('pause.because', { reason: p.reason, name: p.by.name, since: since(p) })}</span>
        </p>
      ))}
    </section>
  );
}

// useScopeName names what a pause stops, in words.
export function useScopeName(): (pause: Pause) => string {
  const { calendar } = useHere();
  const { t } = useTranslation();
  const channels = useChannels(calendar.id).data;
  const campaigns = useCampaigns(calendar.id).data;
  const pillars = usePillars(calendar.id).data;
  return ({ scope }) => {
    if (scope.all) return t('pause.all');
    if (scope.channel) return channels?.find((c) => c.id === scope.channel)?.name ?? t('pause.channel');
    if (scope.campaign) return campaigns?.find((c) => c.id === scope.campaign)?.name ?? t('pause.campaign');
    if (scope.pillar) return pillars?.find((c) => c.id === scope.pillar)?.name ?? t('pause.pillar');
    return calendar.name;
  };
}
