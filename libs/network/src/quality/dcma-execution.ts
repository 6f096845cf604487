import { FOREVER, NEVER } from '../compiled-network.js';
import { criticalPathTest } from './critical-path-test.js';
import { figureOf } from './figure.js';
import type { Figure } from './figure.js';
import { idsOf } from './plan-facts.js';
import type { PlanFacts } from './plan-facts.js';
import type { CheckedTask } from './plan-to-check.js';

/** Points 9 to 14 of DCMA-EA PAM 200.1 section 4: how the schedule is kept and met. */
export function executionPoints(facts: PlanFacts): Figure[] {
  return [
    invalidDates(facts),
    resources(facts),
    missedTasks(facts),
    criticalPathTest(facts),
    criticalPathLength(facts),
    baselineExecution(facts),
  ];
}

/** (CPL + TF) / CPL: how much faster or slower than planned the rest must go. Any unit of time, the same for both. */
export function criticalPathLengthIndex(length: number, totalFloat: number): number | null {
  return length > 0 ? (length + totalFloat) / length : null;
}

function invalidDates(facts: PlanFacts): Figure {
  const { statusDate } = facts.plan;
  const isInvalid = (task: CheckedTask, now: number) =>
    (task.actualStart ?? now) > now ||
    (task.actualFinish ?? now) > now ||
    (task.actualStart == null && task.start < now) ||
    (task.actualFinish == null && task.finish < now);
  const tasks = statusDate === null ? [] : facts.details.filter((task) => isInvalid(task, statusDate));
  return figureOf({
    name: 'Invalid dates',
    definition: 'Tasks with a forecast before the status date or an actual date after it.',
    taskIds: idsOf(tasks),
    among: statusDate === null ? 0 : facts.details.length,
    value: statusDate === null ? null : tasks.length,
    threshold: { atMost: 0 },
  });
}

function resources(facts: PlanFacts): Figure {
  const worth = facts.incompleteWork.filter((task) => facts.days(task.durationMinutes) >= 1);
  return figureOf({
    name: 'Resources',
    definition:
      'Incomplete tasks of a day or more with neither resource nor cost; for plans that carry them.',
    taskIds: idsOf(worth.filter((task) => !task.hasResourcesOrCost)),
    among: worth.length,
    threshold: { atMost: 0 },
  });
}

function missedTasks(facts: PlanFacts): Figure {
  const due = facts.due().filter((task) => !task.isMilestone);
  const missed = due.filter((task) => task.finish > task.baselineFinish!);
  return figureOf({
    name: 'Missed tasks',
    definition: 'Of the tasks due by the status date, those finished or forecast later than their baseline.',
    taskIds: idsOf(missed),
    among: due.length,
    threshold: { atMost: 0.05 },
  });
}

function criticalPathLength(facts: PlanFacts): Figure {
  const finish = facts.finish();
  const open = facts.incomplete.filter((task) => task.finish === finish);
  const from = facts.plan.statusDate ?? facts.start();
  const length = finish === null || from === null ? 0 : Math.max(0, facts.daysBetween(from, finish));
  const float = open.reduce((least, task) => Math.min(least, facts.days(task.totalFloatMinutes)), FOREVER);
  const baseline = facts.details.reduce((last, task) => Math.max(last, task.baselineFinish ?? NEVER), NEVER);
  const late = baseline === NEVER || finish === null ? null : facts.daysBetween(finish, baseline);
  const common = { threshold: { atLeast: 0.95 }, taskIds: idsOf(open), among: length };
  return figureOf({
    ...common,
    name: 'Critical path length index',
    definition:
      '(CPL + TF) / CPL: working days from the status date to the finish, and the float of what finishes last.',
    count: open.length ? length + float : 0,
    value: open.length ? criticalPathLengthIndex(length, float) : null,
    variants: [
      figureOf({
        ...common,
        name: 'against the baseline',
        definition: 'The float is the time from the forecast to the baseline finish of the project.',
        count: length + (late ?? 0),
        value: late === null || !open.length ? null : criticalPathLengthIndex(length, late),
      }),
    ],
  });
}

function baselineExecution(facts: PlanFacts): Figure {
  const hasDate = facts.plan.statusDate !== null;
  const due = facts.due().filter((task) => !task.isMilestone);
  const work = facts.details.filter((task) => !task.isMilestone);
  const unplanned = hasDate ? work.filter((task) => task.baselineFinish == null) : [];
  const finished = work.filter((task) => task.actualFinish != null);
  const open = (tasks: readonly CheckedTask[]) => tasks.filter((task) => task.actualFinish == null);
  const threshold = { atLeast: 0.95 };
  return figureOf({
    name: 'Baseline execution index',
    definition: 'Finished tasks to tasks due by the status date and tasks without baseline.',
    count: finished.length,
    among: due.length + unplanned.length,
    threshold,
    taskIds: idsOf([...open(due), ...open(unplanned)]),
    variants: [
      figureOf({
        name: 'due tasks only',
        definition:
          'Finished tasks to tasks due by the status date; tasks without baseline do not count as due.',
        count: finished.length,
        among: due.length,
        threshold,
        taskIds: idsOf(open(due)),
      }),
      figureOf({
        name: 'hit rate',
        definition: 'Of the tasks due by the status date, those that are finished.',
        count: due.length - open(due).length,
        among: due.length,
        threshold,
        taskIds: idsOf(open(due)),
      }),
    ],
  });
}
