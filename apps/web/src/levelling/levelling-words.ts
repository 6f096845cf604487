import type { LevellingJobState, LevellingProposalFigures, MoveReason } from '@meridian/contracts-resourcing';
import type { HealthState } from '../health/health-state.js';
import { formatPercent } from '../money/format-money.js';

const objectives: Readonly<Record<string, string>> = {
  finish: 'All work ends as early as possible',
  lateness: 'Projects miss what they promised as little as possible',
  'smooth-load': 'The load changes from week to week as little as possible',
  cost: 'Projects are open for as short as possible',
};

export function objectiveWords(objective: string): string {
  return objectives[objective] ?? objective;
}

const jobs: Readonly<Record<LevellingJobState['state'], string>> = {
  queued: 'Waits for its turn',
  running: 'Searching',
  done: 'Done',
  cancelled: 'Cancelled',
  failed: 'Failed',
};

export function jobWords(state: LevellingJobState['state']): string {
  return jobs[state];
}

const withoutProgress: Readonly<Record<LevellingJobState['state'], string>> = {
  queued: 'It begins as soon as a worker is free.',
  running: 'No plan was found yet.',
  done: 'The proposal stands below, with what is proven about it.',
  cancelled: 'Somebody ended it before a plan was found.',
  failed: 'It ended before a plan was found.',
};

/** How good the best plan so far is known to be. */
export function progressWords({ progress, state }: Pick<LevellingJobState, 'progress' | 'state'>): string {
  if (!progress) return withoutProgress[state];
  const { makespanDays, lowerBoundDays, gap, isOptimal } = progress;
  if (isOptimal) return `All work ends after ${makespanDays} working days; proven: no plan ends earlier.`;
  return `All work ends after ${makespanDays} working days; no plan ends before ${lowerBoundDays}, so at most ${formatPercent(gap * 100, undefined, 1)} could be gained.`;
}

const proposals: Readonly<
  Record<LevellingProposalFigures['state'], { readonly state: HealthState; readonly word: string }>
> = {
  open: { state: 'at-risk', word: 'Waits for its owners' },
  accepted: { state: 'on-track', word: 'Accepted' },
  contested: { state: 'off-track', word: 'Contested' },
  outdated: { state: 'unknown', word: 'Outdated' },
};

export function proposalState(state: LevellingProposalFigures['state']) {
  return proposals[state];
}

const reasons: Readonly<Record<MoveReason['kind'], string>> = {
  resource: 'No room',
  link: 'Waits',
  absence: 'Away',
  smoothing: 'Evener load',
};

export function reasonWords(kind: MoveReason['kind']): string {
  return reasons[kind];
}
