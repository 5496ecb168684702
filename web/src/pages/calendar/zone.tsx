import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cityOf, clockChange, clockTime, longDay, myZone, offsetAt, offsetLabel, wallAt } from '../../lib/time';
import classes from './zone.module.css';

// ZoneBadge shows whose clocks the page follows, the reader's own beside them where they differ, and a change of clocks in
// the days shown.
export function ZoneBadge({ zone, range }: { zone: string; range: { from: string; to: string } }) {
  const { t, i18n } = useTranslation(['calendar', 'common']);
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), 5000, { autoInvoke: true });
  const mine = myZone();
  const here = offsetAt(zone, now);
  const change = clockChange(zone, range.from, range.to);
  const clock = (at: string) => clockTime(wallAt(now, at), i18n.language);
  return (
    <p className={`${classes.zone} numbers`} title={zone}>
      <span>
        <strong>{clock(zone)}</strong> {cityOf(zone)} <span className={classes.offset}>{offsetLabel(here)}</span>
      </span>
      {offsetAt(mine, now) !== here && (
        <span>
          {t('zone.mine', { time: clock(mine), city: cityOf(mine) })}{' '}
          <span className={classes.offset}>{offsetLabel(offsetAt(mine, now))}</span>
        </span>
      )}
      {change && (
        <span className={classes.change}>
          {t(change.by > 0 ? 'zone.forward' : 'zone.back', { day: longDay(change.day, i18n.language) })}
        </span>
      )}
    </p>
  );
}
