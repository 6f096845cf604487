import type { Spread } from '@meridian/network';
import { Refusal } from '@meridian/refusal';
import type { StoredTask } from '../plan/stored-plan.js';

/** A three-point estimate of a whole task; minutes as its duration counts them. */
export interface Estimate {
  readonly taskId: string;
  readonly lowMinutes: number;
  readonly likelyMinutes: number;
  readonly highMinutes: number;
  readonly shape: 'pert' | 'triangular';
}

/** @throws Refusal `projects/estimate-needs-work`, `projects/estimate-not-in-order` */
export function requireEstimable(task: StoredTask, estimate: Estimate): void {
  if (task.isSummary || task.isMilestone) {
    throw new Refusal(
      'projects/estimate-needs-work',
      `"${task.name}" is a ${task.isSummary ? 'summary' : 'milestone'}; only a task with work of its own takes an estimate.`,
    );
  }
  const { lowMinutes, likelyMinutes, highMinutes } = estimate;
  if (lowMinutes <= likelyMinutes && likelyMinutes <= highMinutes) return;
  throw new Refusal(
    'projects/estimate-not-in-order',
    `The estimate says ${lowMinutes}, ${likelyMinutes} and ${highMinutes} minutes; the best case comes first, then the most likely, then the worst.`,
    { kind: 'unprocessable', details: { lowMinutes, likelyMinutes, highMinutes } },
  );
}

/** An estimate as the simulation draws from it. Interruptions of the task are added: they are part of what it takes. */
export function spreadOf(
  { lowMinutes, likelyMinutes, highMinutes, shape }: Estimate,
  { idleMinutes }: StoredTask,
): Spread {
  return {
    kind: shape,
    low: lowMinutes + idleMinutes,
    likely: likelyMinutes + idleMinutes,
    high: highMinutes + idleMinutes,
  };
}
