import { expect, test } from '@jest/globals';
import { earningRecord } from './earning-record.js';
import type { EarningAsked } from './earning-record.js';

const TODAY = '2026-03-31';
const milestones = [{ name: 'Built', weight: '1', reachedOn: '2026-03-10' }];

test.each<[EarningAsked, object]>([
  [
    { method: 'fifty-fifty', asOf: '2026-03-01' },
    { parameters: undefined, asOf: undefined },
  ],
  [
    { method: 'weighted-milestones', milestones },
    { parameters: { milestones }, asOf: TODAY },
  ],
  [
    { method: 'physical', quantityDone: '35', quantityPlanned: '100', unit: 'm³', asOf: '2026-03-30' },
    { parameters: { quantityDone: '35', quantityPlanned: '100', unit: 'm³' }, asOf: '2026-03-30' },
  ],
  [
    { method: 'apportioned', baseWbs: '1.2' },
    { parameters: { baseWbs: '1.2' }, asOf: undefined },
  ],
])('%j is kept', (asked, kept) => {
  expect(earningRecord(asked, TODAY)).toEqual(kept);
});

test.each<[EarningAsked, string]>([
  [{ method: 'physical', quantityDone: '1' }, 'physical needs quantityPlanned'],
  [{ method: 'weighted-milestones' }, 'weighted-milestones needs milestones'],
  [{ method: 'apportioned' }, 'apportioned needs baseWbs'],
  [{ method: 'level-of-effort', unit: 'h' }, 'level-of-effort takes no unit'],
  [{ method: 'weighted-milestones', milestones, asOf: '2026-04-01' }, 'today is 2026-03-31'],
  [
    { method: 'weighted-milestones', milestones, asOf: '2026-03-09' },
    'Built is said to be reached on 2026-03-10',
  ],
])('%j is refused', (asked, sentence) => {
  expect(() => earningRecord(asked, TODAY)).toThrow(sentence);
});
