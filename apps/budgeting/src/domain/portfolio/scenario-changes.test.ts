import { expect, test } from '@jest/globals';
import { scenarioChanges } from './scenario-changes.js';

const candidate = (candidateId: string, startsIn?: string) => ({
  candidateId,
  name: `Project ${candidateId}`,
  ...(startsIn === undefined ? {} : { startsIn }),
});

test('an approved scenario says what begins, stops, moves and stays', () => {
  const inForce = [candidate('A', 'Q1'), candidate('B', 'Q1'), candidate('C', 'Q2'), candidate('D')];
  const next = [candidate('A', 'Q1'), candidate('B', 'Q3'), candidate('D', 'Q2'), candidate('E')];
  const changes = scenarioChanges(next, inForce);
  expect(changes.map(({ candidateId, change }) => `${candidateId} ${change}`)).toEqual([
    'A keep',
    'B move',
    'D begin',
    'C stop',
  ]);
  expect(changes[1]).toMatchObject({ startedIn: 'Q1', startsIn: 'Q3' });
  expect(changes[3]).toEqual({ candidateId: 'C', name: 'Project C', change: 'stop', startedIn: 'Q2' });
});

test('without a scenario in force everything that is done begins', () => {
  expect(scenarioChanges([candidate('A', 'Q1'), candidate('B')], [])).toEqual([
    { ...candidate('A', 'Q1'), change: 'begin' },
  ]);
});
