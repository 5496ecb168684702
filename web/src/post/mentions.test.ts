import { expect, test } from 'vitest';
import { mentionsIn } from './mentions';

const members = [
  { id: 'a', name: 'Al Petit' },
  { id: 'b', name: 'Alice Roy' },
  { id: 'c', name: 'Alice Blanc' },
  { id: 'd', name: 'Inès Moreau' },
];

test('who is called is who is named, and nobody whose name only begins alike', () => {
  expect(mentionsIn('Merci @Al, et @Inès !', members)).toEqual(['a', 'd']);
  expect(mentionsIn('@Alice Roy, tu relis ?', members)).toEqual(['b']);
  expect(mentionsIn('@Alice, tu relis ?', members)).toEqual(['b', 'c']);
  expect(mentionsIn('@Alicent al@petit.example', members)).toEqual([]);
});
