import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { templateDifferences } from '../template/template-differences.js';
import { chosenLines } from './chosen-lines.js';
import { offeredLines, type OfferedLine } from './offered-lines.js';
import type { PlanHere } from './take-lines.js';
import { planFrom, taking, templateFrom, writtenTemplate, type SaidTask } from './written-template.js';

const base = writtenTemplate([
  { key: 'prepare', isSummary: true },
  { key: 'load', under: 'prepare', days: 3, roles: ['Data analyst'] },
  { key: 'rehearse', under: 'prepare', days: 5, after: ['load'], roles: ['Site lead'] },
  { key: 'cut over', days: 1, after: ['rehearse'] },
]);
const later = writtenTemplate([
  { key: 'prepare', isSummary: true },
  { key: 'load', under: 'prepare', days: 4, roles: ['Data analyst'] },
  { key: 'rehearse', under: 'prepare', days: 5, after: ['load'], roles: ['Site lead', 'Key user'] },
  {
    key: 'rehearse again',
    under: 'prepare',
    days: 2,
    after: ['rehearse'],
    roles: ['Site lead'],
    dueAfter: 15,
  },
  { key: 'cut over', days: 1, after: ['rehearse again'], dueAfter: 20 },
]);

function offered(plan: PlanHere, begun: readonly string[] = []): OfferedLine[] {
  return offeredLines({ base, later, present: templateFrom(plan, base), begun: new Set(begun) });
}

function edited(plan: PlanHere, name: string, change: Partial<PlanHere['tasks'][number]>): PlanHere {
  return { ...plan, tasks: plan.tasks.map((task) => (task.name === name ? { ...task, ...change } : task)) };
}

const named = (lines: readonly OfferedLine[]) => lines.map(({ key, part, state }) => [key, part, state]);

describe('what a later version offers to a project of an earlier one', () => {
  test('an untouched project is offered each difference, with what it was and what it becomes', () => {
    const lines = offered(planFrom(base));
    expect(named(lines)).toEqual([
      ['load', 'duration', 'open'],
      ['rehearse', 'roles', 'open'],
      ['rehearse again', 'task', 'open'],
      ['cut over', 'links', 'open'],
      ['cut over', 'date', 'open'],
    ]);
    expect(lines.map(({ before, after }) => [before, after])).toEqual([
      ['24 h', '32 h'],
      ['Site lead 100 %', 'Key user 100 %, Site lead 100 %'],
      [null, 'task; 16 h; deadline working day 16; after rehearse (FS); Site lead 100 %'],
      ['after rehearse (FS)', 'after rehearse again (FS)'],
      ['as the links say', 'deadline working day 21'],
    ]);
  });

  test('what the project changed itself is named as such and not taken by the way', () => {
    const plan = edited(planFrom(base), 'load', { durationMinutes: 600 });
    const line = offered(plan).find(({ key }) => key === 'load')!;
    expect(line).toMatchObject({ state: 'changed-here', before: '24 h', after: '32 h', here: '10 h' });
    const choice = { key: 'load', part: 'duration' as const };
    expect(() => chosenLines([line], [choice])).toThrow('The project changed "load" itself');
    expect(chosenLines([line], [{ ...choice, overwrites: true }]).taken).toEqual([line]);
  });

  test('what the project has as the later version is offered no more; what only it changed never is', () => {
    const plan = edited(planFrom(base), 'load', { durationMinutes: 4 * 480 });
    const renamed = edited(plan, 'cut over', { name: 'Go live' });
    expect(named(offered(renamed)).filter(([key, part]) => key === 'load' || part === 'name')).toEqual([]);
  });

  test('work that has begun is not replanned, and a task that was taken out does not come back', () => {
    const plan = planFrom(base);
    const gone = plan.tasks.find(({ name }) => name === 'cut over')!.taskId;
    const without = {
      ...plan,
      tasks: plan.tasks.filter(({ taskId }) => taskId !== gone),
      links: plan.links.filter(({ toTaskId }) => toTaskId !== gone),
    };
    const lines = offered(without, ['load', 'rehearse']);
    expect(named(lines)).toEqual([
      ['load', 'duration', 'under-way'],
      ['rehearse', 'roles', 'open'],
      ['rehearse again', 'task', 'open'],
      ['cut over', 'links', 'gone-here'],
      ['cut over', 'date', 'gone-here'],
    ]);
    for (const { key, part } of [lines[0]!, lines[3]!])
      expect(() => chosenLines(lines, [{ key, part, overwrites: true }])).toThrow('leave the line out');
  });
});

describe('a plan that takes lines of a later version', () => {
  test('has a new task in its place with its links and roles; what was made by hand stays', () => {
    const plan = planFrom(base);
    const idOf = new Map(plan.tasks.map(({ name, taskId }) => [name, taskId]));
    const byHand = { fromTaskId: idOf.get('load')!, toTaskId: idOf.get('cut over')! };
    const ada = {
      uid: 9,
      taskId: idOf.get('rehearse')!,
      resourceName: 'Ada',
      resourceKey: 'ada@example.org',
    };
    const here = {
      ...plan,
      links: [...plan.links, { ...plan.links[0]!, ...byHand, lagMinutes: 60 }],
      assignments: [...plan.assignments, { ...ada, resourceKind: 'work', unitsPercent: 50, workMinutes: 60 }],
    };
    const chosen = offered(plan).filter(({ part }) => part !== 'duration');
    const taken = taking(here, { base, later, chosen });
    expect(taken.tasks.map(({ name, durationMinutes }) => [name, durationMinutes / 480])).toEqual([
      ['prepare', 0],
      ['load', 3],
      ['rehearse', 5],
      ['rehearse again', 2],
      ['cut over', 1],
    ]);
    const again = taken.idOf.get('rehearse again')!;
    expect(taken.tasks[3]).toMatchObject({ parentTaskId: idOf.get('prepare'), wbs: '1.3', position: 3 });
    expect(taken.links.map(({ fromTaskId, toTaskId }) => [fromTaskId, toTaskId])).toEqual([
      [idOf.get('load'), idOf.get('rehearse')],
      [idOf.get('load'), idOf.get('cut over')],
      [again, idOf.get('cut over')],
      [idOf.get('rehearse'), again],
    ]);
    const onRehearse = taken.assignments.filter(({ taskId }) => taskId === idOf.get('rehearse'));
    expect(onRehearse.map(({ resourceName }) => resourceName)).toEqual(['Ada', 'Site lead', 'Key user']);
    expect(taken.tasks[4]?.deadline).toBe('2026-03-30T17:00:00');
  });

  test('a link to a task that was left out is not made, and is named', () => {
    const plan = planFrom(base);
    const chosen = offered(plan).filter(({ key, part }) => key === 'cut over' && part === 'links');
    const { links, leftOut } = taking(plan, { base, later, chosen });
    expect(links).toHaveLength(1);
    expect(leftOut).toEqual(['"cut over" waits for "rehearse again", which is not in the plan.']);
  });
});

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];
const version = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom(...KEYS),
      days: fc.integer({ min: 0, max: 4 }),
      name: fc.constantFrom('Dig', 'Pour', 'Build'),
      roles: fc.uniqueArray(fc.constantFrom('Lead', 'Analyst'), { maxLength: 2 }),
      after: fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 2 }),
      isBelow: fc.boolean(),
    }),
    { selector: ({ key }) => key, minLength: 1 },
  )
  .map((tasks) => {
    const keys = tasks.map(({ key }) => key);
    const lines = tasks.map(({ isBelow, after, ...task }): SaidTask => ({
      ...task,
      // A link goes from what is earlier in the alphabet: two versions together have no circle.
      after: after.filter((key) => key < task.key && keys.includes(key)),
      ...(isBelow ? { under: 'top' } : {}),
    }));
    // A summary without lines would be a task.
    return writtenTemplate([
      { key: 'top', isSummary: true },
      { key: 'always', under: 'top' },
      ...lines.filter(({ under }) => under !== undefined),
      ...lines.filter(({ under }) => under === undefined),
    ]);
  });

test('a project that takes every line is as if it had begun from the later version', () => {
  fc.assert(
    fc.property(version, version, (one, other) => {
      const plan = planFrom(one);
      const present = templateFrom(plan, one);
      const chosen = offeredLines({ base: one, later: other, present, begun: new Set() });
      expect(chosen.filter(({ state }) => state !== 'open')).toEqual([]);
      const taken = taking(plan, { base: one, later: other, chosen });
      expect(taken.leftOut).toEqual([]);
      expect(templateDifferences(templateFrom(taken, one), other)).toEqual([]);
      expect(new Set(taken.tasks.map(({ uid }) => uid)).size).toBe(taken.tasks.length);
      expect(taken.tasks.map(({ position }) => position)).toEqual(taken.tasks.map((_, at) => at));
    }),
    { numRuns: 200, seed: 20_261_124 },
  );
});

test('a project that takes nothing stays as it is', () => {
  fc.assert(
    fc.property(version, version, (one, other) => {
      const plan = planFrom(one);
      const { tasks, links, assignments, calendars } = taking(plan, { base: one, later: other, chosen: [] });
      expect({ tasks, links, assignments, calendars }).toEqual(plan);
    }),
    { numRuns: 100, seed: 20_261_124 },
  );
});
