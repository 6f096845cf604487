import { describe, expect, test } from '@jest/globals';
import type { SkillMatrixCell } from '@meridian/contracts-resourcing';
import { lastingState, levelWord, skillGroups } from './skill-words.js';

describe('how long a skill counts', () => {
  test('is flagged before its end and after it', () => {
    const on = (state: 'valid' | 'expiring' | 'expired', validUntil?: string) =>
      lastingState({ state, validUntil }, '2026-11-23');
    expect(on('valid')).toEqual({ state: 'on-track', word: 'Counts' });
    expect(on('expiring', '2026-11-30')).toEqual({ state: 'at-risk', word: 'Ends in 7 days' });
    expect(on('expired', '2026-11-22')).toEqual({ state: 'off-track', word: 'Expired yesterday' });
  });
});

test('a level without a word of its own is a number', () => {
  expect([levelWord(3), levelWord(9)]).toEqual(['alone', '9']);
});

test('the search looks at skill, person and unit, and groups by skill in the order given', () => {
  const cell = (skill: string, personName: string) =>
    ({ skill, personName, orgUnit: 'IT' }) as SkillMatrixCell;
  const cells = [cell('GAMP 5', 'Tom'), cell('SAP', 'Ines'), cell('GAMP 5', 'Ole')];
  expect(skillGroups(cells, 'gamp').map((group) => [group.skill, group.cells.length])).toEqual([
    ['GAMP 5', 2],
  ]);
  expect(skillGroups(cells, ' ines ')).toHaveLength(1);
  expect(skillGroups(cells, 'it').map(({ skill }) => skill)).toEqual(['GAMP 5', 'SAP']);
  expect(skillGroups(cells, 'welding')).toEqual([]);
});
