import type { DependencyLine, DependencyStep, ProjectLinkLine } from '@meridian/contracts-projects';
import { daysBetween, formatDay, formatSlip } from '../dates/format-day.js';
import type { HealthState } from '../health/health-state.js';
import { formatCount } from '../money/format-money.js';

const minutesPerDay = 480;

export const linkKinds: readonly (readonly [ProjectLinkLine['kind'], string])[] = [
  ['FS', 'starts after the other finishes'],
  ['SS', 'starts after the other starts'],
  ['FF', 'finishes after the other finishes'],
  ['SF', 'finishes after the other starts'],
];

/** `starts after the other finishes, and 2 days`. */
export function kindWords({ kind, lagMinutes }: Pick<ProjectLinkLine, 'kind' | 'lagMinutes'>): string {
  const words = linkKinds.find(([one]) => one === kind)?.[1] ?? kind;
  if (lagMinutes === 0) return words;
  return `${words}, ${lagMinutes > 0 ? 'and' : 'less'} ${daysOf(Math.abs(lagMinutes))}`;
}

/** Working minutes as days of eight hours: `2 days`, `half a day` reads `0.5 days`. */
export function daysOf(minutes: number): string {
  const days = Math.round((minutes / minutesPerDay) * 10) / 10;
  return days === 1 ? '1 day' : `${formatCount(days)} days`;
}

/** How a link stands: the given date may move by its slack before somebody else moves. */
export function linkStanding({ isHeld, slackMinutes }: ProjectLinkLine): {
  readonly state: HealthState;
  readonly word: string;
} {
  if (!isHeld) return { state: 'unknown', word: 'Holds nothing' };
  if (slackMinutes === undefined) return { state: 'unknown', word: 'Not known' };
  if (slackMinutes < 0) return { state: 'off-track', word: 'Not kept' };
  return slackMinutes === 0 ? { state: 'at-risk', word: 'Tight' } : { state: 'on-track', word: 'Holds' };
}

/** Days between what is computed and what was promised; negative is late. Undefined where one of them is not told. */
export function promiseSlack({ promisedOn, forecastOn }: DependencyLine): number | undefined {
  return promisedOn === undefined || forecastOn === undefined
    ? undefined
    : daysBetween(forecastOn, promisedOn);
}

/** How a promise stands, in one word. */
export function promiseStanding(line: DependencyLine): {
  readonly state: HealthState;
  readonly word: string;
} {
  const { state, turn, isAtRisk, isYourTurn } = line;
  if (state === 'rejected') return { state: 'unknown', word: 'Rejected' };
  if (state === 'withdrawn') return { state: 'unknown', word: 'Withdrawn' };
  if (isAtRisk) return { state: 'off-track', word: 'At risk' };
  if (turn !== undefined)
    return { state: 'at-risk', word: isYourTurn ? 'Your answer' : 'Waits for an answer' };
  return { state: 'on-track', word: 'Agreed' };
}

const acts: Readonly<Record<DependencyStep['act'], string>> = {
  offered: 'was offered',
  accepted: 'was accepted',
  rejected: 'was rejected',
  renegotiated: 'another day was asked for',
  withdrawn: 'was withdrawn',
  'at-risk': 'is at risk: the forecast passed the agreed day',
  'safe-again': 'is safe again',
};

/** `was offered for 20 Nov 2026 by Ada Byron of the project that gives`. */
export function stepSentence({ act, side, on, by }: DependencyStep): string {
  const day = on === undefined ? '' : side === undefined ? `, now ${formatDay(on)}` : ` for ${formatDay(on)}`;
  const who = by === undefined ? '' : ` by ${by}`;
  const of = side === undefined ? '' : ` of the project that ${side === 'giver' ? 'gives' : 'gets'}`;
  return `${acts[act]}${day}${side === undefined ? '' : `${who}${who === '' ? ',' : ''}${of}`}`;
}

/** `3 d to spare`, `2 d late`, `to the day`. */
export function slackWords(days: number | undefined): string {
  if (days === undefined) return '–';
  if (days === 0) return 'to the day';
  return days > 0 ? `${formatCount(days)} d to spare` : `${formatSlip(-days).replace('+', '')} late`;
}
