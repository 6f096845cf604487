import { expect, test } from '@jest/globals';
import { indexReadings } from './index-words.js';

const money = {
  cpi: '0.877193',
  spi: '0.930000',
  tcpi: '1.071000',
  eacMinor: '387600000',
  vacMinor: '-47600000',
  evMinor: '100',
  pvMinor: '100',
  actualMinor: '114',
  statusDate: '2026-11-23',
  flags: [],
};
const sentences = (more: object): string[] =>
  indexReadings({ ...money, ...more }, 'EUR', 'en-GB').map(({ sentence }) => sentence);

test('indices below one are told as money and work, not as letters', () => {
  expect(sentences({})).toEqual([
    'For every 100 spent, work worth 88 was done: the work costs 14% more than planned.',
    'Of every 100 of work planned to be done by 23 Nov 2026, 93 is done: the work is behind.',
    'If the rest goes as the work so far: the project ends €476,000 over budget.',
    'To end on budget, every 100 still to be spent has to bring work worth 107; so far it was 88.',
  ]);
});

test('what reads 1.00 is on plan, and above it is ahead', () => {
  const [cost, schedule] = indexReadings({ ...money, cpi: '0.9996', spi: '1.12' }, 'EUR', 'en-GB');
  expect(cost).toMatchObject({ value: '1.00', isBehind: false });
  expect(cost?.sentence).toContain('the work costs what was planned');
  expect(schedule?.sentence).toContain('112 is done: the work is ahead');
});

test('cost without any work done is said as it is', () => {
  expect(sentences({ cpi: '0.000000' })[0]).toBe('Money was spent, but no work is reported as done.');
});

test('an index that cannot be stated says why and what brings it', () => {
  const none = { cpi: undefined, spi: undefined, tcpi: undefined, actualMinor: '0', pvMinor: '0' };
  expect(sentences(none)).toEqual([
    'Not available: nothing was spent by 23 Nov 2026. It is there with the first cost that is posted.',
    'Not available: no work was planned to be done by 23 Nov 2026. It is there when the first task should have begun.',
    'Until there is cost to learn from, it is the budget or what is spent and ordered: the project ends €476,000 over budget.',
    'Not available: no index keeps the budget: it is used up, or all work is done.',
  ]);
  expect(sentences({ ...none, flags: ['no-plan'] })[0]).toBe(
    'Not available: there is no plan yet whose work could be earned. Import one.',
  );
});
