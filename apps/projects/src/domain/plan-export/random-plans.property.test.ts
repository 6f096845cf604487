import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BLANK_HEADER } from '../plan-file/blank-header.js';
import { BLANK_ASSIGNMENT, BLANK_RESOURCE } from '../plan-file/blank-people.js';
import { BLANK_TASK } from '../plan-file/blank-task.js';
import { settleOutline } from '../plan-file/outline.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { PlanLink } from '../plan-file/plan-link.js';
import type { PlanTask } from '../plan-file/plan-task.js';
import { readPlanFile } from '../plan-file/read-plan-file.js';
import { exportPlan } from './export-plan.js';
import { planLosses } from './plan-losses.js';

const RUNS = 25;
const LONG = 300_000;

/** Names with everything that means something in XML, CSV or a list, and in other alphabets. */
const text = fc
  .string({ unit: fc.constantFrom(...'abZé中🚀 <>&"\';,=+-@[]\\%#0123\t'), minLength: 1, maxLength: 20 })
  .map((raw) => raw.replace(/\t/g, ' ').trim())
  .filter((name) => name !== '');
const moment = fc
  .integer({ min: 0, max: 5_000_000 })
  .map((minutes) => new Date(Date.UTC(2020, 0, 1) + minutes * 60_000).toISOString().slice(0, 19));
const day = moment.map((at) => at.slice(0, 10));
const minutes = fc.integer({ min: 0, max: 100_000 });
const minor = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const percent = fc.integer({ min: 0, max: 100 });

const shifts = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 })
  .map((quarters) => {
    const sorted = quarters.sort((a, b) => a - b);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, at) => ({
      fromMinute: sorted[at * 2]! * 15,
      toMinute: sorted[at * 2 + 1]! * 15,
    }));
  });
const span = fc.tuple(day, fc.integer({ min: 0, max: 20 })).map(([from, days]) => ({
  from,
  to: new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10),
}));
const calendar = fc.record({
  guid: fc.constant(null),
  name: text,
  weekdays: fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 })
    .chain((days) =>
      fc.tuple(
        ...days.sort((a, b) => a - b).map((weekday) => fc.record({ weekday: fc.constant(weekday), shifts })),
      ),
    ),
  exceptions: fc.uniqueArray(
    fc
      .record({ name: maybe(text), shifts, dates: span })
      .map(({ dates, ...rest }) => ({ ...rest, ...dates })),
    { maxLength: 3, selector: ({ from, to, shifts: hours }) => JSON.stringify([from, to, hours]) },
  ),
});

const baseline = fc.record({
  start: maybe(moment),
  finish: maybe(moment),
  durationMinutes: maybe(minutes),
  workMinutes: maybe(minutes),
  costMinor: maybe(minor),
  fixedCostMinor: maybe(minor),
  timePhased: fc.constant([]),
});
const baselines = fc
  .uniqueArray(fc.integer({ min: 0, max: 10 }), { maxLength: 3 })
  .chain((numbers) =>
    fc.tuple(...numbers.sort((a, b) => a - b).map((number) => baseline.map((of) => ({ number, ...of })))),
  );

const constraint: fc.Arbitrary<PlanTask['constraint']> = fc.oneof(
  fc.constantFrom(
    { type: 'as-soon-as-possible' as const, date: null },
    { type: 'as-late-as-possible' as const, date: null },
  ),
  fc.record({
    type: fc.constantFrom(
      'must-start-on' as const,
      'must-finish-on' as const,
      'start-no-earlier-than' as const,
      'start-no-later-than' as const,
      'finish-no-earlier-than' as const,
      'finish-no-later-than' as const,
    ),
    date: moment,
  }),
);

const customFields = fc.uniqueArray(
  fc.oneof(
    fc.record({
      fieldId: fc.constantFrom('188743731', '188743997'),
      kind: fc.constant('text' as const),
      value: text,
    }),
    fc.record({
      fieldId: fc.constant('188743767'),
      kind: fc.constant('number' as const),
      value: fc.integer().map(String),
    }),
    fc.record({ fieldId: fc.constant('188743945'), kind: fc.constant('date' as const), value: moment }),
  ),
  { maxLength: 3, selector: ({ fieldId }) => fieldId },
);
/** One field has one name in all of the plan. */
const named = (fields: readonly { fieldId: string; kind: 'text' | 'number' | 'date'; value: string }[]) =>
  fields.map((field) => ({ ...field, name: `Field of ours ${field.fieldId}` }));

const task = fc.record({
  name: text,
  guid: maybe(fc.uuid().map((id) => id.toUpperCase())),
  depth: fc.integer({ min: 1, max: 4 }),
  wbs: maybe(fc.constantFrom('1', '1.2', 'A-7')),
  start: maybe(moment),
  finish: maybe(moment),
  durationMinutes: maybe(minutes),
  durationStyle: fc.record({
    unit: fc.constantFrom(
      'minute' as const,
      'hour' as const,
      'day' as const,
      'week' as const,
      'month' as const,
    ),
    elapsed: fc.boolean(),
    estimated: fc.boolean(),
  }),
  isMilestone: fc.boolean(),
  isActive: fc.boolean(),
  isManual: fc.boolean(),
  isCritical: maybe(fc.boolean()),
  priority: fc.integer({ min: 0, max: 1000 }),
  constraint,
  deadline: maybe(moment),
  notes: maybe(text),
  baselines,
  customFields: customFields.map(named),
  percentComplete: maybe(percent),
  physicalPercentComplete: maybe(percent),
  actualStart: maybe(moment),
  stop: maybe(moment),
  resume: maybe(moment),
  remainingDurationMinutes: maybe(minutes),
  totalMinor: maybe(minor),
  fixedMinor: maybe(minor),
  totalMinutes: maybe(minutes),
});

const link = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  type: fc.constantFrom(
    'finish-start' as const,
    'start-start' as const,
    'finish-finish' as const,
    'start-finish' as const,
  ),
  lag: fc.oneof(
    fc.record({
      lagKind: fc.constantFrom('working' as const, 'elapsed' as const),
      lagMinutes: fc.integer({ min: -9_600, max: 9_600 }),
      lagUnit: fc.constantFrom('minute' as const, 'hour' as const, 'day' as const, 'week' as const),
    }),
    fc.record({
      lagKind: fc.constantFrom('percent' as const, 'elapsed-percent' as const),
      lagPercent: fc.integer({ min: -100, max: 200 }),
    }),
  ),
});

/** Plans as a reader would give them: an outline that holds together, links without circles. */
const plan: fc.Arbitrary<PlanFile> = fc
  .record({
    calendars: fc.array(calendar, { minLength: 1, maxLength: 3 }),
    tasks: fc.array(task, { minLength: 1, maxLength: 12 }),
    links: fc.array(link, { maxLength: 10 }),
    people: fc.array(
      fc.record({
        name: text,
        email: maybe(fc.constant('ada@example.org')),
        maxUnits: fc.constantFrom(0.5, 1, 2),
      }),
      { maxLength: 3 },
    ),
    assigned: fc.array(
      fc.record({ task: fc.nat(), person: fc.nat(), units: fc.constantFrom(0.25, 1, 3), work: minutes }),
      { maxLength: 6 },
    ),
    header: fc.record({
      name: text,
      start: moment,
      currency: fc.constantFrom('USD', 'JPY', 'KWD'),
      statusDate: maybe(moment),
    }),
  })
  .map(assembled);

function assembled(parts: {
  calendars: readonly (typeof calendar extends fc.Arbitrary<infer C> ? C : never)[];
  tasks: readonly (typeof task extends fc.Arbitrary<infer T> ? T : never)[];
  links: readonly (typeof link extends fc.Arbitrary<infer L> ? L : never)[];
  people: readonly { name: string; email: string | null; maxUnits: number }[];
  assigned: readonly { task: number; person: number; units: number; work: number }[];
  header: { name: string; start: string; currency: string; statusDate: string | null };
}): PlanFile {
  const exponent = { USD: 2, JPY: 0, KWD: 3 }[parts.header.currency]!;
  const lines = parts.tasks.map((of, at) =>
    lineOf(of, at, at === 0 ? 1 : Math.min(of.depth, parts.tasks[at - 1]!.depth + 1)),
  );
  const tasks = settleOutline(lines, () => undefined);
  const leaves = tasks.filter(({ isSummary }) => !isSummary);
  return {
    format: 'mspdi',
    header: { ...BLANK_HEADER, ...parts.header, saveVersion: 14, currencyExponent: exponent, calendarUid: 1 },
    calendars: parts.calendars.map((of, at) => ({
      ...of,
      uid: at + 1,
      isBase: at === 0,
      baseUid: at === 0 ? null : 1,
      workWeeks: [],
    })),
    tasks,
    links: linksOf(parts.links, leaves),
    resources: parts.people.map((of, at) => ({ ...BLANK_RESOURCE, ...of, uid: at + 1, id: at + 1 })),
    assignments:
      parts.people.length === 0
        ? []
        : parts.assigned.map((of, at) => ({
            ...BLANK_ASSIGNMENT,
            uid: at + 1,
            taskUid: leaves[of.task % leaves.length]!.uid,
            resourceUid: (of.person % parts.people.length) + 1,
            units: of.units,
            workMinutes: of.work,
          })),
  };
}

function lineOf(of: Parameters<typeof assembled>[0]['tasks'][number], at: number, level: number): PlanTask {
  const {
    depth: _,
    percentComplete,
    physicalPercentComplete,
    actualStart,
    stop,
    resume,
    remainingDurationMinutes,
    ...rest
  } = of;
  const { totalMinor, fixedMinor, totalMinutes, ...own } = rest;
  return {
    ...BLANK_TASK,
    ...own,
    uid: at + 1,
    id: at + 1,
    outlineLevel: level,
    parentUid: null,
    actual: {
      ...BLANK_TASK.actual,
      start: actualStart,
      stop,
      resume,
      percentComplete,
      physicalPercentComplete,
      remainingDurationMinutes,
    },
    cost: { ...BLANK_TASK.cost, totalMinor, fixedMinor },
    work: { ...BLANK_TASK.work, totalMinutes },
  };
}

function linksOf(
  raw: Parameters<typeof assembled>[0]['links'],
  leaves: readonly PlanTask[],
): PlanFile['links'] {
  const seen = new Set<string>();
  return raw
    .flatMap(({ from, to, type, lag }): PlanLink[] => {
      const [a, b] = [from % leaves.length, to % leaves.length].sort((x, y) => x - y) as [number, number];
      const key = `${a} ${b} ${type}`;
      if (a === b || seen.has(key)) return [];
      seen.add(key);
      const ends = { predecessorUid: leaves[a]!.uid, successorUid: leaves[b]!.uid, type };
      if (!('lagPercent' in lag)) return [{ ...ends, ...lag, lagPercent: null }];
      const lagMinutes = Math.round((leaves[a]!.durationMinutes ?? 0) * lag.lagPercent) / 100;
      return [{ ...ends, ...lag, lagMinutes, lagUnit: 'percent' as const }];
    })
    .sort((a, b) => a.successorUid - b.successorUid);
}

function again(file: PlanFile, format: 'mspdi' | 'pmxml' | 'csv'): PlanFile {
  return readPlanFile(
    Buffer.from(exportPlan(file, format).content),
    format === 'csv' ? 'plan.csv' : 'plan.xml',
  ).plan;
}

describe('random plans', () => {
  test(
    'Microsoft Project XML carries all of a plan: written and read it is the same',
    () => {
      fc.assert(
        fc.property(plan, (file) => {
          expect(planLosses(file, again(file, 'mspdi'))).toEqual([]);
          expect(exportPlan(file, 'mspdi').report.losses).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    LONG,
  );

  test.each(['pmxml', 'csv'] as const)(
    'what %s carried once, it carries for good',
    (format) => {
      fc.assert(
        fc.property(plan, (file) => {
          const carried = again(file, format);
          expect(planLosses(carried, again(carried, format))).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    LONG,
  );

  test.each(['pmxml', 'csv'] as const)(
    '%s keeps name, code, duration, constraint and progress of every task',
    (format) => {
      fc.assert(
        fc.property(plan, (file) => {
          const read = new Map(again(file, format).tasks.map((task) => [task.uid, task]));
          for (const task of file.tasks) {
            if (task.isSummary || (format === 'pmxml' && !task.isActive)) continue;
            const same = read.get(task.uid)!;
            expect([same.name, same.durationMinutes, same.constraint, same.deadline]).toEqual([
              task.name,
              task.durationMinutes,
              task.constraint,
              task.deadline,
            ]);
            expect(same.actual.start).toBe(task.actual.start);
            expect(same.actual.remainingDurationMinutes).toBe(task.actual.remainingDurationMinutes);
          }
        }),
        { numRuns: RUNS },
      );
    },
    LONG,
  );

  test(
    'every field that an export loses is named in its report, with a reason',
    () => {
      fc.assert(
        fc.property(plan, fc.constantFrom('pmxml' as const, 'csv' as const), (file, format) => {
          const { report } = exportPlan(file, format);
          const lost = planLosses(file, again(file, format)).map(({ kind, field }) => `${kind} ${field}`);
          expect(report.losses.map(({ kind, field }) => `${kind} ${field}`).sort()).toEqual(lost.sort());
          expect(report.losses.every(({ sentence }) => /, the first .+: .+\.$/.test(sentence))).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    LONG,
  );

  test(
    'an export opens no formula in a spreadsheet',
    () => {
      fc.assert(
        fc.property(plan, (file) => {
          const cells = exportPlan(file, 'csv')
            .content.slice(1)
            .split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
          for (const cell of cells) expect(cell).not.toMatch(/^"?[=+@\t]|^"?-(?!\d+(?:\.\d+)?"?$)/);
        }),
        { numRuns: RUNS },
      );
    },
    LONG,
  );
});
