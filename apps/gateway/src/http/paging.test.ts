import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from './problem.js';
import { readCursor, toPage, writeCursor } from './paging.js';

test('a cursor gives back the place it was written for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.maxSafeInteger(), (name, id) => {
      const cursor = writeCursor('projects', [name, id]);
      expect(readCursor(cursor, 'projects', ['string', 'number'])).toEqual([name, id]);
    }),
  );
});

test('anything else is refused, and never crashes', () => {
  const refused = (cursor: string) =>
    expect(() => readCursor(cursor, 'projects', ['string'])).toThrow(Problem);
  refused(writeCursor('people', ['a']));
  refused(writeCursor('projects', [1]));
  refused(writeCursor('projects', ['a', 'b']));
  refused(`${writeCursor('projects', ['a'])}A`);
  refused('');
  refused(Buffer.from('{"0":"projects"}').toString('base64url'));
  fc.assert(fc.property(fc.string(), (text) => refused(text)));
  fc.assert(fc.property(fc.base64String(), (text) => refused(text)));
});

test('one row more than asked for means that there is a next page', () => {
  expect(toPage([1, 2, 3], 2, String)).toEqual({ items: [1, 2], nextCursor: '2' });
  expect(toPage([1, 2], 2, String)).toEqual({ items: [1, 2] });
});
