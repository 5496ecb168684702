const kept = 'parution.calendar';

export function lastCalendar(): string | null {
  return localStorage.getItem(kept);
}

export function keepCalendar(calendar: string) {
  localStorage.setItem(kept, calendar);
}
