import type { RiskEvent, Spread } from '@meridian/network';
import { assessmentOf, type Hit, type RaidEntry } from '../raid/raid-entry.js';

/** A risk of the register as the simulation takes it. */
export interface SimulatedRisk {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  /** It shortens and saves in the place of prolonging and costing. */
  readonly isOpportunity?: boolean;
  readonly probabilityPercent: number;
  /** Only of tasks that are still to be done. */
  readonly hits: readonly Hit[];
  /** Minor units, when it happens. */
  readonly costMinor: bigint;
}

/**
 * The open threats that can still delay or cost anything, and opportunities that can still shorten or save, by the assessment in force and in the order of their numbers.
 *
 * @param open ids of tasks that are still to be done
 * @param currency amounts in another one are left out
 */
export function simulatedRisks(
  register: readonly RaidEntry[],
  open: { readonly has: (taskId: string) => boolean },
  currency: string,
): SimulatedRisk[] {
  return register
    .filter(({ kind, status }) => kind === 'risk' && status === 'open')
    .map((entry) => {
      const { probabilityPercent, impactMinor } = assessmentOf(entry);
      const { entryId, number, title, hits } = entry;
      const costMinor = entry.currency === currency ? impactMinor : 0n;
      const delays = hits.filter(({ taskId, highMinutes }) => highMinutes > 0 && open.has(taskId));
      const known = { entryId, number, title, probabilityPercent, hits: delays, costMinor };
      return entry.effect === 'opportunity' ? { ...known, isOpportunity: true } : known;
    })
    .filter(({ probabilityPercent, hits, costMinor }) => {
      return probabilityPercent > 0 && (hits.length > 0 || costMinor > 0n);
    })
    .sort((a, b) => a.number - b.number);
}

/** What the simulator draws: it happens or not; when it does, each hit takes longer (shorter) by a triangle of its three points. */
export function riskEvent({
  entryId,
  probabilityPercent,
  hits,
  costMinor,
  isOpportunity,
}: SimulatedRisk): RiskEvent {
  return {
    id: entryId,
    probability: probabilityPercent / 100,
    effects: hits.map((hit) => ({ activityId: hit.taskId, delayMinutes: delayOf(hit) })),
    costMinor: Number(costMinor),
    ...(isOpportunity ? { isOpportunity } : {}),
  };
}

function delayOf({ lowMinutes, likelyMinutes, highMinutes }: Hit): number | Spread {
  if (lowMinutes === highMinutes) return likelyMinutes;
  return { kind: 'triangular', low: lowMinutes, likely: likelyMinutes, high: highMinutes };
}
