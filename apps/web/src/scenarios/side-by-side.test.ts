import { expect, test } from '@jest/globals';
import type { ScenarioFigures } from '@meridian/contracts-budgeting';
import { nextBestWords, proofWords, sensitivityWords } from './scenario-words.js';
import { candidateRows, limitRows } from './side-by-side.js';

const one = {
  value: '5000',
  currency: 'EUR',
  periods: ['Q1', 'Q2'],
  choices: [
    { candidateId: 'A', name: 'Bridge', isDone: true, start: 0, costMinor: '1' },
    { candidateId: 'B', name: 'Tunnel', isDone: false, costMinor: '1' },
  ],
  limits: [
    { role: 'Developer', period: 0, available: '0', used: '0', pricePerUnit: 0 },
    { period: 0, available: '400', used: '300', pricePerUnit: 1.4 },
  ],
  nextBest: { proof: 'optimal', value: '4000', added: ['B'], left: ['A'] },
} as unknown as ScenarioFigures;
const other = {
  ...one,
  choices: [
    { candidateId: 'A', name: 'Bridge', isDone: true, start: 1, costMinor: '1' },
    { candidateId: 'C', name: 'Ferry', isDone: true, start: 0, costMinor: '1' },
  ],
  limits: [{ period: 1, available: '400', used: '400', pricePerUnit: 0 }],
} as unknown as ScenarioFigures;

test('projects stand side by side with their starts, and what differs is known', () => {
  expect(candidateRows([one, other]).map((row) => [row.candidateId, row.startsIn, row.differs])).toEqual([
    ['A', ['Q1', 'Q2'], true],
    ['B', [null, undefined], true],
    ['C', [undefined, 'Q1'], true],
  ]);
  expect(candidateRows([one, one]).some(({ differs }) => differs)).toBe(false);
});

test('the budget comes before the roles, and a limit of nothing is used to nought per cent', () => {
  const rows = limitRows([one, other]);
  expect(rows.map(({ role, period }) => `${role ?? 'budget'} ${period}`)).toEqual([
    'budget Q1',
    'budget Q2',
    'Developer Q1',
  ]);
  expect(rows[0]?.uses).toEqual([
    { used: '300', available: '400', percent: 75, pricePerUnit: 1.4 },
    undefined,
  ]);
  expect(rows[2]?.uses[0]?.percent).toBe(0);
});

test('a proof and the next best are told in words', () => {
  expect(proofWords({ proof: 'optimal', gapPercent: 0 })).toBe('Proven: no selection is worth more');
  expect(proofWords({ proof: 'best-found', gapPercent: 2.5 })).toMatch(/^Time was over: up to 2[.,]5\s?%/);
  expect(nextBestWords(one)).toMatch(/10[.,]00.* less: without A, with B$/);
  expect(nextBestWords({ ...one, nextBest: undefined } as ScenarioFigures)).toBe('was not asked for');
});

test('how firm a choice is says each side that was found, and when it is not proven', () => {
  const said = (part: object) =>
    sensitivityWords({ candidateId: 'A', isProven: true, ...part }, { currency: 'EUR' });
  expect(said({ valueLoss: '1200', costRisePercent: 5 })).toMatch(
    /^A: stays while it is worth less by under .*12.*; fits at up to 5 % more cost$/,
  );
  expect(said({ valueGain: '400', costFallPercent: 19, isProven: false })).toMatch(
    /others are chosen when it costs 20 % less \(not proven\)$/,
  );
  expect(said({})).toBe('A: no change of it alone was found to matter');
});
