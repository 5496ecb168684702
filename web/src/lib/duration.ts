// The API writes spans of time as 1h30m; people set them in minutes.

export function minutesOf(duration: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] = duration.match(/^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/) ?? [];
  return Number(hours) * 60 + Number(minutes) + Math.round(Number(seconds) / 60);
}

export function durationOf(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  return `${hours ? `${hours}h` : ''}${rest || !hours ? `${rest}m` : ''}`;
}
