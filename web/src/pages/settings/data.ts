import { useQuery } from '@tanstack/react-query';
import { api, ask, every, type Schemas } from '../../api/client';
import { useHere } from '../../app/here';

export type Role = Schemas['Role'];
export type Invitation = Schemas['Invitation'];
export type Permission = Schemas['NewRole']['permissions'][number];

// permissions in the order that a post goes through them
export const permissions = [
  'read',
  'comment',
  'write',
  'submit',
  'schedule',
  'approve',
  'release',
  'reply',
  'channels',
  'members',
  'policy',
  'audit',
] as const satisfies readonly Permission[];

export function useRoles() {
  const { calendar } = useHere();
  return useQuery({
    queryKey: ['roles', calendar.id],
    queryFn: () =>
      every(() => ask(api.GET('/api/v1/calendars/{calendar}/roles', { params: { path: { calendar: calendar.id } } }))),
    staleTime: 60_000,
  });
}

export function useClientLinks() {
  const { calendar, may } = useHere();
  return useQuery({
    queryKey: ['client-links', calendar.id],
    queryFn: () =>
      every((cursor) =>
        ask(
          api.GET('/api/v1/calendars/{calendar}/client-links', {
            params: { path: { calendar: calendar.id }, query: { cursor, limit: 200 } },
          }),
        ),
      ),
    enabled: may('members'),
  });
}

export function useInvitations() {
  const { calendar } = useHere();
  return useQuery({
    queryKey: ['invitations', calendar.id],
    queryFn: () =>
      every((cursor) =>
        ask(
          api.GET('/api/v1/calendars/{calendar}/invitations', {
            params: { path: { calendar: calendar.id }, query: { cursor, limit: 200 } },
          }),
        ),
      ),
  });
}

// useMayGive tells whether the reader may give a role: nobody gives more than they have, but an owner of everything.
export function useMayGive(): (role: Role) => boolean {
  const { me, may } = useHere();
  return (role) => me.owner || role.permissions.every(may);
}
