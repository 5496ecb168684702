import { describe, expect, test } from 'vitest';
import type { Post } from '../../api/client';
import { byDay, cardsOf, fitted, movable, restOf, shown } from './cards';
import { movePatch } from './use-move';
import { rangeOf, readView, stepDay } from './view';

const at = (local: string) => ({ local, zone: 'Europe/Paris', fold: 0, shift: '' as const });

function post(change: Partial<Post>): Post {
  return { id: 'post_1', channels: [], variants: {}, deliveries: [], status: 'draft', ...change } as Post;
}

describe('cards', () => {
  test('a post is one card, with all its channels', () => {
    const cards = cardsOf(post({ channels: ['a', 'b'], publish_at: at('2026-12-24T09:00') }), 'Europe/Paris');
    expect(cards).toMatchObject([{ at: '2026-12-24T09:00', channels: ['a', 'b'], own: false }]);
  });

  test('channels that leave at another time have a card of their own', () => {
    const variants = { b: { publish_at: at('2026-12-24T12:00') }, c: { publish_at: at('2026-12-24T12:00') } };
    const cards = cardsOf(
      post({ channels: ['a', 'b', 'c'], publish_at: at('2026-12-24T09:00'), variants: variants as Post['variants'] }),
      'Europe/Paris',
    );
    expect(cards.map((c) => [c.at, c.channels, c.own])).toEqual([
      ['2026-12-24T09:00', ['a'], false],
      ['2026-12-24T12:00', ['b', 'c'], true],
    ]);
    expect(cards.map((c) => movePatch(c, '2026-12-25T10:00', 'Europe/Paris'))).toEqual([
      { publish_at: { local: '2026-12-25T10:00', zone: 'Europe/Paris' } },
      {
        variants: {
          b: { publish_at: { local: '2026-12-25T10:00', zone: 'Europe/Paris' } },
          c: { publish_at: { local: '2026-12-25T10:00', zone: 'Europe/Paris' } },
        },
      },
    ]);
  });

  test('a post without channels or date is still a card', () => {
    expect(cardsOf(post({}), 'Europe/Paris')).toMatchObject([{ at: null, channels: [] }]);
  });

  test('what has left everywhere stays where it is', () => {
    const delivered = (state: string) =>
      cardsOf(
        post({
          channels: ['a'],
          publish_at: at('2026-12-24T09:00'),
          deliveries: [{ channel: 'a', state }] as Post['deliveries'],
        }),
        'Europe/Paris',
      )[0];
    expect(movable(delivered('published') as never)).toBe(false);
    expect(movable(delivered('unknown') as never)).toBe(false);
    expect(movable(delivered('missed') as never)).toBe(true);
  });

  test('where one channel has left, only the rest is moved', () => {
    const states = (a: string, b: string) =>
      post({
        channels: ['a', 'b'],
        publish_at: at('2026-12-24T09:00'),
        deliveries: [
          { channel: 'a', state: a },
          { channel: 'b', state: b },
        ] as Post['deliveries'],
      });
    expect(restOf(states('published', 'failed'), 'b', 'Europe/Paris')).toMatchObject({ channels: ['b'], own: true });
    expect(restOf(states('missed', 'missed'), 'b', 'Europe/Paris')).toMatchObject({ channels: ['a', 'b'], own: false });
    expect(restOf(states('published', 'unknown'), 'b', 'Europe/Paris')).toBeUndefined();
  });

  test('a list goes day by day, hour by hour', () => {
    const cards = ['2026-12-02T08:00', '2026-12-01T18:00', '2026-12-01T09:00'].flatMap((t) =>
      cardsOf(post({ publish_at: at(t) }), 'Europe/Paris'),
    );
    expect(byDay(cards).map(([day, of]) => [day, of.map((c) => c.at?.slice(11))])).toEqual([
      ['2026-12-01', ['09:00', '18:00']],
      ['2026-12-02', ['08:00']],
    ]);
  });

  test('a day that is too full ends in how many more there are', () => {
    const cards = ['07:00', '08:00', '09:00'].flatMap((t) =>
      cardsOf(post({ id: t, publish_at: at(`2026-12-24T${t}`) }), 'Europe/Paris'),
    );
    expect(fitted(cards, 3)).toEqual(cards);
    expect(fitted(cards, 2)).toEqual([...cards.slice(0, 2), { day: '2026-12-24', count: 1 }]);
  });

  test('archived posts are shown to whoever asks for them', () => {
    expect(shown(post({ status: 'archived' }), [])).toBe(false);
    expect(shown(post({ status: 'archived' }), ['archived'])).toBe(true);
  });
});

describe('the address', () => {
  test('says what is shown', () => {
    const view = readView(
      new URLSearchParams('view=week&day=2026-12-24&status=held,missed&q=noël'),
      '2026-11-29',
      false,
    );
    expect(view).toMatchObject({ name: 'week', day: '2026-12-24', status: ['held', 'missed'], q: 'noël' });
    expect(view.range).toEqual({ from: '2026-12-21', to: '2026-12-27' });
  });

  test('shows a day, and never seven columns of hours on a phone', () => {
    const day = readView(new URLSearchParams('view=day&day=2026-12-24'), '2026-11-29', false);
    expect(day).toMatchObject({ name: 'day', range: { from: '2026-12-24', to: '2026-12-24' } });
    expect(stepDay('day', '2026-12-31', 1)).toBe('2027-01-01');
    expect(readView(new URLSearchParams('view=week'), '2026-11-29', true).name).toBe('day');
    expect(rangeOf('board', '2026-12-24')).toEqual(rangeOf('month', '2026-12-24'));
  });

  test('may be wrong, or say nothing', () => {
    expect(readView(new URLSearchParams('view=x&day=2026-13-45'), '2026-11-29', false)).toMatchObject({
      name: 'month',
      day: '2026-11-29',
    });
    expect(readView(new URLSearchParams(), '2026-11-29', true).name).toBe('list');
    const odd = readView(new URLSearchParams('view=day&day=2026-02-30&status=foo,held'), '2026-11-29', false);
    expect(odd).toMatchObject({ day: '2026-11-29', status: ['held'] });
  });

  test('turns over the year', () => {
    expect(stepDay('month', '2026-12-31', 1)).toBe('2027-01-01');
    expect(stepDay('month', '2027-01-31', -1)).toBe('2026-12-01');
    expect(stepDay('week', '2026-12-28', 1)).toBe('2027-01-04');
    expect(rangeOf('list', '2027-02-10')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
  });
});
