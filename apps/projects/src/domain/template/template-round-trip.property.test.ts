import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deriveCalendar, STANDARD_CALENDAR, type CalendarDefinition } from '@meridian/calendar';
import { planOfFile, type TakenPlan } from '../plan/plan-of-file.js';
import { planNetwork, schedulePlan } from '../plan/schedule-plan.js';
import { BLANK_HEADER } from '../plan-file/blank-header.js';
import { BLANK_TASK } from '../plan-file/blank-task.js';
import { calendarsOfDefinitions } from '../plan-export/calendars-of-definitions.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import { planOfTemplate } from './plan-of-template.js';
import type { TemplateContent } from './template-content.js';
import { templateDifferences } from './template-differences.js';
import { templateOfPlan } from './template-of-plan.js';

const RUNS = 200;
const SEED = 20_261_123;
const START = '2026-03-02';

const sixDays = deriveCalendar(STANDARD_CALENDAR, {
  name: 'Six days',
  week: { saturday: [{ from: '08:00', to: '12:00' }] },
  exceptions: [{ name: 'Closed', from: '2026-03-09', to: '2026-03-13' }],
});

const task = fc.record({
  days: fc.integer({ min: 0, max: 12 }),
  isElapsed: fc.boolean(),
  /** Working days after the start, on which it is to begin or to be over at the earliest. */
  bound: fc.option(fc.record({ week: fc.nat(6), day: fc.nat(4), isStart: fc.boolean() }), { nil: null }),
});
const link = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  type: fc.constantFrom('finish-start', 'start-start', 'finish-finish', 'start-finish'),
  lagKind: fc.constantFrom('working', 'elapsed', 'percent'),
  lag: fc.integer({ min: -5, max: 5 }),
});
const plan = fc
  .record({
    tasks: fc.array(task, { minLength: 1, maxLength: 10 }),
    links: fc.array(link, { maxLength: 10 }),
  })
  .map(fileOf);

function fileOf({ tasks, links }: { tasks: readonly Task[]; links: readonly Link[] }): PlanFile {
  return {
    format: 'mspdi',
    header: { ...BLANK_HEADER, name: 'Source', start: `${START}T08:00:00`, currency: 'EUR', calendarUid: 1 },
    calendars: calendarsOfDefinitions({ 1: STANDARD_CALENDAR }).map(({ calendar }) => calendar),
    tasks: tasks.map((of, at) => lineOf(of, at)),
    links: links.flatMap(({ from, to, type, lagKind, lag }) => {
      const [a, b] = [from % tasks.length, to % tasks.length].sort((x, y) => x - y) as [number, number];
      if (a === b) return [];
      const lagPercent = lagKind === 'percent' ? lag * 10 : null;
      const ends = { predecessorUid: a + 1, successorUid: b + 1, type, lagKind };
      return [{ ...ends, lagMinutes: lag * 480, lagPercent, lagUnit: 'day' as const }];
    }),
    resources: [],
    assignments: [],
  };
}

type Task = typeof task extends fc.Arbitrary<infer T> ? T : never;
type Link = typeof link extends fc.Arbitrary<infer L> ? L : never;

function lineOf({ days, isElapsed, bound }: Task, at: number): PlanFile['tasks'][number] {
  const day = bound && new Date(Date.parse(START) + (bound.week * 7 + bound.day) * 86_400_000);
  const on = day?.toISOString().slice(0, 10);
  return {
    ...BLANK_TASK,
    uid: at + 1,
    id: at + 1,
    name: `Task ${at + 1}`,
    wbs: String(at + 1),
    outlineLevel: 1,
    parentUid: null,
    isMilestone: days === 0,
    durationMinutes: days * (isElapsed ? 1440 : 480),
    durationStyle: { unit: 'day', elapsed: isElapsed, estimated: false },
    deadline: on === undefined ? null : `${on}T17:00:00`,
    constraint:
      bound === null
        ? { type: 'as-soon-as-possible', date: null }
        : bound.isStart
          ? { type: 'start-no-earlier-than', date: `${on}T08:00:00` }
          : { type: 'finish-no-earlier-than', date: `${on}T17:00:00` },
  };
}

function adopted(file: PlanFile): { plan: TakenPlan; schedule: ReturnType<typeof schedulePlan> } {
  let made = 0;
  const taken = planOfFile(file, {
    planVersion: 1,
    earlier: [],
    isSameLineage: false,
    newId: () => `task-${++made}`,
    takesMoney: true,
    fallbackStart: `${START}T08:00:00`,
  });
  return { plan: taken, schedule: schedulePlan(planNetwork(taken), taken.tasks) };
}

function templateOf(file: PlanFile): TemplateContent {
  const { plan: taken, schedule } = adopted(file);
  return templateOfPlan({
    plan: {
      ...taken,
      fileGuid: null,
      name: 'Source',
      manager: null,
      currency: 'EUR',
      statusDate: null,
      finish: schedule.finish,
      dates: schedule.dates,
      assignments: [],
    },
    phases: [],
    phaseOfMilestone: new Map(),
    checks: [],
    gates: [],
    roles: new Map(),
  });
}

function fileFrom(template: TemplateContent, start: string, calendar: CalendarDefinition | null): PlanFile {
  return planOfTemplate(template, { name: 'Site', manager: null, currency: 'EUR', from: { start }, calendar })
    .file;
}

function datesOf(file: PlanFile) {
  const { plan: taken, schedule } = adopted(file);
  return taken.tasks.map(({ name, taskId }) => {
    const { start, finish } = schedule.dates.get(taskId)!;
    return [name, start, finish];
  });
}

test('a project from a template that starts on the day of its source has the dates of its source', () => {
  fc.assert(
    fc.property(plan, (file) => {
      expect(datesOf(fileFrom(templateOf(file), START, null))).toEqual(datesOf(file));
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test('wherever and whenever a template is used, the plan is seen to be as the template', () => {
  const calendar = fc.constantFrom(null, sixDays);
  const start = fc
    .nat(400)
    .map((days) => new Date(Date.parse(START) + days * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(plan, start, calendar, (file, on, site) => {
      const template = templateOf(file);
      expect(templateDifferences(template, templateOf(fileFrom(template, on, site)))).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
