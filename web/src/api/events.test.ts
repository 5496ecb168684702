import { expect, test } from 'vitest';
import { readEvents, type Told } from './events';

test('events are read whole, however the stream is cut', () => {
  const stream =
    ': parution\nretry: 3000\n\nid: 10\nevent: post.submitted\ndata: {"calendar":"cal_1","subject":"post_1","post":"post_1"}\n\n: still here\n\nid: 11\nevent: pause.made\ndata: {"calendar":"","subject":"pau_1"}\n\n';
  for (const size of [1, 7, 64, stream.length]) {
    const told: Told[] = [];
    let rest = '';
    for (let i = 0; i < stream.length; i += size)
      rest = readEvents(rest + stream.slice(i, i + size), (e) => told.push(e));
    expect(told.map((e) => [e.id, e.event, e.data.subject])).toEqual([
      ['10', 'post.submitted', 'post_1'],
      ['11', 'pause.made', 'pau_1'],
    ]);
    expect(rest).toBe('');
  }
});
