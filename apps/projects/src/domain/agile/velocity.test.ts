import { expect, test } from '@jest/globals';
import { velocity } from './velocity.js';

const sprint = (donePoints: number) => ({ committedPoints: 20, donePoints });

test('velocity is mean and range of the last three closed sprints', () => {
  expect(velocity([sprint(99), sprint(18), sprint(20), sprint(25)])).toEqual({
    sprintCount: 3,
    meanPoints: 21,
    lowPoints: 18,
    highPoints: 25,
  });
});

test('with fewer sprints it is that of those, and before the first there is none', () => {
  expect(velocity([sprint(18), sprint(21)])).toMatchObject({ sprintCount: 2, meanPoints: 19.5 });
  expect(velocity([])).toBeNull();
});
