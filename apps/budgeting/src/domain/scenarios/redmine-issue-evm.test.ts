import { expect, test } from '@jest/globals';
import { plannedValueOn } from '../plan/planned-value.js';
import { projectValue } from '../earned-value/task-value.js';
import type { BudgetedTask } from '../earned-value/task-value.js';
import { elapsedDays, workCalendar } from '../plan/working-days.js';

// Source: README of the Redmine plug-in redmine_issue_evm. Budgets are hours there; here 1 hour is 100 units.
test('EVM-5: three days of eight hours, earned when the issue is closed', () => {
  // 1 and 2 August 2015 are a week-end, which the example works through.
  const calendar = workCalendar({ weekdays: [1, 2, 3, 4, 5, 6, 7] });
  const logged: Readonly<Record<string, bigint>> = {
    '2015-08-01': 10_00n,
    '2015-08-02': 16_00n,
    '2015-08-03': 24_00n,
  };
  const issue: Omit<BudgetedTask, 'actualMinor'> = {
    taskId: 'issue',
    budgetMinor: 24_00n,
    baselineStart: '2015-08-01',
    baselineFinish: '2015-08-03',
    actualStart: '2015-08-01',
    actualFinish: '2015-08-03',
    method: { kind: 'zero-hundred' },
  };
  const rows = Object.entries(logged).map(([statusDate, actualMinor]) => {
    const { figures } = projectValue([{ ...issue, actualMinor }], { statusDate, calendar });
    return [figures.pvMinor, figures.acMinor, figures.evMinor].map((units) => units / 100n);
  });
  expect(rows).toEqual([
    [8n, 10n, 0n],
    [16n, 16n, 0n],
    [24n, 24n, 24n],
  ]);
});

const golden = workCalendar({ holidays: ['2017-05-03', '2017-05-04', '2017-05-05'] });

test.each([
  ['2017-05-01', '2017-05-08', 12n, 3, 4n],
  ['2017-05-01', '2017-05-07', 10n, 2, 5n],
  ['2017-05-03', '2017-05-07', 20n, 5, 4n],
])('EVM-6: %s to %s, %s hours: %i days count, %s hours each', (start, finish, hours, days, perDay) => {
  expect(elapsedDays(golden, { start, finish }, finish).total).toBe(days);
  const task = { budgetMinor: hours, baselineStart: start, baselineFinish: finish };
  expect(plannedValueOn([task], start, golden)).toBe(perDay);
  expect(plannedValueOn([task], finish, golden)).toBe(hours);
});
