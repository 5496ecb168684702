import type { Post, Schemas } from '../api/client';

export type Move = Schemas['MoveAsked']['move'];

// movesOf lists the moves that are open to somebody, the one that the post waits for first. The API decides; this only
// spares people buttons that it would refuse.
export function movesOf(post: Post, may: (permission: string) => boolean, me: string): Move[] {
  const open: Move[] = [];
  const { state } = post;
  const written = state !== 'idea';
  const beforeReview = state === 'draft' || state === 'changes_requested';
  const signs = post.waits_for?.for !== 'approve' || post.waits_for.members.includes(me);
  if (post.undo_until && Date.parse(post.undo_until) > Date.now()) open.push('undo_approval');
  if (beforeReview && may('submit')) open.push('submit');
  if (state === 'in_review' && may('approve') && signs) open.push('approve');
  if (beforeReview && written && may('submit') && may('approve')) open.push('approve');
  if ((state === 'in_review' || state === 'approved') && may('approve')) open.push('request_changes');
  if ((state === 'in_review' || state === 'approved') && may('submit')) open.push('withdraw');
  if (state === 'approved' && may('release') && unsent(post)) open.push('publish_now');
  if (state !== 'archived' && may('write')) open.push(post.hold ? 'unhold' : 'hold', 'archive');
  if (state === 'archived' && may('write')) open.push('restore');
  return open;
}

function unsent(post: Post): boolean {
  return post.deliveries.some((d) => !['published', 'sending', 'unknown', 'dropped'].includes(d.state));
}

// asksFirst tells whether a move wants words, a choice or a second look before it is made.
export function asksFirst(post: Post, move: Move): boolean {
  return (
    ['request_changes', 'hold', 'withdraw', 'publish_now', 'archive'].includes(move) ||
    (move === 'approve' && isLate(post))
  );
}

// isLate tells whether a post's time has passed: approving it then asks what is to become of it.
export function isLate(post: Post): boolean {
  return Boolean(post.publish_at?.instant && Date.parse(post.publish_at.instant) < Date.now());
}
