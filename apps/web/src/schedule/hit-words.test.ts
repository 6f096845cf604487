import { expect, test } from '@jest/globals';
import type { HitGate } from '@meridian/contracts-projects';
import { formatDay } from '../dates/format-day.js';
import { formatMoneyRounded } from '../money/format-money.js';
import { gateSentences, moneySentence } from './hit-words.js';

const gate: HitGate = {
  phaseId: 'build',
  name: 'G2',
  dueOn: '2026-03-18',
  readyBefore: '2026-03-16',
  readyOn: '2026-03-19',
  milestoneName: 'Walls stand',
  isLate: true,
  wasLate: false,
};
const ready = `G2 is ready ${formatDay('2026-03-19')} in place of ${formatDay('2026-03-16')} (“Walls stand”)`;

test('gates that nobody told of are not known, gates that are not hit are none', () => {
  expect(gateSentences(undefined)).toEqual(['not known']);
  expect(gateSentences([])).toEqual(['none']);
});

test('a gate says by how much its day is missed, or that it holds', () => {
  expect(gateSentences([gate])).toEqual([`${ready}; a day after its day, ${formatDay('2026-03-18')}`]);
  const early = { ...gate, dueOn: '2026-03-20', isLate: false };
  expect(gateSentences([early])).toEqual([`${ready}; its day, ${formatDay('2026-03-20')}, holds`]);
  const late = { ...gate, dueOn: '2026-03-12', wasLate: true };
  expect(gateSentences([late])[0]).toContain('7 days after its day');
  expect(gateSentences([late])[0]).toContain('late already');
});

test('a gate without a day has none to miss', () => {
  const { dueOn: _, isLate: __, wasLate: ___, ...open } = gate;
  expect(gateSentences([open])).toEqual([`${ready}; it has no day yet`]);
});

test('money that was not told or is undefined is not known, never nothing', () => {
  const money = { currency: 'EUR', statusDate: '2026-03-02', budgetMinor: '50000000' };
  expect(moneySentence(undefined)).toBe('not known');
  expect(moneySentence(money)).toBe(
    `still to spend: not known, of a budget of ${formatMoneyRounded('50000000', 'EUR')} (${formatDay('2026-03-02')})`,
  );
  expect(moneySentence({ ...money, openMinor: '100', forecastMinor: '200' })).toContain(
    `${formatMoneyRounded('100', 'EUR')}, of a forecast of ${formatMoneyRounded('200', 'EUR')}`,
  );
});
