import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { repeatedField } from './repeated-field.js';

const found = (text: string) => repeatedField(text, JSON.parse(text));

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{ "a" : 1, "b": {"x": [{"y":1,"y":1}]} }', 'y'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['{"one \\" two":1,"one \\" two":2}', 'one " two'],
])('%s gives %s twice', (text, name) => expect(found(text)).toBe(name));

test.each([
  '{"a":{"a":1}}',
  '[{"a":1},{"a":1}]',
  '{"a":"b","b":"a"}',
  ' {"a": "a:", "b": "{\\"a\\":1}" } ',
  'null',
  '1.0',
])('%s gives no field twice', (text) => expect(found(text)).toBeUndefined());

test('whatever is written as JSON gives no field twice, with blanks or without', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      expect(found(JSON.stringify(value, null, indent))).toBeUndefined();
    }),
  );
});
