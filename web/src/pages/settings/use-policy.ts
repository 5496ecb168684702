import { useQueryClient } from '@tanstack/react-query';
import { api, type Calendar, type Schemas, versioned } from '../../api/client';
import { keys } from '../../api/queries';
import { useEdit } from '../../api/use-edit';
import { useHere } from '../../app/here';

export type Policy = Schemas['Policy'];
export type PolicyEdit = Schemas['PolicyEdit'];

type CalendarEdit = Schemas['CalendarEdit'];

// useCalendarEdit edits one part of the calendar: itself, its policy, or the margin in that.
export function useCalendarEdit<T extends object>(
  part: string,
  of: (calendar: Calendar) => T,
  put: (draft: Partial<T>) => CalendarEdit,
  answered?: (calendar: Calendar) => void,
) {
  const { calendar } = useHere();
  const client = useQueryClient();
  const path = { calendar: calendar.id };
  return useEdit<T>({
    queryKey: ['calendar', calendar.id, part],
    read: async () => {
      const { data, etag } = await versioned(api.GET('/api/v1/calendars/{calendar}', { params: { path } }));
      return { data: of(data), etag };
    },
    write: async (draft, etag) => {
      const { data, etag: after } = await versioned(
        api.PATCH('/api/v1/calendars/{calendar}', {
          params: { path, header: { 'If-Match': etag } },
          body: put(draft),
        }),
      );
      answered?.(data);
      client.invalidateQueries({ queryKey: keys.calendars });
      client.invalidateQueries({ queryKey: ['calendar', calendar.id] });
      return { data: of(data), etag: after };
    },
  });
}

export function usePolicy() {
  return useCalendarEdit<Policy>(
    'policy',
    (calendar) => calendar.policy,
    // nobody is written as nothing
    (policy) => ({ policy: { ...policy, ...(policy.deputy === '' && { deputy: null }) } as PolicyEdit }),
  );
}
