import { useQuery } from '@tanstack/react-query';
import { api, ask, every, type Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';

export type Hook = Schemas['Hook'];
export type Dispatch = Schemas['Dispatch'];

export function useHooks() {
  const { calendar } = useHere();
  return useQuery({
    queryKey: ['hooks', calendar.id],
    queryFn: () =>
      every(() => ask(api.GET('/api/v1/calendars/{calendar}/hooks', { params: { path: { calendar: calendar.id } } }))),
  });
}

// stateOf is how a hook is: told, told without success, or not told.
export function stateOf(hook: Hook): 'on' | 'failing' | 'off' {
  if (hook.disabled_at) return 'off';
  return hook.failing_since ? 'failing' : 'on';
}
