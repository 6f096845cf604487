import { expect, test } from '@jest/globals';
import { placeOfCursor, recordOfCursor } from './cursor.js';

test('a list by place begins where its last page ended, and at the beginning without a cursor', () => {
  expect(placeOfCursor('0')).toBe(0);
  expect(placeOfCursor('200')).toBe(200);
  expect(placeOfCursor(undefined)).toBeUndefined();
});

test.each(['', 'abc', '-1', '1.5', '1e3', ' 7', '007', '9999999999', 'NaN', '0x10'])(
  'a made-up place "%s" is refused and named',
  (cursor) => expect(() => placeOfCursor(cursor)).toThrow(/^cursor is ".*", which no page of this list gave/),
);

test('a list by record takes an id', () => {
  const id = '7e000000-0000-4000-8000-000000000001';
  expect(recordOfCursor(id)).toBe(id);
  expect(recordOfCursor(undefined)).toBeUndefined();
});

test.each(['', 'abc', '1', "'; DROP TABLE person; --", '7e000000-0000-4000-8000-00000000000'])(
  'a made-up record "%s" is refused and named',
  (cursor) =>
    expect(() => recordOfCursor(cursor)).toThrow(/^cursor is ".*", which no page of this list gave/),
);
