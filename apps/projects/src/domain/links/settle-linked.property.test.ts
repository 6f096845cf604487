import { expect, test } from '@jest/globals';
import { compileCalendar, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import type { LinkKind } from '@meridian/network';
import fc from 'fast-check';
import { planNetwork, schedulePlan } from '../plan/schedule-plan.js';
import type { PlanSettings, StoredLink, StoredTask } from '../plan/stored-plan.js';
import { floatAcross } from './float-across.js';
import { isFromFinish, type ForeignLink } from './foreign-link.js';
import { settleLinked, type LinkedPlan } from './settle-linked.js';

const PROJECTS = ['first', 'second', 'third'];
const SETTINGS: PlanSettings = {
  projectStart: '2026-03-02T08:00:00',
  projectFinish: null,
  calendarKey: null,
  honour: 'constraint',
  multipleCriticalPaths: false,
  criticalFloatMinutes: 0,
};
const calendar = compileCalendar(STANDARD_CALENDAR);

interface RandomTask {
  readonly project: number;
  readonly minutes: number;
}

interface RandomLink {
  readonly from: number;
  readonly to: number;
  readonly kind: LinkKind;
  readonly lagMinutes: number;
}

/** Tasks in an order that links follow, so that nothing waits for itself; projects wait for each other in any way. */
const portfolios = fc.integer({ min: 2, max: 12 }).chain((count) =>
  fc.record({
    tasks: fc.array(
      fc.record({
        project: fc.integer({ min: 0, max: PROJECTS.length - 1 }),
        minutes: fc.constantFrom(0, 60, 480, 960, 1500),
      }),
      { minLength: count, maxLength: count },
    ),
    links: fc.array(
      fc
        .tuple(
          fc.integer({ min: 0, max: count - 1 }),
          fc.integer({ min: 0, max: count - 1 }),
          fc.constantFrom<LinkKind>('FS', 'SS', 'FF', 'SF'),
          fc.constantFrom(0, 0, 240, 960, -240),
        )
        .filter(([one, other]) => one !== other)
        .map(([one, other, kind, lagMinutes]) => ({
          from: Math.min(one, other),
          to: Math.max(one, other),
          kind,
          lagMinutes,
        })),
      { maxLength: 16 },
    ),
  }),
);

function stored({ minutes }: RandomTask, index: number): StoredTask {
  return {
    taskId: `task-${index}`,
    version: 1,
    uid: index,
    guid: null,
    position: index,
    parentTaskId: null,
    wbs: String(index),
    name: `Task ${index}`,
    isSummary: false,
    isMilestone: minutes === 0,
    isActive: true,
    isManual: false,
    isRecurring: false,
    durationMinutes: minutes,
    idleMinutes: 0,
    pauses: [],
    isElapsed: false,
    calendarKey: null,
    constraintKind: null,
    constraintAt: null,
    deadline: null,
    fileStart: null,
    fileFinish: null,
    baselineStart: null,
    baselineFinish: null,
    budgetMinor: null,
    workMinutes: 0,
    percentComplete: 0,
    actualStart: null,
    actualFinish: null,
    remainingMinutes: null,
    levelledTo: null,
    changedInPlan: 1,
  };
}

function linkOf({ from, to, kind, lagMinutes }: RandomLink): StoredLink {
  const ends = { fromTaskId: `task-${from}`, toTaskId: `task-${to}` };
  return { ...ends, kind, lagKind: 'working', lagMinutes, lagPercent: null };
}

/** Each project as a plan of its own, settled with the others, one after the other. */
function settledApart(tasks: readonly RandomTask[], links: readonly RandomLink[]) {
  const plans = new Map<string, LinkedPlan>();
  const projectOf = (index: number) => PROJECTS[tasks[index]!.project]!;
  for (const projectId of PROJECTS) {
    const own = tasks.flatMap((task, index) => (projectOf(index) === projectId ? [stored(task, index)] : []));
    const into = links.filter(({ to }) => projectOf(to) === projectId);
    const foreign = into.flatMap((link, at): ForeignLink[] => {
      const fromProjectId = projectOf(link.from);
      if (fromProjectId === projectId) return [];
      return [{ linkId: `${projectId}-${at}`, fromProjectId, ...linkOf(link), at: null }];
    });
    const within = into.filter(({ from }) => projectOf(from) === projectId).map(linkOf);
    const network = planNetwork({ settings: SETTINGS, calendars: {}, tasks: own, links: within, foreign });
    plans.set(projectId, { network, tasks: own, dates: schedulePlan(network, own).dates });
  }
  for (const projectId of PROJECTS) {
    const { tasks: own, dates } = plans.get(projectId)!;
    for (const [id, { network, computed }] of settleLinked({ projectId, tasks: own, dates }, plans))
      plans.set(id, { network, tasks: plans.get(id)!.tasks, dates: computed.dates });
  }
  return plans;
}

test('plans that follow each other have the early dates of one network of all projects', () => {
  fc.assert(
    fc.property(portfolios, ({ tasks, links }) => {
      const all = tasks.map(stored);
      const whole = planNetwork({ settings: SETTINGS, calendars: {}, tasks: all, links: links.map(linkOf) });
      const { dates: expected } = schedulePlan(whole, all);
      const apart = new Map([...settledApart(tasks, links).values()].flatMap(({ dates }) => [...dates]));
      for (const { taskId } of all) {
        const [one, other] = [apart.get(taskId)!, expected.get(taskId)!];
        const works = [one, other].map(({ start, finish }) => [taskId, workAt(start), workAt(finish)]);
        expect(works[0]).toEqual(works[1]);
      }
    }),
    { numRuns: 300 },
  );
});

test('no link between projects is broken', () => {
  fc.assert(
    fc.property(portfolios, ({ tasks, links }) => {
      const plans = settledApart(tasks, links);
      const dates = new Map([...plans.values()].flatMap((plan) => [...plan.dates]));
      for (const link of [...plans.values()].flatMap(({ network }) => network.plan.foreign ?? [])) {
        const [from, to] = [dates.get(link.fromTaskId)!, dates.get(link.toTaskId)!];
        const given = workAt(isFromFinish(link) ? from.finish : from.start) + link.lagMinutes;
        const taken = workAt(link.kind === 'FS' || link.kind === 'SS' ? to.start : to.finish);
        expect(taken).toBeGreaterThanOrEqual(given);
      }
    }),
    { numRuns: 300 },
  );
});

test('float across projects is that of one network of all, with the finish of each project as its own bound', () => {
  fc.assert(
    fc.property(portfolios, ({ tasks, links }) => {
      const plans = settledApart(tasks, links);
      const finishOf = new Map(
        [...plans].map(([id, { network, tasks: own }]) => [id, schedulePlan(network, own).finish]),
      );
      const all = tasks.map((task, index) => ({
        ...stored(task, index),
        deadline: finishOf.get(PROJECTS[task.project]!)!,
      }));
      const whole = planNetwork({ settings: SETTINGS, calendars: {}, tasks: all, links: links.map(linkOf) });
      const { dates: expected } = schedulePlan(whole, all);
      for (const [projectId, { dates, tasks: own }] of plans) {
        const across = new Map(floatAcross(projectId, plans).map((line) => [line.taskId, line]));
        for (const { taskId } of own) {
          const line = across.get(taskId);
          const found = line?.floatMinutes ?? dates.get(taskId)!.totalFloatMinutes;
          expect([taskId, found]).toEqual([taskId, expected.get(taskId)!.totalFloatMinutes]);
          if (line) expect([line.waits.projectId, line.limit.projectId]).not.toContain(undefined);
          if (line) expect(line.waits.projectId).not.toBe(projectId);
        }
      }
    }),
    { numRuns: 300 },
  );
});

/** A closing and the next opening are the same point of work. */
function workAt(moment: string): number {
  return calendar.workBefore(momentFromIso(moment));
}
