import { expect, test } from '@jest/globals';
import { labourCostSentence } from './labour-cost-words.js';

const figures = { projectId: 'p', isMasked: true, people: 6, minutes: 60_000 };

test('a masked sum says how it is rounded; an exact one does not', () => {
  const known = { ...figures, currency: 'EUR', amountMinor: '9000000', through: '2026-11-20' };
  expect(labourCostSentence({ ...known, roundedToMinor: '1000000' })).toBe(
    'Approved time cost €90,000 (6 people, 1,000 hours, up to Nov 20, 2026). Rounded to €10,000, so that no rate can be read off it.',
  );
  expect(labourCostSentence({ ...known, isMasked: false, people: 1 })).toBe(
    'Approved time cost €90,000 (1 person, 1,000 hours, up to Nov 20, 2026).',
  );
});

test('where nothing may be shown it says why', () => {
  expect(labourCostSentence(figures)).toMatch(/^Too few people/);
  expect(labourCostSentence({ ...figures, isMasked: false, people: 0, minutes: 0 })).toMatch(/^No time/);
});
