import { dateFromDay, dayFromDate } from '@meridian/calendar';
import type { BacklogItem } from './backlog-item.js';
import { forecastTargets, LEAST_WEEKS } from './milestone-forecast.js';
import type { WeekOfWork } from './throughput.js';

export type OutlookGap = 'history-too-short' | 'nothing-finished' | 'not-estimated';

export interface WaitingMilestone {
  readonly milestoneId: string;
  readonly name: string;
  readonly dueOn: string;
}

/** What of the backlog is still to be done, by rank. */
export type OpenItem = Pick<BacklogItem, 'rank' | 'points' | 'milestoneId'>;

export interface OutlookQuestion {
  readonly milestones: readonly WaitingMilestone[];
  readonly open: readonly OpenItem[];
  readonly history: readonly WeekOfWork[];
  readonly unit: 'items' | 'points';
  readonly today: string;
  readonly seed: number;
}

export interface Outlook extends WaitingMilestone {
  /** What is to be finished for the milestone itself. */
  readonly remaining: number;
  /** What other work is wanted before the last of it. */
  readonly ahead: number;
  readonly gap: OutlookGap | null;
  readonly p50On: string | null;
  readonly p80On: string | null;
  readonly p90On: string | null;
  readonly inTimePercent: number | null;
}

/**
 * When each milestone that waits for open items will be reached. A team takes what is wanted first: everything that stands
 * before the last item of a milestone is counted too. Milestones that wait for nothing have no outlook.
 */
export function milestoneOutlooks(question: OutlookQuestion): Outlook[] {
  const { milestones, history, unit, today, seed } = question;
  const sized = milestones.flatMap((milestone) => workFor(milestone, question) ?? []);
  const targets = sized.map(({ remaining, ahead }) => remaining + ahead);
  const weeks = history.map((week) => week[unit]);
  const whole = historyGap(weeks);
  const days = whole === null ? forecastTargets({ history: weeks, targets, seed }) : [];
  const on = (after: number | null) => (after === null ? null : dateFromDay(dayFromDate(today) + after));
  return sized
    .map(({ isEstimated, ...work }, at) => {
      const gap = whole ?? (isEstimated ? null : ('not-estimated' as const));
      const found = gap === null ? days[at]! : null;
      const within = dayFromDate(work.dueOn) - dayFromDate(today);
      return {
        ...work,
        gap,
        p50On: on(found?.p50 ?? null),
        p80On: on(found?.p80 ?? null),
        p90On: on(found?.p90 ?? null),
        inTimePercent: found?.inTimePercent(within) ?? null,
      };
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)));
}

/** Why there is no forecast, as a sentence. */
export function gapSentence(gap: OutlookGap, weeks: number): string {
  if (gap === 'history-too-short')
    return `${weeks} complete weeks since the first sprint began are known; a forecast needs ${LEAST_WEEKS}.`;
  if (gap === 'nothing-finished') return `Nothing was finished in the ${weeks} weeks that are known.`;
  return 'Some of the items that are to be finished have no points; estimate them, or count items.';
}

function workFor(milestone: WaitingMilestone, { open, unit }: OutlookQuestion) {
  const own = open.filter(({ milestoneId }) => milestoneId === milestone.milestoneId);
  if (own.length === 0) return null;
  const last = own.reduce((rank, item) => (item.rank > rank ? item.rank : rank), '');
  const before = open.filter((item) => item.rank < last && item.milestoneId !== milestone.milestoneId);
  const size = (items: readonly OpenItem[]) =>
    unit === 'items' ? items.length : items.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const isEstimated = unit === 'items' || [...own, ...before].every(({ points }) => points !== null);
  return { ...milestone, remaining: size(own), ahead: size(before), isEstimated };
}

function historyGap(weeks: readonly number[]): OutlookGap | null {
  if (weeks.length < LEAST_WEEKS) return 'history-too-short';
  return weeks.every((finished) => finished === 0) ? 'nothing-finished' : null;
}
