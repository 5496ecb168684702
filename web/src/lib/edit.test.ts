import { expect, test } from 'vitest';
import { crossed, tidy } from './edit';

const base = { name: 'Spring', roles: ['editor'], zone: 'Europe/Paris' };

test('what is set back is no change', () => {
  expect(tidy({ name: 'Spring', roles: ['editor'] }, base)).toEqual({});
  expect(tidy({ name: 'Summer', zone: 'Europe/Paris' }, base)).toEqual({ name: 'Summer' });
  expect(tidy({ roles: ['editor', 'reviewer'] }, base)).toEqual({ roles: ['editor', 'reviewer'] });
});

test('what was changed after a draft was sent is what stays', () => {
  const sent = { name: 'Summer' } as typeof base;
  expect(tidy({ name: 'Summer' }, sent)).toEqual({});
  expect(tidy({ name: 'Summer days', zone: 'Europe/Paris' }, sent)).toEqual({
    name: 'Summer days',
    zone: 'Europe/Paris',
  });
});

test('only what both have changed, and differently, crosses', () => {
  const draft = { name: 'Summer', roles: ['viewer'] };
  expect(crossed(draft, base, { ...base, zone: 'Asia/Tokyo' })).toEqual([]);
  expect(crossed(draft, base, { ...base, name: 'Autumn' })).toEqual(['name']);
  expect(crossed(draft, base, { ...base, name: 'Summer' })).toEqual([]);
  expect(crossed(draft, base, { ...base, name: 'Autumn', roles: ['manager'] })).toEqual(['name', 'roles']);
});
