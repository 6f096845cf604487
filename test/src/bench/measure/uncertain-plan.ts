import { compileNetwork } from '@meridian/network';
import type { RiskInput, Spread } from '@meridian/network';
import { layeredNetwork } from './layered-network.js';

const DAY = 480;
const EVENTS = 50;
const GROUPS = 10;
const GROUP_SIZE = 5;

/** A layered network with about two predecessors an activity, every duration uncertain, 50 risks, costs, some correlation. */
export function uncertainPlan(count: number, kind: 'triangular' | 'pert'): RiskInput {
  const layered = layeredNetwork(count, { calendars: false });
  const links = layered.links
    .filter((_, i) => i % 3 !== 2)
    .map(({ lag, ...link }) => ({
      ...link,
      ...(lag && 'minutes' in lag ? { lag: { minutes: lag.minutes * DAY } } : {}),
    }));
  const activities = layered.activities.map((activity) => ({
    ...activity,
    durationMinutes: activity.durationMinutes * DAY,
  }));
  const ids = activities.map(({ id }) => id);
  const spread = (likely: number): Spread => ({ kind, low: 0.8 * likely, likely, high: 1.6 * likely });
  const idAt = (i: number) => ids[i % ids.length] ?? '';
  return {
    network: compileNetwork({ activities, links }),
    options: { projectStart: 0 },
    durations: new Map(activities.map(({ id, durationMinutes }) => [id, spread(durationMinutes)])),
    costs: new Map(ids.map((id) => [id, { perMinuteMinor: 2, fixedMinor: 1_000 }])),
    correlations: Array.from({ length: GROUPS }, (_, group) => ({
      activityIds: Array.from({ length: GROUP_SIZE }, (__, i) => idAt(group * GROUP_SIZE + i)),
      coefficient: 0.5,
    })),
    events: Array.from({ length: EVENTS }, (_, i) => ({
      id: `risk-${i}`,
      probability: 0.02 * (1 + (i % 25)),
      effects: [{ activityId: idAt(i * 17), delayMinutes: spread(5 * DAY) }],
      costMinor: 100_000,
    })),
    seed: 2_026,
  };
}
