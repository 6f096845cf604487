import { addWorkingMinutes, dateOf, nextWorkingStart } from '@meridian/calendar';
import { describe, expect, test } from '@jest/globals';
import { budgetingForecasts } from './budgeting-forecasts.js';
import { accuracyTable, forecastAccuracy } from './forecast-accuracy.js';
import { assignedCost } from './planned-cost.js';
import { CORPUS, hasRealProjects, realProjects } from './real-projects.js';
import { isOver } from './tracked-project.js';

/** Files that state 0 as the planned start of nearly every activity: their scheduler had not run when they were saved. */
const NOT_SCHEDULED_BY_THE_FILE = ['C2015-31', 'C2015-34'];

if (!hasRealProjects()) {
  test(`the real projects are not there (${CORPUS}): forecasts were not compared with what came`, () => {
    expect(hasRealProjects()).toBe(false);
  });
} else {
  const projects = realProjects();
  const histories = budgetingForecasts(projects);

  test('all 18 projects are read, each with its activities, links, reports and end', () => {
    expect(projects.size).toBe(18);
    const count = (of: (project: NonNullable<ReturnType<typeof projects.get>>) => number) =>
      [...projects.values()].reduce((all, project) => all + of(project), 0);
    expect(count(({ activities }) => activities.length)).toBe(596);
    expect(count(({ links }) => links.length)).toBe(642);
    expect(count(({ periods }) => periods.length)).toBe(173);
    expect([...projects.values()].every(isOver)).toBe(true);
  });

  describe.each([...projects])('%s', (name, project) => {
    test('what the file says a resource costs in all, its assignments cost here', () => {
      const hours = new Map(project.activities.map((activity) => [activity.id, activity.hours]));
      const costs = project.resources.map((resource) =>
        project.assignments
          .filter(({ resourceId }) => resourceId === resource.id)
          .reduce((all, one) => all + assignedCost(resource, one, hours.get(one.activityId) ?? 0), 0),
      );
      // The file keeps single precision: seven digits.
      costs.forEach((cost, index) =>
        expect(cost / (project.resources[index]?.statedCost || 1)).toBeCloseTo(cost === 0 ? 0 : 1, 6),
      );
    });

    test('an activity starts as many working hours after the project as the scheduler of the file counted', () => {
      const { activities, calendar } = project;
      const first = Math.min(...activities.map(({ start }) => start));
      const other = activities.filter(
        ({ hours, start, startHours }) =>
          hours > 0 &&
          nextWorkingStart(calendar, addWorkingMinutes(calendar, first, startHours * 60)) !== start,
      );
      const isKept = !NOT_SCHEDULED_BY_THE_FILE.includes(name);
      expect(other.map(({ id }) => id)).toHaveLength(isKept ? 0 : activities.length - 1);
    });

    test('earned value ends at the budget, and no figure is earned before it is there', () => {
      const { statuses } = histories.find((history) => history.name === name) ?? { statuses: [] };
      expect(statuses).toHaveLength(project.periods.length);
      const last = statuses.at(-1)?.figures;
      expect(last?.evMinor).toBe(last?.bacMinor);
      for (const { figures } of statuses)
        expect(BigInt(figures.evMinor)).toBeLessThanOrEqual(BigInt(figures.bacMinor));
    });
  });

  test('Office Finishing Works (4), by hand: its first report and its end', () => {
    const { endedAfterDays, statuses } = histories.find(({ name }) => name === 'C2013-16') ?? {
      statuses: [],
    };
    // 128.34 x 128 h + 424.54 x 480 h + 1.07 x 728 h + 40.65 x 536 h + 7.71 x 704 h + 2 x 1.
    expect(statuses[0]?.figures.bacMinor).toBe('24820392');
    // Planned from 2 May 2011 for 196 working days; over on Friday, 28 October 2011, the 130th.
    expect([statuses[0]?.plannedDuration, endedAfterDays]).toEqual([196, 130]);
    const first = statuses[0];
    expect(first?.statusDate).toBe('2011-06-30');
    // 0.625 x 16,427.52 + 1/6 x 203,779.20 + 0.241758 x 778.96 + 0.044776 x 21,788.40 + 0.25 x 5,427.84.
    expect(first?.figures.evMinor).toBe('4675128');
    // What the actual hours cost at the planned rates, and the deviations reported: 4,155.00 + 51,542.00 + 198.00 + 4,903.00 + 1,513.00.
    expect(first?.figures.acMinor).toBe('6231100');
  });

  test('the network forecast from the data date is nearer to the real end than earned schedule, which is nearer than the plan', () => {
    const rows = forecastAccuracy(projects, histories);
    const mean = (of: string, method: string): number =>
      rows.find((row) => row.of === of && row.method === method)?.meanPercent ?? Number.NaN;
    const network = mean('duration', 'network, planned starts kept');
    expect(network).toBeLessThan(10);
    expect(network).toBeLessThan(0.8 * mean('duration', 'earned-schedule-1'));
    expect(mean('duration', 'earned-schedule-1')).toBeLessThan(mean('duration', 'earned-duration-1'));
    expect(mean('duration', 'earned-schedule-1')).toBeLessThan(mean('duration', 'plan kept'));
    expect(mean('cost', 'planned-rate')).toBeLessThan(mean('cost', 'budget kept'));
    expect(accuracyTable(rows).split('\n')).toHaveLength(rows.length + 2);
  });

  test('a status date is a working day of the project', () => {
    for (const [name, project] of projects) {
      const { statuses } = histories.find((history) => history.name === name) ?? { statuses: [] };
      statuses.forEach(({ statusDate }, index) =>
        expect(statusDate <= dateOf(project.periods[index]?.endsAt ?? 0)).toBe(true),
      );
    }
  });
}
