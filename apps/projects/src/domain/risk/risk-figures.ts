import { dateFromDay, dateOf, dayOf, MINUTES_PER_DAY } from '@meridian/calendar';
import type { RiskAnswer } from '@meridian/network';
import type { RiskDriver } from './risk-drivers.js';

/** What a simulation came to, as it is kept. Shares are 0 to 1, days `YYYY-MM-DD`. */
export interface RiskFigures {
  readonly plannedFinish: string;
  readonly plannedConfidence: number;
  readonly meanDelayMinutes: number;
  readonly deviationMinutes: number;
  readonly finishes: readonly { readonly percent: number; readonly on: string }[];
  readonly bins: readonly { readonly on: string; readonly share: number; readonly cumulative: number }[];
  readonly tasks: readonly {
    readonly taskId: string;
    readonly criticality: number;
    readonly cruciality: number;
    readonly sensitivity: number;
  }[];
  /** Absent in simulations of before the register took part. */
  readonly risks?: readonly RiskDriver[];
  /** What the risks cost together; absent when none costs anything. */
  readonly riskCosts?: readonly {
    readonly percent: number;
    readonly costMinor: string;
    readonly savedMinor?: string;
  }[];
}

const PERCENTS = [10, 20, 30, 40, 50, 60, 70, 80, 90];
/** More days than these are told week by week: stretches of other lengths would show weekends as gaps. */
const MOST_DAYS = 60;
const DAYS_PER_WEEK = 7;
const MOST_TASKS = 50;

/** @param risks those that took part, the greatest drivers first */
export function riskFigures(answer: RiskAnswer, risks: readonly RiskDriver[]): RiskFigures {
  const { meanMinutes, deviationMinutes } = answer.delay;
  return {
    plannedFinish: dateOf(answer.plannedFinish),
    plannedConfidence: answer.confidence({ finish: endOfDay(answer.plannedFinish) }),
    meanDelayMinutes: Math.round(meanMinutes),
    deviationMinutes: Math.round(deviationMinutes),
    finishes: PERCENTS.map((percent) => ({ percent, on: dateOf(answer.finishAt(percent)) })),
    bins: binsOf(answer),
    tasks: answer
      .activities()
      .filter(({ criticality, cruciality }) => criticality > 0 || cruciality !== 0)
      .sort((a, b) => b.sensitivity - a.sensitivity || b.criticality - a.criticality)
      .slice(0, MOST_TASKS)
      .map(({ id, criticality, cruciality, sensitivity }) => ({
        taskId: id,
        criticality: rounded(criticality),
        cruciality: Math.max(-1, Math.min(1, rounded(cruciality))),
        sensitivity: rounded(sensitivity),
      })),
    risks,
    ...(answer.costAt(0) === 0 && answer.costAt(100) === 0 ? {} : { riskCosts: riskCosts(answer) }),
  };
}

/** The reserve that so many percent of the runs stay within: no other cost is simulated. */
function riskCosts(answer: RiskAnswer) {
  return PERCENTS.map((percent) => {
    const cost = answer.costAt(percent);
    return {
      percent,
      costMinor: String(Math.max(0, cost)),
      ...(cost < 0 ? { savedMinor: String(cost) } : {}),
    };
  });
}

/** Days, or weeks where there are many, from the earliest finish to the latest. */
function binsOf(answer: RiskAnswer): RiskFigures['bins'] {
  const first = dayOf(answer.finishAt(0));
  const last = dayOf(answer.finishAt(100));
  const days = last - first < MOST_DAYS ? 1 : DAYS_PER_WEEK;
  let before = 0;
  return Array.from({ length: Math.ceil((last - first + 1) / days) }, (_, index) => {
    const day = Math.min(last, first + (index + 1) * days - 1);
    const cumulative = answer.confidence({ finish: (day + 1) * MINUTES_PER_DAY });
    const share = rounded(cumulative - before);
    before = cumulative;
    return { on: dateFromDay(day), share, cumulative: rounded(cumulative) };
  });
}

function endOfDay(moment: number): number {
  return (dayOf(moment) + 1) * MINUTES_PER_DAY;
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
