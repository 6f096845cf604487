import { expect, test } from '@jest/globals';
import { calendarFromTable, tableOfCalendar } from './calendar-table.js';
import { compileCalendar } from './compile-calendar.js';
import { momentFromIso } from './moment.js';
import { STANDARD_CALENDAR } from './well-known-calendars.js';

test('a calendar that was sent as a table says the same of every hour', () => {
  const exceptions = [{ from: '2025-04-18', to: '2025-04-21' }];
  const calendar = compileCalendar({ ...STANDARD_CALENDAR, exceptions });
  const table = structuredClone(tableOfCalendar(calendar));
  expect(table.patterns.length).toBeLessThan(8);
  const sent = calendarFromTable(table);
  expect(sent.name).toBe(calendar.name);
  const from = momentFromIso('2025-04-01');
  expect(sent.workBefore(from) - calendar.workBefore(from)).toBe(0);
  for (let moment = from; moment < from + 60 * 1_440; moment += 60) {
    expect(sent.workBefore(moment) - sent.workBefore(from)).toBe(
      calendar.workBefore(moment) - calendar.workBefore(from),
    );
  }
  const last = momentFromIso('2199-12-30T12:00');
  expect(sent.isWorking(last)).toBe(calendar.isWorking(last));
  expect(sent.isWorking(momentFromIso('1900-01-01T08:00'))).toBe(true);
});
