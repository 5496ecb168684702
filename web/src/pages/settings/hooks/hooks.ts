import { useQuery } from '@tanstack/react-query';
import { api, ask, every, type Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';

export type Hook = Schemas['Hook'];
export type Dispatch = Schemas['Dispatch'];

// Hooks hear what happens in a calendar; those of the instance what is of no calendar.
export type Of = 'calendar' | 'instance';

export const ofHook = (hook: Hook): Of => (hook.calendar ? 'calendar' : 'instance');

// useHooksPath is where the hooks of a calendar, or of the instance, are listed.
export function useHooksPath(of: Of): string {
  const { calendar } = useHere();
  return `/calendars/${calendar.id}/settings/${of === 'calendar' ? 'hooks' : 'instance-hooks'}`;
}

export function useHooks(of: Of, asked = true) {
  const { calendar, me } = useHere();
  const path = { calendar: calendar.id };
  return useQuery({
    queryKey: ['hooks', of === 'calendar' ? calendar.id : ''],
    queryFn: () =>
      every(() =>
        ask(
          of === 'calendar'
            ? api.GET('/api/v1/calendars/{calendar}/hooks', { params: { path } })
            : api.GET('/api/v1/hooks'),
        ),
      ),
    enabled: asked && (of === 'calendar' || me.owner),
  });
}

// stateOf is how a hook is: told, told without success, or not told.
export function stateOf(hook: Hook): 'on' | 'failing' | 'off' {
  if (hook.disabled_at) return 'off';
  return hook.failing_since ? 'failing' : 'on';
}
