import { locale } from './time';

// spanWords writes how far off something is, as closely as it matters: 2 d 4 h, 3 h 12 min, 8 min 05 s, 12 s.
export function spanWords(ms: number, language: string): string {
  const unit = (value: number, name: 'day' | 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(locale(language), { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [d, h, m, s] = [
    Math.floor(seconds / 86400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  if (d > 0) return `${unit(d, 'day')} ${unit(h, 'hour')}`;
  if (h > 0) return `${unit(h, 'hour')} ${unit(m, 'minute')}`;
  if (m >= 10) return unit(m, 'minute');
  return m > 0 ? `${unit(m, 'minute')} ${unit(s, 'second')}` : unit(s, 'second');
}

// latenessWords writes how late something left: to the millisecond where it was on time.
export function latenessWords(ms: number, language: string): string {
  if (ms < 1000) return `${new Intl.NumberFormat(locale(language)).format(ms)}\u202fms`;
  return spanWords(ms, language);
}
