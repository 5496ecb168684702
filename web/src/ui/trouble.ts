import { notifications } from '@mantine/notifications';
import i18n from 'i18next';
import { Refused, type Schemas } from '../api/client';

// sentence says what went wrong and what to do: in the API's own words where it has some.
export function sentence(error: unknown): string {
  if (error instanceof Refused && error.code === 'token_needed') return i18n.t('trouble.signedOut');
  if (error instanceof Refused && error.message) return error.message;
  if (error instanceof Refused && error.code === 'unreachable') return i18n.t('trouble.unreachable');
  return i18n.t('trouble.unexpected');
}

export function showTrouble(error: unknown) {
  notifications.show({ color: 'red', message: sentence(error), autoClose: 9000, withBorder: true });
}

// showNotices says what a change has meant beyond itself: that it came too late for a channel, that it waits, that its time was
// moved to one that there is.
export function showNotices(notices: Schemas['Notice'][] = []) {
  const said = [...new Set(notices.filter((n) => n.code !== 'in').map((n) => n.message))];
  if (said.length > 0) notifications.show({ message: said.join(' '), autoClose: 9000, withBorder: true });
}

// troubleAt is what is wrong with one field of a form, by its place in what was sent.
export function troubleAt(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof Refused)) return undefined;
  const found = error.problem?.errors?.filter((e) => e.pointer === pointer || e.pointer?.startsWith(`${pointer}/`));
  return found?.length ? found.map((e) => e.message).join(' ') : undefined;
}
