import { Refusal } from '@meridian/refusal';
import { planNetwork, schedulePlan, type ComputedSchedule, type PlanNetwork } from '../plan/schedule-plan.js';
import type { StoredTask, TaskDates } from '../plan/stored-plan.js';
import { followed } from './foreign-link.js';

/** A plan that waits for others, as it stands. */
export interface LinkedPlan {
  readonly network: PlanNetwork;
  readonly tasks: readonly StoredTask[];
  readonly dates: ReadonlyMap<string, TaskDates>;
}

/** A plan that had to follow. */
export interface SettledPlan {
  readonly network: PlanNetwork;
  readonly computed: ComputedSchedule;
}

/** Tasks do not wait in a circle, so plans settle; those that count back from a finish might chase each other. */
const MOST_ROUNDS = 100;

/**
 * Lets all plans follow one that changed, until no date that somebody waits for is another: what one network of all projects
 * would come to. Only forward: how late a task may be for others is another question (float-across.ts).
 *
 * @param changed the plan that changed, computed
 * @param below the plans that wait for it, and those that wait for these; when plans wait for each other, the changed one as well
 * @returns by project the plans that move, the first that had to follow first
 * @throws Refusal `projects/links-do-not-settle`
 */
export function settleLinked(
  changed: { readonly projectId: string } & Pick<LinkedPlan, 'tasks' | 'dates'>,
  below: ReadonlyMap<string, LinkedPlan>,
): ReadonlyMap<string, SettledPlan> {
  const settled = new Map<string, SettledPlan>();
  const rounds = new Map<string, number>();
  const waiting = new Set([changed.projectId]);
  for (const giverId of waiting) {
    waiting.delete(giverId);
    const giver = giverPlan(giverId, { changed, below, settled });
    for (const [projectId, { network, tasks }] of below) {
      const now = settled.get(projectId)?.network ?? network;
      const before = now.plan.foreign ?? [];
      const foreign = followed(before, giverId, giver);
      if (foreign === before) continue;
      countRound(rounds, projectId);
      const moved = planNetwork({ ...now.plan, tasks, foreign });
      settled.set(projectId, { network: moved, computed: schedulePlan(moved, tasks) });
      waiting.add(projectId);
    }
  }
  return settled;
}

interface Known {
  readonly changed: { readonly projectId: string } & Pick<LinkedPlan, 'tasks' | 'dates'>;
  readonly below: ReadonlyMap<string, LinkedPlan>;
  readonly settled: ReadonlyMap<string, SettledPlan>;
}

function giverPlan(giverId: string, { changed, below, settled }: Known): Pick<LinkedPlan, 'tasks' | 'dates'> {
  const again = settled.get(giverId);
  const plan = below.get(giverId) ?? changed;
  if (again) return { tasks: plan.tasks, dates: again.computed.dates };
  return giverId === changed.projectId ? changed : plan;
}

/** @throws Refusal `projects/links-do-not-settle` when a plan had to be computed again too often. */
export function countRound(rounds: Map<string, number>, projectId: string): void {
  const count = (rounds.get(projectId) ?? 0) + 1;
  rounds.set(projectId, count);
  if (count <= MOST_ROUNDS) return;
  throw new Refusal(
    'projects/links-do-not-settle',
    'The linked plans move each other on and on: a task as late as possible, or a plan from its finish, waits for what waits for it. Change one of them or remove a link.',
  );
}
