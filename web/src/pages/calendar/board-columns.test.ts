import { describe, expect, test } from 'vitest';
import type { Post } from '../../api/client';
import { movesOf } from '../../post/moves';
import { statuses } from '../../ui/status';
import { columnOf, columns, moveInto, sortInto } from './board-columns';

function post(change: Partial<Post>): Post {
  return { id: 'post_1', state: 'draft', status: 'draft', deliveries: [], ...change } as Post;
}

const manager = () => true;
const reader = () => false;
const into = (p: Post, may: (permission: string) => boolean) =>
  Object.fromEntries(columns.flatMap((c) => moveInto(p, movesOf(p, may, 'mem_1'), c) ?? []).map((m) => [m, true]));

describe('the board', () => {
  test('has a column for every status', () => {
    for (const status of statuses) expect(columns).toContain(columnOf(status));
  });

  test('a card goes only where a move of its post leads', () => {
    expect(into(post({}), manager)).toEqual({ submit: true, approve: true, archive: true });
    expect(into(post({ state: 'in_review', status: 'in_review' }), manager)).toEqual({
      approve: true,
      request_changes: true,
      withdraw: true,
      archive: true,
    });
    expect(moveInto(post({ state: 'approved', status: 'scheduled' }), ['hold'], 'trouble')).toBe('hold');
    expect(moveInto(post({ state: 'approved', status: 'held' }), ['unhold'], 'scheduled')).toBe('unhold');
    expect(moveInto(post({ status: 'published', state: 'approved' }), ['publish_now'], 'published')).toBeUndefined();
  });

  test('nobody is offered what they may not do', () => {
    for (const status of statuses) expect(into(post({ status }), reader)).toEqual({});
    const submits = (permission: string) => permission === 'submit';
    expect(into(post({}), submits)).toEqual({ submit: true });
  });

  test('a hold on a draft leaves it where it is', () => {
    expect(moveInto(post({}), ['hold'], 'trouble')).toBeUndefined();
  });

  test('what comes first stands first, and what is out newest first', () => {
    const at = (id: string, status: string, instant: string) =>
      post({ id, status, publish_at: (instant ? { instant } : { undated: true }) as Post['publish_at'] });
    const laid = sortInto([
      at('a', 'draft', ''),
      at('b', 'draft', '2026-12-03T09:00:00Z'),
      at('c', 'draft', '2026-12-01T09:00:00Z'),
      at('d', 'published', '2026-11-01T09:00:00Z'),
      at('e', 'published', '2026-11-02T09:00:00Z'),
    ]);
    expect(laid.get('draft')?.map((p) => p.id)).toEqual(['c', 'b', 'a']);
    expect(laid.get('published')?.map((p) => p.id)).toEqual(['e', 'd']);
  });
});
