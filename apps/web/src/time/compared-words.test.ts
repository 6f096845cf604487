import { expect, test } from '@jest/globals';
import type { PersonTimeWeek } from '@meridian/contracts-resourcing';
import { gapWords } from './compared-words.js';

const week = (part: Partial<PersonTimeWeek>): PersonTimeWeek =>
  ({
    plannedMinutes: 2_400,
    loggedMinutes: 2_400,
    unloggedMinutes: 0,
    unplannedMinutes: 0,
    ...part,
  }) as PersonTimeWeek;

test('the gap between planned and logged is named before that between held and planned', () => {
  expect(gapWords(week({})).word).toBe('As planned');
  expect(gapWords(week({ unloggedMinutes: 480, unplannedMinutes: 960 })).word).toBe(
    '8 h planned, not logged',
  );
  expect(gapWords(week({ unloggedMinutes: -90 })).word).toBe('1.5 h more than planned');
  expect(gapWords(week({ unplannedMinutes: 960 })).word).toBe('16 h held without work');
});

test('an hour is no gap, and a week with nothing has none', () => {
  expect(gapWords(week({ unloggedMinutes: 60 })).word).toBe('As planned');
  expect(gapWords(week({ plannedMinutes: 0, loggedMinutes: 0 })).word).toBe('Nothing planned');
});
