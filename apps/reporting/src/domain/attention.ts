import { decimalText } from '@meridian/money';
import { daysBetween } from './health.js';
import { slipDays, type Milestone } from './milestone.js';

export type AttentionKind = 'decision' | 'gate' | 'budget' | 'capacity' | 'milestone' | 'status';
export type Severity = 'red' | 'amber';

/** Something that needs a person. */
export interface AttentionNote {
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly dueOn: string | null;
  /** Day from which it is shown. */
  readonly visibleFrom: string;
  /** Day from which it holds, where more than one owner's word decides; otherwise the day on which it is raised. */
  readonly since?: string;
}

const SOON_DAYS = 7;
const GATE_LEAD_DAYS = 30;
const RED_LOAD_PERCENT = 120;
const DETAIL_LENGTH = 500;
const DAY_MS = 86_400_000;

/** What is due within a week, or overdue, is red. */
export function urgency(dueOn: string | null, today: string): Severity {
  return dueOn !== null && daysBetween(today, dueOn) <= SOON_DAYS ? 'red' : 'amber';
}

export interface GateFacts {
  readonly name: string;
  readonly state: string;
  readonly dueOn: string | null;
  readonly missing: number;
  readonly asked: number;
}

/** A planned gate with missing evidence, shown from a month before it is due. */
export function gateAttention(gate: GateFacts, today: string): AttentionNote | null {
  if (gate.state !== 'planned' || gate.missing === 0 || gate.dueOn === null) return null;
  return {
    severity: urgency(gate.dueOn, today),
    title: `${gate.name} misses evidence: ${gate.missing} of ${gate.asked} milestone${gate.asked === 1 ? '' : 's'} open`,
    detail: `Due ${gate.dueOn}. The gate cannot be passed before the mandatory checks of its milestones are settled.`,
    dueOn: gate.dueOn,
    visibleFrom: daysBefore(gate.dueOn, GATE_LEAD_DAYS),
  };
}

/** A forecast that breaks its tolerance. */
export function budgetAttention(breach: {
  readonly deviationPercent: string;
  readonly limitPercent: string;
  readonly since: string;
}): AttentionNote {
  const deviation = Number(breach.deviationPercent).toFixed(1);
  return {
    severity: 'red',
    title: `The forecast passes its tolerance (+${deviation} %, limit ${trimmed(breach.limitPercent)} %)`,
    detail: `Since ${breach.since}. Decide on a corrective action or ask for an exception.`,
    dueOn: null,
    visibleFrom: breach.since,
  };
}

export interface OverloadWeek {
  readonly weekStart: string;
  readonly capacityMinutes: number;
  readonly bookedMinutes: number;
}

/** A person booked above capacity: the number and the weeks, not just a flag. */
export function overloadAttention(
  personName: string,
  weeks: readonly OverloadWeek[],
  today: string,
): AttentionNote | null {
  const ahead = weeks.filter((week) => daysBetween(week.weekStart, today) < SOON_DAYS);
  const [first] = ahead;
  if (!first) return null;
  const peak = ahead.reduce((most, week) => (loadPercent(week) > loadPercent(most) ? week : most), first);
  const percent = loadPercent(peak);
  const span =
    ahead.length === 1 ? `the week of ${first.weekStart}` : `${ahead.length} weeks from ${first.weekStart}`;
  return {
    severity: percent >= RED_LOAD_PERCENT ? 'red' : 'amber',
    title: `${personName} is booked at ${Number.isFinite(percent) ? `${Math.round(percent)} %` : 'work without capacity'} in ${span}`,
    detail: `Peak in the week of ${peak.weekStart}: ${hours(peak.bookedMinutes)} h booked, ${hours(peak.capacityMinutes)} h possible.`,
    dueOn: first.weekStart,
    visibleFrom: today,
  };
}

/** A milestone that other projects wait for and that slipped. It matters since it is late and nobody accepts it. */
export function milestoneAttention(milestone: Milestone): AttentionNote | null {
  const { baselineOn, forecastOn, sharedWith, isAccepted, slippedOn, reopenedOn } = milestone;
  if (slippedOn === null || isAccepted) return null;
  const slip = slipDays(milestone);
  const since = reopenedOn !== null && reopenedOn > slippedOn ? reopenedOn : slippedOn;
  return {
    severity: slip > GATE_LEAD_DAYS ? 'red' : 'amber',
    title: `"${milestone.name}" slipped by ${slip} day${slip === 1 ? '' : 's'}`,
    detail: `Forecast ${forecastOn}, baseline ${baselineOn}. ${sharedWith} other project${sharedWith === 1 ? ' waits' : 's wait'} for it.`,
    dueOn: forecastOn,
    visibleFrom: since,
    since,
  };
}

/** A decision that somebody waits for. */
export function decisionAttention(
  decision: { readonly title: string; readonly dueOn: string; readonly kind: string },
  today: string,
): AttentionNote {
  return {
    severity: urgency(decision.dueOn, today),
    title: decision.title,
    detail: `${decision.kind === 'change-request' ? 'Change request' : decision.kind === 'exception' ? 'Exception' : 'Approval'}, due ${decision.dueOn}.`,
    dueOn: decision.dueOn,
    visibleFrom: today,
  };
}

/** Leave to go beyond a budget that somebody waits for. */
export function exceptionAttention(
  asked: {
    readonly amountMinor: string;
    readonly currency: string;
    readonly reason: string;
    readonly validThrough?: string | undefined;
  },
  today: string,
): AttentionNote {
  const { currency, reason, validThrough = null } = asked;
  const amount = decimalText({ amountMinor: BigInt(asked.amountMinor), currency });
  return {
    severity: urgency(validThrough, today),
    title: `Leave is asked for to go ${amount} ${currency} beyond the budget`,
    detail: clipped(reason, DETAIL_LENGTH),
    dueOn: validThrough,
    visibleFrom: today,
  };
}

/** A text of at most so many characters; one that was longer says that it was. */
export function clipped(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function loadPercent(week: OverloadWeek): number {
  return (week.bookedMinutes * 100) / week.capacityMinutes;
}

function hours(minutes: number): string {
  return (minutes / 60).toFixed(1).replace(/\.0$/, '');
}

function trimmed(decimal: string): string {
  return String(Number(decimal));
}

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * DAY_MS).toISOString().slice(0, 10);
}
