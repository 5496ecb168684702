import { useQuery } from '@tanstack/react-query';
import { api, ask, every, type Schemas, versioned } from '../../api/client';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';

export type Crisis = Schemas['Crisis'];
export type Severity = Crisis['severity'];
export const severities = ['watch', 'serious', 'critical'] as const;

export function useCrises() {
  const { calendar } = useHere();
  return useQuery({
    queryKey: [...keys.crises(calendar.id), 'all'],
    queryFn: () =>
      every((cursor) =>
        ask(
          api.GET('/api/v1/calendars/{calendar}/crises', {
            params: { path: { calendar: calendar.id }, query: { cursor, limit: 50 } },
          }),
        ),
      ),
  });
}

export function useCrisis(id: string) {
  const { calendar } = useHere();
  return useQuery({
    queryKey: [...keys.crises(calendar.id), id],
    queryFn: () => versioned(api.GET('/api/v1/crises/{crisis}', { params: { path: { crisis: id } } })),
  });
}

// change leads a crisis: it is sent with the version that was seen.
export function change(id: string, etag: string, body: Schemas['CrisisEdit']) {
  return ask(
    api.PATCH('/api/v1/crises/{crisis}', { params: { path: { crisis: id }, header: { 'If-Match': etag } }, body }),
  );
}
