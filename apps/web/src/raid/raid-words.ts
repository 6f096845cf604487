import type {
  RaidChange,
  RaidFieldChange,
  RaidEffect,
  RaidKind,
  RaidStatus,
  RaidTotals,
} from '@meridian/contracts-projects';
import type { HealthState } from '../health/health-state.js';
import { formatCount, formatMoney } from '../money/format-money.js';

export const kindWords: Record<RaidKind, string> = {
  risk: 'Risk',
  assumption: 'Assumption',
  issue: 'Issue',
  dependency: 'Dependency',
};

/** What people choose from: an opportunity is a risk with a good effect. */
export type EntryKind = RaidKind | 'opportunity';

export const entryKinds: readonly (readonly [EntryKind, string])[] = [
  ['risk', 'Risk'],
  ['opportunity', 'Opportunity'],
  ['assumption', 'Assumption'],
  ['issue', 'Issue'],
  ['dependency', 'Dependency'],
];

export function entryKindOf({ kind, effect }: Named): EntryKind {
  return effect === 'opportunity' ? effect : kind;
}

export function kindWord(entry: Named): string {
  return entry.effect === 'opportunity' ? 'Opportunity' : kindWords[entry.kind];
}

interface Named {
  readonly kind: RaidKind;
  readonly effect?: RaidEffect;
}

/** How one answers it; only risks are answered so. */
export const strategies = {
  threat: [
    ['avoid', 'avoid'],
    ['reduce', 'reduce'],
    ['transfer', 'transfer'],
    ['accept', 'accept'],
  ],
  opportunity: [
    ['exploit', 'exploit'],
    ['enhance', 'enhance'],
    ['share', 'share'],
    ['accept', 'accept'],
  ],
} as const satisfies Record<RaidEffect, readonly (readonly [string, string])[]>;

/** What the probability of an entry is about. */
export const probabilityWords: Record<EntryKind, string> = {
  opportunity: 'Comes with, %',
  risk: 'Happens with, %',
  assumption: 'Is wrong with, %',
  issue: 'Has happened, %',
  dependency: 'Is not met with, %',
};

export const statusWords: Record<RaidStatus, string> = {
  open: 'Open',
  converted: 'Went on',
  averted: 'Averted',
  expired: 'Expired',
  confirmed: 'Confirmed',
  void: 'Void',
  resolved: 'Resolved',
  met: 'Met',
  dropped: 'Dropped',
};

/** How entries of a kind end. */
export const endings: Record<EntryKind, readonly RaidStatus[]> = {
  opportunity: ['met', 'expired', 'dropped'],
  risk: ['averted', 'expired'],
  assumption: ['confirmed', 'void'],
  issue: ['resolved'],
  dependency: ['met', 'dropped'],
};

interface Conversion {
  readonly to: RaidKind;
  readonly effect?: RaidEffect;
  readonly words: string;
}

/** What entries of a kind go on as, with the words of the button. */
export const conversions: Record<EntryKind, readonly Conversion[]> = {
  opportunity: [],
  risk: [{ to: 'issue', words: 'It happened: make it an issue' }],
  assumption: [
    { to: 'risk', words: 'It may be wrong: make it a risk' },
    { to: 'risk', effect: 'opportunity', words: 'It may turn out better: make it an opportunity' },
    { to: 'issue', words: 'It is wrong: make it an issue' },
  ],
  dependency: [
    { to: 'risk', words: 'It may not be met: make it a risk' },
    { to: 'issue', words: 'It is not met: make it an issue' },
  ],
  issue: [],
};

export function standingOf(entry: {
  readonly status: RaidStatus;
  readonly isOverdue: boolean;
  readonly effect?: RaidEffect;
}): {
  readonly state: HealthState;
  readonly word: string;
} {
  if (entry.isOverdue) return { state: 'off-track', word: 'Overdue' };
  // An opportunity that is open is nothing to be worried about.
  if (entry.status === 'open')
    return { state: entry.effect === 'opportunity' ? 'unknown' : 'at-risk', word: 'Open' };
  return { state: entry.status === 'converted' ? 'unknown' : 'on-track', word: statusWords[entry.status] };
}

/** `4 open, 1 overdue, exposure €91,500 and 15 days, opportunities €20,000 and 1 days` */
export function totalWords({
  openCount,
  overdueCount,
  exposureMinor,
  exposureDays,
  opportunityMinor,
  opportunityDays = 0,
  currency,
}: RaidTotals): string {
  const overdue = overdueCount === 0 ? '' : `, ${formatCount(overdueCount)} overdue`;
  const exposure = `exposure ${formatMoney(exposureMinor, currency)} and ${formatCount(exposureDays)} days`;
  const good =
    opportunityMinor === undefined
      ? ''
      : `, opportunities ${formatMoney(opportunityMinor, currency)} and ${formatCount(opportunityDays)} days`;
  return `${formatCount(openCount)} open${overdue}, ${exposure}${good}`;
}

const deeds: Record<RaidChange['deed'], string> = {
  raised: 'raised it',
  revised: 'changed it',
  settled: 'ended it',
  reopened: 'opened it again',
  converted: 'let it go on as another entry',
};

/** `Anna Meyer changed it: probability 30 to 10. "The contract is signed"` */
export function changeSentence(
  { changedByName, deed, fields, reason }: RaidChange,
  currency: string,
): string {
  const told = deed === 'raised' ? [] : fields.flatMap((field) => fieldWords(field, currency));
  const what = told.length === 0 ? '' : `: ${told.join(', ')}`;
  return `${changedByName} ${deeds[deed]}${what}.${reason === undefined ? '' : ` “${reason}”`}`;
}

/** Ids say nothing to people; what they stand for is told by other fields. */
const silent = new Set(['ownerPersonId', 'convertedToId', 'convertedFromId', 'endedOn']);

function fieldWords({ field, before, after }: RaidFieldChange, currency: string): string[] {
  if (silent.has(field)) return [];
  if (field === 'hits') return ['tasks that it moves'];
  const words = field.replace(/Minor$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const told = (value: string | undefined): string =>
    value === undefined ? 'nothing' : field.endsWith('Minor') ? formatMoney(value, currency) : value;
  return [`${words} ${told(before)} → ${told(after)}`];
}
