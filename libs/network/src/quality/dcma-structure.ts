import { figureOf } from './figure.js';
import type { Figure } from './figure.js';
import { idsOf } from './plan-facts.js';
import type { PlanFacts } from './plan-facts.js';
import type { CheckedLink, CheckedTask } from './plan-to-check.js';

const HIGH_DAYS = 44;
const HARD = new Set(['MSO', 'MFO', 'SNLT', 'FNLT']);
const MANDATORY = new Set(['MSO', 'MFO']);

/** Points 1 to 8 of DCMA-EA PAM 200.1 section 4: how the schedule is built. */
export function structurePoints(facts: PlanFacts): Figure[] {
  return [
    logic(facts),
    links(facts, {
      name: 'Leads',
      definition: 'Links with a negative lag among the links to incomplete tasks.',
      counts: ({ lagMinutes }) => lagMinutes < 0,
      most: 0,
    }),
    links(facts, {
      name: 'Lags',
      definition: 'Links with a positive lag among the links to incomplete tasks.',
      counts: ({ lagMinutes }) => lagMinutes > 0,
      most: 0.05,
    }),
    linkKinds(facts),
    hardConstraints(facts),
    tasks(facts, {
      name: 'High float',
      definition: `Incomplete tasks with more than ${HIGH_DAYS} working days of total float.`,
      counts: (task) => facts.days(task.totalFloatMinutes) > HIGH_DAYS,
      most: 0.05,
    }),
    tasks(facts, {
      name: 'Negative float',
      definition: 'Incomplete tasks with less than no total float.',
      counts: (task) => task.totalFloatMinutes < 0,
      most: 0,
    }),
    highDuration(facts),
  ];
}

function logic(facts: PlanFacts): Figure {
  const { links: all } = facts.plan;
  const known = all.filter(({ from, to }) => facts.byId.has(from) && facts.byId.has(to));
  const [withPredecessor, withSuccessor] = [
    new Set(known.map(({ to }) => to)),
    new Set(known.map(({ from }) => from)),
  ];
  const driven = new Set(known.filter(({ kind }) => kind === 'FS' || kind === 'SS').map(({ to }) => to));
  const awaited = new Set(known.filter(({ kind }) => kind === 'FS' || kind === 'FF').map(({ from }) => from));
  const missing = facts.incomplete.filter(({ id }) => !withPredecessor.has(id) || !withSuccessor.has(id));
  const first = facts.start();
  const last = facts.finish();
  const inside = missing.filter((task) => {
    const isFirst = !withPredecessor.has(task.id) && withSuccessor.has(task.id) && task.start === first;
    const isLast = !withSuccessor.has(task.id) && withPredecessor.has(task.id) && task.finish === last;
    return !isFirst && !isLast;
  });
  const loose = facts.incomplete.filter(({ id }) => !driven.has(id) || !awaited.has(id));
  const common = { among: facts.incomplete.length, threshold: { atMost: 0.05 } };
  return figureOf({
    ...common,
    name: 'Logic',
    definition: 'Incomplete tasks and milestones without predecessor, successor or both.',
    taskIds: idsOf(missing),
    variants: [
      figureOf({
        ...common,
        name: 'without the first and the last',
        definition:
          'A task that starts with the project needs no predecessor, one that ends with it no successor.',
        taskIds: idsOf(inside),
      }),
      figureOf({
        ...common,
        name: 'dangling ends',
        definition: 'Incomplete tasks whose start no FS or SS drives, or whose finish no FS or FF awaits.',
        taskIds: idsOf(loose),
      }),
    ],
  });
}

function linkKinds(facts: PlanFacts): Figure {
  const others = facts.openLinks.filter((i) => facts.link(i).kind !== 'FS');
  const reversed = facts.openLinks.filter((i) => facts.link(i).kind === 'SF');
  const among = facts.openLinks.length;
  return figureOf({
    name: 'Relationship types',
    definition: 'FS among the links to incomplete tasks; listed are the others.',
    count: among - others.length,
    among,
    threshold: { atLeast: 0.9 },
    linkIndexes: others,
    variants: [
      figureOf({
        name: 'start to finish',
        definition: 'SF among the links to incomplete tasks: hardly ever meant.',
        among,
        threshold: { atMost: 0 },
        linkIndexes: reversed,
      }),
    ],
  });
}

function hardConstraints(facts: PlanFacts): Figure {
  const withKind = (kinds: ReadonlySet<string>) =>
    facts.incomplete.filter(({ constraint }) => constraint != null && kinds.has(constraint));
  const common = { among: facts.incomplete.length, threshold: { atMost: 0.05 } };
  return figureOf({
    ...common,
    name: 'Hard constraints',
    definition: 'Incomplete tasks that must start or finish on, or start or finish no later than, a date.',
    taskIds: idsOf(withKind(HARD)),
    variants: [
      figureOf({
        ...common,
        name: 'mandatory only',
        definition: 'Incomplete tasks that must start or finish on a date.',
        taskIds: idsOf(withKind(MANDATORY)),
      }),
    ],
  });
}

function highDuration(facts: PlanFacts): Figure {
  const longerThan = (minutesOf: (task: CheckedTask) => number | null | undefined) =>
    facts.incompleteWork.filter((task) => facts.days(minutesOf(task) ?? 0) > HIGH_DAYS);
  const common = { among: facts.incompleteWork.length, threshold: { atMost: 0.05 } };
  return figureOf({
    ...common,
    name: 'High duration',
    definition: `Incomplete tasks with a baseline duration above ${HIGH_DAYS} working days; the planned one where there is no baseline.`,
    taskIds: idsOf(longerThan((task) => task.baselineDurationMinutes ?? task.durationMinutes)),
    variants: [
      figureOf({
        ...common,
        name: 'current duration',
        definition: `Incomplete tasks with a planned duration above ${HIGH_DAYS} working days, whatever the baseline says.`,
        taskIds: idsOf(longerThan((task) => task.durationMinutes)),
      }),
    ],
  });
}

interface Share<T> {
  readonly name: string;
  readonly definition: string;
  readonly counts: (of: T) => boolean;
  readonly most: number;
}

function links(facts: PlanFacts, { name, definition, counts, most }: Share<CheckedLink>): Figure {
  const linkIndexes = facts.openLinks.filter((i) => counts(facts.link(i)));
  return figureOf({
    name,
    definition,
    linkIndexes,
    among: facts.openLinks.length,
    threshold: { atMost: most },
  });
}

function tasks(facts: PlanFacts, { name, definition, counts, most }: Share<CheckedTask>): Figure {
  const { incompleteWork } = facts;
  const taskIds = idsOf(incompleteWork.filter(counts));
  return figureOf({ name, definition, taskIds, among: incompleteWork.length, threshold: { atMost: most } });
}
