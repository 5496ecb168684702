import { expect, test } from 'vitest';
import type { DeliveryBrief } from '../api/client';
import { unsettled } from './unsettled';

const now = Date.parse('2026-12-01T09:00:00Z');
const delivery = (state: string, due_at: string | null) => ({ state, due_at }) as DeliveryBrief;

test('what is not known, or did not leave, waits for a person', () => {
  for (const state of ['unknown', 'failed', 'missed']) expect(unsettled(delivery(state, null), now)).toBe(true);
  for (const state of ['planned', 'scheduled', 'sending', 'published', 'dropped'])
    expect(unsettled(delivery(state, '2026-12-01T08:00:00Z'), now)).toBe(false);
});

test('what is held waits for a person once its time has passed', () => {
  expect(unsettled(delivery('held', '2026-12-01T08:59:00Z'), now)).toBe(true);
  expect(unsettled(delivery('held', '2026-12-01T09:01:00Z'), now)).toBe(false);
  expect(unsettled(delivery('held', null), now)).toBe(false);
});
