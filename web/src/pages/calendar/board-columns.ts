import type { Post } from '../../api/client';
import type { Move } from '../../post/moves';

// The board's columns, in the order of a post's way. What needs an answer from a person has one of its own.
export const columns = [
  'idea',
  'draft',
  'changes_requested',
  'in_review',
  'scheduled',
  'trouble',
  'published',
  'archived',
] as const;
export type Column = (typeof columns)[number];

const others: Record<string, Column> = {
  approved: 'scheduled',
  publishing: 'scheduled',
  held: 'trouble',
  missed: 'trouble',
  failed: 'trouble',
  unknown: 'trouble',
  partly_published: 'trouble',
};

export function columnOf(status: string): Column {
  return columns.find((c) => c === status) ?? others[status] ?? 'draft';
}

// landing is the column that a move brings a post to; null where it stays where it is.
export function landing(post: Pick<Post, 'state'>, move: Move): Column | null {
  switch (move) {
    case 'submit':
    case 'undo_approval':
      return 'in_review';
    case 'approve':
      return 'scheduled';
    case 'request_changes':
      return 'changes_requested';
    case 'withdraw':
    case 'restore':
      return 'draft';
    case 'archive':
      return 'archived';
    case 'hold': // of what is not approved a hold changes no status
      return post.state === 'approved' ? 'trouble' : null;
    case 'unhold':
      return post.state === 'approved' ? 'scheduled' : null;
    case 'publish_now':
      return null;
  }
}

// moveInto is the move that brings a post into a column, of those that are open to its reader.
export function moveInto(post: Post, moves: Move[], column: Column): Move | undefined {
  if (columnOf(post.status) === column) return undefined;
  return moves.find((m) => landing(post, m) === column);
}

// sortInto lays posts into their columns: what comes first stands first, what is out stands newest first.
export function sortInto(posts: Post[]): Map<Column, Post[]> {
  const laid = new Map<Column, Post[]>(columns.map((c) => [c, []]));
  for (const post of posts) laid.get(columnOf(post.status))?.push(post);
  const time = (post: Post) => post.publish_at?.instant || '9999';
  for (const [column, of] of laid) {
    of.sort((a, b) => time(a).localeCompare(time(b)) || a.id.localeCompare(b.id));
    if (column === 'published') of.reverse();
  }
  return laid;
}
