import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../api/client';
import { useHere } from '../../../app/here';
import type { Margin } from './page';

// useTrial asks the server, whose rule it is, whether an approval would stand under a margin that is not saved yet.
export function useTrial(margin: Margin, approved: string, text: string) {
  const { calendar } = useHere();
  const [asked] = useDebouncedValue({ margin, approved, text }, 250);
  return useQuery({
    queryKey: ['trial', calendar.id, asked],
    queryFn: () =>
      ask(
        api.POST('/api/v1/calendars/{calendar}/preview-margin', {
          params: { path: { calendar: calendar.id } },
          body: asked,
        }),
      ),
    enabled: asked.approved !== '',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
    retry: false,
  });
}
