import { expect, test } from '@jest/globals';
import { blankEntry, entryBody } from './entry-draft.js';

const owners = [{ personId: 'ada', name: 'Ada' }];
const typed = { ...blankEntry(), title: ' Late crane ', probability: '30', cost: '1 250.5', days: '4' };

test('what is typed becomes an entry of the first person offered, amounts in minor units', () => {
  expect(entryBody(typed, owners, 'EUR')).toEqual({
    kind: 'risk',
    title: 'Late crane',
    ownerPersonId: 'ada',
    ownerName: 'Ada',
    inherent: { probabilityPercent: 30, impactMinor: '125050', impactDays: 4 },
    hits: [],
  });
});

test('an issue is certain, and a task is delayed by working minutes', () => {
  const hit = { taskId: 'dig', low: '0.5', likely: '1', high: '3' };
  expect(entryBody({ ...typed, kind: 'issue', ...hit }, owners, 'EUR')).toMatchObject({
    inherent: { probabilityPercent: 100 },
    hits: [{ taskId: 'dig', lowMinutes: 240, likelyMinutes: 480, highMinutes: 1440 }],
  });
});

test('an opportunity is a risk with a good effect', () => {
  expect(entryBody({ ...typed, kind: 'opportunity' }, owners, 'EUR')).toMatchObject({
    kind: 'risk',
    effect: 'opportunity',
    inherent: { probabilityPercent: 30, impactMinor: '125050', impactDays: 4 },
  });
});

test('nothing is sent without a title, an owner or an amount', () => {
  expect(entryBody({ ...typed, title: ' ' }, owners, 'EUR')).toBeUndefined();
  expect(entryBody({ ...typed, cost: 'much' }, owners, 'EUR')).toBeUndefined();
  expect(entryBody(typed, [], 'EUR')).toBeUndefined();
});
