import { expect, test } from '@jest/globals';
import type { EarnedValueMethodSetV2 } from '@meridian/contracts-budgeting';
import { earningBody, earningDraft } from './earning-draft.js';
import { inForce, recordedWords } from './earning-words.js';

const set = (more: Partial<EarnedValueMethodSetV2>): EarnedValueMethodSetV2 => ({
  wbs: '1',
  version: 1,
  method: 'percent-complete',
  reason: 'Agreed',
  setBy: 'Jon',
  setAt: '2026-03-31T08:00:00.000Z',
  ...more,
});

const milestones = [
  { name: 'Designed', weight: '20', reachedOn: '2026-02-10' },
  { name: 'Built', weight: '30.5' },
];

test('what was recorded of a part is told in its own words', () => {
  expect(recordedWords(set({}))).toBe('');
  expect(recordedWords(set({ method: 'weighted-milestones', milestones }))).toBe('1 of 2 reached, 39.6 %');
  const counted = { quantityDone: '35', quantityPlanned: '100' };
  expect(recordedWords(set({ method: 'physical', ...counted, unit: 'm³' }))).toBe('35 of 100 m³');
  expect(recordedWords(set({ method: 'agile-points', ...counted }))).toBe('35 of 100 points');
  expect(recordedWords(set({ method: 'apportioned', baseWbs: '1.2' }))).toBe('WBS 1.2');
});

test('of each part the latest setting counts, in the order of the plan', () => {
  const methods = [
    set({ wbs: '1.10' }),
    set({ wbs: '1.2', version: 2 }),
    set({ wbs: '1.2' }),
    set({ wbs: '1' }),
  ];
  expect(inForce(methods).map(({ wbs, version }) => [wbs, version])).toEqual([
    ['1', 1],
    ['1.2', 2],
    ['1.10', 1],
  ]);
});

test('a draft goes on from what is set, and asks for what its method needs and nothing else', () => {
  const known = set({ method: 'weighted-milestones', milestones });
  const draft = { ...earningDraft(known, '2026-03-31'), reason: ' Seen on site ' };
  expect(earningBody(draft)).toEqual({
    wbs: '1',
    method: 'weighted-milestones',
    milestones,
    asOf: '2026-03-31',
    reason: 'Seen on site',
  });
  expect(earningBody({ ...draft, method: 'level-of-effort' })).toEqual({
    wbs: '1',
    method: 'level-of-effort',
    reason: 'Seen on site',
  });
  expect(earningBody({ ...draft, method: 'physical', quantityDone: '1', quantityPlanned: '2' })).toEqual({
    wbs: '1',
    method: 'physical',
    quantityDone: '1',
    quantityPlanned: '2',
    asOf: '2026-03-31',
    reason: 'Seen on site',
  });
  expect(earningBody({ ...draft, method: 'apportioned', baseWbs: '1.2' })).toMatchObject({ baseWbs: '1.2' });
});
