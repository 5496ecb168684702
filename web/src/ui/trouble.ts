import { notifications } from '@mantine/notifications';
import i18n from 'i18next';
import { Refused } from '../api/client';

// sentence says what went wrong and what to do: in the API's own words where it has some.
export function sentence(error: unknown): string {
  if (error instanceof Refused && error.message) return error.message;
  if (error instanceof Refused && error.code === 'unreachable') return i18n.t('trouble.unreachable');
  return i18n.t('trouble.unexpected');
}

export function showTrouble(error: unknown) {
  notifications.show({ color: 'red', message: sentence(error), autoClose: 9000, withBorder: true });
}

// troubleAt is what is wrong with one field of a form, by its place in what was sent.
export function troubleAt(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof Refused)) return undefined;
  const found = error.problem?.errors?.filter((e) => e.pointer === pointer || e.pointer?.startsWith(`${pointer}/`));
  return found?.length ? found.map((e) => e.message).join(' ') : undefined;
}
