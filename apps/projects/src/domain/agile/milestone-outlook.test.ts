import { expect, test } from '@jest/globals';
import { milestoneOutlooks } from './milestone-outlook.js';

const week = (items: number) => ({ weekOf: '2026-03-02', items, points: 2 * items });
const opening = { milestoneId: 'm', name: 'Opening', dueOn: '2026-04-10' };
const open = [
  { rank: '00000001', points: 3, milestoneId: null },
  { rank: '00000002', points: 5, milestoneId: 'm' },
  { rank: '00000003', points: null, milestoneId: null },
];
const asked = { milestones: [opening], open, unit: 'items' as const, today: '2026-04-01', seed: 1 };
const steady = [2, 2, 2, 2, 2].map(week);

test('the work that is wanted before a milestone is counted, and what comes after it is not', () => {
  expect(milestoneOutlooks({ ...asked, history: steady })).toEqual([
    {
      ...opening,
      remaining: 1,
      ahead: 1,
      gap: null,
      p50On: '2026-04-08',
      p80On: '2026-04-08',
      p90On: '2026-04-08',
      inTimePercent: 100,
    },
  ]);
  expect(milestoneOutlooks({ ...asked, history: steady, unit: 'points' })).toMatchObject([
    { remaining: 5, ahead: 3, p50On: '2026-04-15', inTimePercent: 0 },
  ]);
});

test('without five weeks, without anything finished or without estimates there is no forecast, and it says why', () => {
  const gaps = (history: readonly number[], other: object = {}) =>
    milestoneOutlooks({ ...asked, history: history.map(week), ...other }).map(({ gap, p50On }) => [
      gap,
      p50On,
    ]);
  expect(gaps([2, 2, 2, 2])).toEqual([['history-too-short', null]]);
  expect(gaps([0, 0, 0, 0, 0])).toEqual([['nothing-finished', null]]);
  const blind = open.map((item) => ({ ...item, points: null }));
  expect(gaps([2, 2, 2, 2, 2], { unit: 'points', open: blind })).toEqual([['not-estimated', null]]);
});

test('a milestone that waits for no open item has no outlook', () => {
  expect(milestoneOutlooks({ ...asked, open: [open[0]!], history: steady })).toEqual([]);
});

test('milestones are told by the days they are due on', () => {
  const milestones = ['2026-06-01', '2026-04-10', '2026-05-01', '2026-05-01'].map((dueOn, at) => ({
    milestoneId: `m-${at}`,
    name: 'Stage',
    dueOn,
  }));
  const needed = milestones.map(({ milestoneId }, at) => ({ rank: `0000000${at}`, points: 1, milestoneId }));
  const outlooks = milestoneOutlooks({ ...asked, milestones, open: needed, history: steady });
  expect(outlooks.map(({ milestoneId }) => milestoneId)).toEqual(['m-1', 'm-2', 'm-3', 'm-0']);
  expect(outlooks.map(({ ahead }) => ahead)).toEqual([1, 2, 3, 0]);
});
