import { Refusal } from '@meridian/refusal';
import { dateAfter, endOfWeek, weekOf, weeksFrom } from '../weeks.js';

/** Sheets of the last week are due a week after it: who worked is told of the figures then. */
const TELL_AFTER_DAYS = 7;
/** So long the figures are the person's alone, unless they looked at them before. */
const NOTICE_DAYS = 14;
/** The figures of groups are made once, when nobody's notice runs any more, even of one told a week late. */
const GROUPS_AFTER_DAYS = 28;

/** The weeks whose Monday lies in a quarter, whole: figures by week need no halves. */
export interface Period {
  /** `2026-Q4` */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly mondays: readonly string[];
}

export function periodNamed(name: string): Period {
  const [year, quarter] = [Number(name.slice(0, 4)), Number(name.slice(6))];
  const first = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
  const monday = weekOf(dateAfter(first, 6));
  const mondays = weeksFrom(monday, 14).filter((one) => nameOf(one) === name);
  return { name, from: monday, to: endOfWeek(mondays.at(-1) ?? monday), mondays };
}

export function lastPeriodOver(today: string): Period {
  const { from } = periodNamed(nameOf(weekOf(today)));
  return periodNamed(nameOf(dateAfter(from, -7)));
}

/** The last one whose sheets have come: people are told of it. */
export function lastPeriodTold(today: string): Period {
  return lastPeriodOver(dateAfter(today, -TELL_AFTER_DAYS));
}

export function isOver({ to }: Period, today: string): boolean {
  return to < today;
}

/** @throws Refusal while the period still runs: what is seen stays as it is */
export function requireOver(period: Period, today: string): void {
  if (isOver(period, today)) return;
  throw new Refusal(
    'resourcing/period-not-over',
    `${period.name} runs to ${period.to}; its figures are settled afterwards. You can read them at any time.`,
  );
}

/** The day from which the line manager sees what the person was told of today. */
export function releasedWhenTold(today: string): string {
  return dateAfter(today, NOTICE_DAYS);
}

export function groupsMadeOn({ to }: Period): string {
  return dateAfter(to, GROUPS_AFTER_DAYS);
}

function nameOf(monday: string): string {
  return `${monday.slice(0, 4)}-Q${Math.ceil(Number(monday.slice(5, 7)) / 3)}`;
}
