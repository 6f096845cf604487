import { expect, test } from '@jest/globals';
import { stepPath } from './step-path.js';

test('a forecast holds until it is said anew', () => {
  const said = [
    { x: 1, y: 5 },
    { x: 4, y: 5 },
    { x: 9, y: 2 },
  ];
  expect(stepPath(said)).toBe('M1,5H4V5H9V2');
  expect(stepPath([])).toBe('');
});
