import { expect, test } from '@jest/globals';
import { attentionDetail, attentionTitle } from './attention-words.js';

const line = { title: 'Gate misses evidence', detail: '', projectName: 'Helix', since: '2026-11-23' };
const words = (detail: string, dueOn?: string): string =>
  attentionDetail({ ...line, detail, dueOn }, '2026-11-23', 'en-GB');

test('the day a line is due stands once, in words', () => {
  expect(words('Due 2026-11-25. The checks are open.', '2026-11-25')).toBe(
    'Helix · due in 2 days · The checks are open',
  );
  expect(words('Change request, due 2026-11-25.', '2026-11-25')).toBe(
    'Helix · due in 2 days · Change request',
  );
  expect(words('Since 2026-11-23. Decide on an action.')).toBe('Helix · since today · Decide on an action');
});

test('other days in a sentence are written as people write them', () => {
  expect(words('Forecast 2027-01-15, baseline 2026-12-30.', '2027-01-15')).toBe(
    'Helix · due 15 Jan 2027 · Forecast 15 Jan 2027, baseline 30 Dec 2026',
  );
  expect(attentionTitle({ title: 'Booked at 200 % from 2026-11-23' }, 'en-GB')).toBe(
    'Booked at 200 % from 23 Nov 2026',
  );
});
