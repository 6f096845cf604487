import { expect, test } from '@jest/globals';
import { compileCalendar, momentFromIso, STANDARD_CALENDAR, workingMinutesOn } from '@meridian/calendar';
import type { CalendarDefinition, Weekday } from '@meridian/calendar';
import fc from 'fast-check';
import { planOfFile } from '../plan/plan-of-file.js';
import { planNetwork, schedulePlan } from '../plan/schedule-plan.js';
import type { StoredLink, StoredPlan, StoredTask } from '../plan/stored-plan.js';
import { exportPlan } from '../plan-export/export-plan.js';
import { planFileOfPlan } from '../plan-export/plan-file-of-plan.js';
import { readPlanFile } from '../plan-file/read-plan-file.js';
import { occurrenceDays } from './occurrence-days.js';
import { newLine } from './recurring-lines.js';
import { withRecurring } from './recurring-in-plan.js';
import type { RecurringTask } from './recurring-task.js';

const WEEKDAYS: readonly Weekday[] = ['sunday', 'monday', 'wednesday', 'friday', 'saturday'];
const BEGIN = Date.UTC(2026, 2, 2);
const dayAt = (offset: number): string => new Date(BEGIN + offset * 86_400_000).toISOString().slice(0, 10);
const offset = fc.integer({ min: 0, max: 60 });

/** A standard week with closures of some days. */
const calendars = fc
  .array(fc.tuple(offset, fc.integer({ min: 0, max: 9 })), { maxLength: 3 })
  .map((closures): CalendarDefinition => {
    const exceptions = closures.map(([from, days]) => ({
      from: dayAt(from),
      to: dayAt(from + days),
      shifts: [],
    }));
    return { ...STANDARD_CALENDAR, exceptions };
  });

const ends = fc.oneof(
  fc.record({ occurrences: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ until: fc.integer({ min: 100, max: 130 }).map(dayAt) }),
);
const rules = fc.oneof(
  fc.record({ every: fc.constant('day' as const), interval: fc.integer({ min: 1, max: 10 }) }),
  fc.record({
    every: fc.constant('week' as const),
    interval: fc.integer({ min: 1, max: 3 }),
    weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ every: fc.constant('month' as const), dayOfMonth: fc.integer({ min: 1, max: 31 }) }),
);
const recurring = fc
  .tuple(rules, offset, ends, fc.constantFrom('08:00', '09:30', '16:00'), fc.constantFrom(0, 60, 480, 1500))
  .map(([rule, from, end, startsAt, durationMinutes]): RecurringTask => ({
    taskId: 'meeting',
    name: 'Meeting',
    parentTaskId: null,
    pattern: { ...rule, ...end, from: dayAt(from) },
    startsAt,
    durationMinutes,
    onFreeDay: 'move',
    calendarKey: null,
  }));
const plain = fc.array(
  fc.record({ minutes: fc.constantFrom(0, 240, 480, 2400), after: fc.option(fc.nat(), { nil: null }) }),
  { minLength: 1, maxLength: 6 },
);

interface Drawn {
  readonly calendar: CalendarDefinition;
  readonly wanted: RecurringTask;
  readonly plain: readonly { readonly minutes: number; readonly after: number | null }[];
}

function counter(): () => string {
  let count = 0;
  return () => `id-${(count += 1)}`;
}

/** Some tasks in chains, a recurring task, and links from its first occurrence on. */
function planWith({ calendar, wanted, plain: drawn }: Drawn): { plan: StoredPlan; days: readonly string[] } {
  const newId = counter();
  let uid = 0;
  const others = drawn.map(({ minutes }): StoredTask => ({
    ...newLine(newId, () => (uid += 1), { planVersion: 1 }),
    name: `Task ${uid}`,
    wbs: String(uid),
    isRecurring: false,
    isMilestone: minutes === 0,
    durationMinutes: minutes,
  }));
  const days = occurrenceDays(wanted, compileCalendar(calendar));
  const { tasks } = withRecurring(others, wanted, { days, planVersion: 1, newId });
  const first = tasks.find(({ parentTaskId }) => parentTaskId === 'meeting')!;
  const link = (fromTaskId: string, toTaskId: string): StoredLink => ({
    fromTaskId,
    toTaskId,
    kind: 'FS',
    lagKind: 'working',
    lagMinutes: 0,
    lagPercent: null,
  });
  const links = drawn.flatMap(({ after }, index) => {
    if (after === null) return [];
    const at = after % (index + 1);
    return [link(at === index ? first.taskId : others[at]!.taskId, others[index]!.taskId)];
  });
  const settings = {
    projectStart: '2026-03-02T08:00:00',
    projectFinish: null,
    calendarKey: '1',
    honour: 'constraint' as const,
    multipleCriticalPaths: false,
    criticalFloatMinutes: 0,
  };
  return { plan: { settings, calendars: { 1: calendar }, tasks, links }, days };
}

const drawn = fc.record({ calendar: calendars, wanted: recurring, plain });

test('occurrences stand on working days, as often as their pattern says, and no link of the plan is broken', () => {
  fc.assert(
    fc.property(drawn, (of) => {
      const { plan, days } = planWith(of);
      const calendar = compileCalendar(of.calendar);
      const { dates } = schedulePlan(planNetwork(plan), plan.tasks);
      const below = plan.tasks.filter(({ parentTaskId }) => parentTaskId === 'meeting');
      expect(below.map(({ constraintAt }) => constraintAt)).toEqual(
        days.map((day) => `${day}T${of.wanted.startsAt}:00`),
      );
      expect(days).toEqual([...new Set(days)].sort());
      const { occurrences } = of.wanted.pattern;
      if (occurrences !== undefined) expect(days.length).toBeLessThanOrEqual(occurrences);
      for (const day of days) expect(workingMinutesOn(calendar, day)).toBeGreaterThan(0);
      for (const { taskId, constraintAt } of below)
        expect(dates.get(taskId)!.start >= constraintAt!).toBe(true);
      const work = (moment: string) => calendar.workBefore(momentFromIso(moment));
      for (const { fromTaskId, toTaskId } of plan.links)
        expect(work(dates.get(toTaskId)!.start)).toBeGreaterThanOrEqual(work(dates.get(fromTaskId)!.finish));
      const spans = below.map(({ taskId }) => dates.get(taskId)!);
      expect(dates.get('meeting')!.start).toBe(spans.map(({ start }) => start).sort()[0]);
      expect(dates.get('meeting')!.finish).toBe(
        spans
          .map(({ finish }) => finish)
          .sort()
          .at(-1),
      );
    }),
    { numRuns: 150 },
  );
});

test('a plan with a recurring task that went out and came in again has the same tasks on the same dates', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom('mspdi' as const, 'pmxml' as const), (of, format) => {
      const { plan } = planWith(of);
      const { dates, finish } = schedulePlan(planNetwork(plan), plan.tasks);
      const names = { fileGuid: null, name: 'Plan', manager: null, currency: 'EUR', statusDate: null };
      const { content } = exportPlan(
        planFileOfPlan({ ...names, ...plan, finish, dates, assignments: [] }),
        format,
      );
      const again = planOfFile(readPlanFile(Buffer.from(content), 'plan.xml').plan, {
        planVersion: 2,
        earlier: [],
        isSameLineage: false,
        newId: counter(),
        takesMoney: true,
        fallbackStart: '2026-03-02T08:00:00',
      });
      const computed = schedulePlan(planNetwork(again), again.tasks);
      const lines = (tasks: readonly StoredTask[], of_: typeof dates) =>
        tasks
          .filter(({ isSummary }) => !isSummary)
          .map(({ taskId, name }) => `${name} ${of_.get(taskId)!.start} ${of_.get(taskId)!.finish}`)
          .sort();
      expect(lines(again.tasks, computed.dates)).toEqual(lines(plan.tasks, dates));
      if (format === 'mspdi')
        expect(again.tasks.map(({ isRecurring }) => isRecurring)).toEqual(
          plan.tasks.map(({ isRecurring }) => isRecurring),
        );
    }),
    { numRuns: 100 },
  );
});
