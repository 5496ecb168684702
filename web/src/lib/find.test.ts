import { expect, test } from 'vitest';
import { find } from './find';

const items = [
  { label: 'Horaires de départ' },
  { label: 'Départs' },
  { label: 'Réglages', also: 'preferences' },
  { label: 'Étapes de l’équipe' },
];
const found = (typed: string) => find(items, typed).map((i) => i.label);

test('accents and capitals need not be typed, and what begins so comes first', () => {
  expect(found('depart')).toEqual(['Départs', 'Horaires de départ']);
  expect(found('EQUIPE')).toEqual(['Étapes de l’équipe']);
});

test('every word must be there, anywhere', () => {
  expect(found('depart hor')).toEqual(['Horaires de départ']);
  expect(found('depart prefer')).toEqual([]);
  expect(found('preferences')).toEqual(['Réglages']);
});

test('nothing typed is everything', () => {
  expect(found('  ')).toHaveLength(4);
});
