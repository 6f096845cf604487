import type { LifecycleReport } from '@meridian/contracts-projects';

/** In the order of a life that goes well. */
export const stages = [
  'idea',
  'proposal',
  'candidate',
  'approved',
  'delivery',
  'closing',
  'benefits',
  'archived',
] as const;

export type StageName = (typeof stages)[number];

export interface TrackStep {
  readonly stage: StageName;
  /** `left-out`: it stands further, and was never in this stage. */
  readonly state: 'passed' | 'now' | 'left-out' | 'later';
  /** When it came into the stage for the last time; absent where nobody kept it. */
  readonly since?: string;
}

/** The stages of a life as they were passed, the one of now, and those to come. */
export function trackSteps({ stage, transitions }: LifecycleReport): readonly TrackStep[] {
  const now = stages.findIndex((one) => one === stage);
  return stages.map((one, at) => {
    const entered = transitions.findLast(({ to }) => to === one);
    const state = at === now ? 'now' : at > now ? 'later' : entered ? 'passed' : 'left-out';
    return { stage: one, state, ...(entered && state !== 'later' ? { since: entered.at } : {}) };
  });
}
