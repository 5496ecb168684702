import type { DeliveryBrief } from '../api/client';

// Posts of these statuses may have a delivery that a person must settle.
export const troubled = ['unknown', 'failed', 'missed', 'held', 'partly_published'] as const;

// Tells whether a delivery waits for a person's answer: what became of it is not known, or it did not leave in its time.
export function unsettled(d: DeliveryBrief, now: number): boolean {
  if (d.state === 'held') return d.due_at !== null && Date.parse(d.due_at) < now;
  return d.state === 'unknown' || d.state === 'failed' || d.state === 'missed';
}
