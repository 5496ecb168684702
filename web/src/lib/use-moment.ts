import { useTranslation } from 'react-i18next';
import { useHere } from '../app/here';
import { clockTime, formatWall, wallAt } from './time';

// useMoment writes instants on the calendar's clocks: the day with its year, or the day and the time.
export function useMoment() {
  const { calendar } = useHere();
  const { i18n } = useTranslation();
  const day = (instant: string) =>
    formatWall(wallAt(instant, calendar.time_zone), i18n.language, { day: 'numeric', month: 'short', year: 'numeric' });
  const time = (instant: string) => `${day(instant)}, ${clockTime(wallAt(instant, calendar.time_zone), i18n.language)}`;
  // to the second, for what is looked into closely
  const precise = (instant: string) => `${time(instant)}:${new Date(instant).toISOString().slice(17, 19)}`;
  return { day, time, precise };
}
