import type { ProjectFile } from '@meridian/contracts-projects';
import { expect, test } from '@jest/globals';
import { dutiesOf, dutyChange } from './duty-draft.js';

const names = new Map([
  ['ada', 'Ada Lovelace'],
  ['grace', 'Grace Hopper'],
]);
const project = { managerPersonId: 'ada', managerName: 'Ada Lovelace' } as ProjectFile;

test('only the duty that goes to another person is sent, with the name', () => {
  const draft = dutiesOf(project);
  expect(draft).toEqual({ manager: 'ada', sponsor: '' });
  expect(dutyChange({ ...draft, sponsor: 'grace' }, project, names)).toEqual({
    sponsorPersonId: 'grace',
    sponsorName: 'Grace Hopper',
  });
  expect(dutyChange({ manager: 'grace', sponsor: 'ada' }, project, names)).toEqual({
    managerPersonId: 'grace',
    managerName: 'Grace Hopper',
    sponsorPersonId: 'ada',
    sponsorName: 'Ada Lovelace',
  });
});

test('nothing is sent when nobody is other, or nobody knows the name', () => {
  expect(dutyChange(dutiesOf(project), project, names)).toBeUndefined();
  expect(dutyChange({ manager: 'zoe', sponsor: '' }, project, names)).toBeUndefined();
});
