import type { ClosingAnswerLine, ClosingRecord, LessonCategory } from '@meridian/contracts-projects';
import { formatDay, formatMoment } from '../dates/format-day.js';
import type { HealthState } from '../health/health-state.js';

type Owner = ClosingAnswerLine['owner'];

/** Who is asked, and the section of the page on which one sees and settles what is open there. */
export const owners: Readonly<Record<Owner, { readonly label: string; readonly section: string }>> = {
  budgeting: { label: 'Money', section: 'money' },
  resourcing: { label: 'People', section: 'people' },
  quality: { label: 'Quality', section: 'quality' },
  governance: { label: 'Governance', section: 'governance' },
};

/** Where an answer stands: `Not answered yet`, `3 open`, `Clear`. */
export function answerStanding({ state, openCount }: Pick<ClosingAnswerLine, 'state' | 'openCount'>): {
  readonly state: HealthState;
  readonly word: string;
} {
  if (state === 'missing') return { state: 'unknown', word: 'Not answered yet' };
  if (state === 'open') return { state: 'at-risk', word: `${openCount} open` };
  return { state: 'on-track', word: 'Clear' };
}

/** `asked today 09:30` until there is an answer, then when it became what it is. */
export function sinceWords({ askedAt, answeredAt }: ClosingAnswerLine, now = new Date()): string {
  return answeredAt === undefined
    ? `asked ${formatMoment(askedAt, now)}`
    : `since ${formatMoment(answeredAt, now)}`;
}

/** What of a closing stands beside its title. */
export function closingNote(closing: ClosingRecord | undefined, isOverdue: boolean): string | undefined {
  if (closing?.state !== 'open') return undefined;
  const due = formatDay(closing.dueOn);
  return isOverdue ? `should have been over by ${due}` : `should be over by ${due}`;
}

/** `Ended by Anna Meyer with something open`. */
export function endWords({ state, endedByName }: ClosingRecord): string {
  const by = endedByName === undefined ? '' : ` by ${endedByName}`;
  if (state === 'withdrawn') return `Taken back into delivery${by}`;
  if (state === 'overridden') return `Ended${by} with something open`;
  return state === 'complete' ? `Ended${by}, everything settled` : 'Runs';
}

export const lessonCategories: readonly (readonly [LessonCategory, string])[] = [
  ['scope', 'Scope'],
  ['schedule', 'Schedule'],
  ['cost', 'Cost'],
  ['quality', 'Quality'],
  ['people', 'People'],
  ['communication', 'Communication'],
  ['risk', 'Risk'],
  ['procurement', 'Procurement'],
  ['technology', 'Technology'],
  ['other', 'Something else'],
];

export function categoryWords(category: LessonCategory): string {
  return lessonCategories.find(([one]) => one === category)?.[1] ?? category;
}
