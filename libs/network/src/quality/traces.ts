import type { PlanFacts } from './plan-facts.js';
import type { CheckedTask } from './plan-to-check.js';

/**
 * Incomplete tasks from which no chain of links leads to a task that finishes last. What leads to a summary leads to all that
 * it holds, and what it holds leads on to what follows it.
 */
export function tasksWithoutWayToFinish(facts: PlanFacts): CheckedTask[] {
  const before = new Map<string, string[]>();
  const lead = (from: string, to: string) => {
    const earlier = before.get(to);
    if (earlier) earlier.push(from);
    else before.set(to, [from]);
  };
  const entrance = (id: string) => (facts.byId.get(id)?.isSummary ? `${id}/entrance` : id);
  for (const { from, to } of facts.plan.links) lead(from, entrance(to));
  for (const { id, parentId } of facts.plan.tasks) {
    if (parentId == null) continue;
    lead(id, parentId);
    lead(entrance(parentId), entrance(id));
  }
  return unreached(facts, before);
}

function unreached(facts: PlanFacts, before: ReadonlyMap<string, readonly string[]>): CheckedTask[] {
  const finish = facts.finish();
  const reached = new Set(facts.incomplete.filter((task) => task.finish === finish).map(({ id }) => id));
  for (const id of reached) for (const earlier of before.get(id) ?? []) reached.add(earlier);
  return facts.incomplete.filter(({ id }) => !reached.has(id));
}

/** Summaries that do not start with the first and finish with the last of what they hold. */
export function brokenTraces({ plan }: PlanFacts): CheckedTask[] {
  const held = new Map<string, CheckedTask[]>();
  for (const task of plan.tasks) {
    if (task.parentId == null) continue;
    const siblings = held.get(task.parentId) ?? [];
    held.set(task.parentId, siblings);
    siblings.push(task);
  }
  return plan.tasks.filter((task) => {
    const children = held.get(task.id);
    if (!task.isSummary || !children) return false;
    const start = Math.min(...children.map((child) => child.start));
    const finish = Math.max(...children.map((child) => child.finish));
    return task.start !== start || task.finish !== finish;
  });
}

/** Tasks that began before a predecessor that is not finished allows. */
export function outOfSequence(facts: PlanFacts): CheckedTask[] {
  const begunEarly = new Set<string>();
  for (const { from, to, kind } of facts.plan.links) {
    const predecessor = facts.byId.get(from);
    const successor = facts.byId.get(to);
    if (!predecessor || successor?.actualStart == null) continue;
    const waitsForFinish = kind === 'FS' && predecessor.actualFinish == null;
    const waitsForStart = kind === 'SS' && predecessor.actualStart == null;
    const endsEarly = kind === 'FF' && successor.actualFinish != null && predecessor.actualFinish == null;
    const endsEarlier = kind === 'SF' && successor.actualFinish != null && predecessor.actualStart == null;
    if (waitsForFinish || waitsForStart || endsEarly || endsEarlier) begunEarly.add(to);
  }
  return facts.details.filter(({ id }) => begunEarly.has(id));
}
