// The pages of the settings, in the order that they are listed, and what one needs to see each.
export const places = [
  { group: 'you', page: 'profile', needs: 'read' },
  { group: 'you', page: 'security', needs: 'read' },
  { group: 'you', page: 'notices', needs: 'read' },
  { group: 'you', page: 'tokens', needs: 'read' },
  { group: 'calendar', page: 'calendar', needs: 'read' },
  { group: 'calendar', page: 'channels', needs: 'read' },
  { group: 'calendar', page: 'plan', needs: 'read' },
  { group: 'calendar', page: 'members', needs: 'read' },
  { group: 'calendar', page: 'links', needs: 'members' },
  { group: 'calendar', page: 'roles', needs: 'read' },
  { group: 'calendar', page: 'approval', needs: 'read' },
  { group: 'calendar', page: 'absences', needs: 'read' },
  { group: 'calendar', page: 'margin', needs: 'read' },
  { group: 'calendar', page: 'times', needs: 'read' },
  { group: 'calendar', page: 'hooks', needs: 'policy' },
  { group: 'calendar', page: 'record', needs: 'audit' },
  { group: 'instance', page: 'people', needs: 'owner' },
  { group: 'instance', page: 'instance-hooks', needs: 'owner' },
] as const;

export type Place = (typeof places)[number];

export const groups = ['calendar', 'you', 'instance'] as const;
