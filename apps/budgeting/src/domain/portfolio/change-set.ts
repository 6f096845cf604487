import { Refusal } from '@meridian/refusal';
import type { CandidateChange, PlannedCandidate } from './scenario-changes.js';

/** What is to become of a candidate, reviewed by who answers for it. */
export interface ReviewedChange extends PlannedCandidate {
  /** `keep`: it goes on as it is, and its budget is decided anew. */
  readonly change: 'begin' | 'stop' | 'move' | 'keep';
  readonly startedIn?: string;
  readonly review: 'open' | 'accepted' | 'contested';
}

/**
 * What has to be done for a scenario: its changes against the one in force, and what that one ordered and nobody did. What
 * never began does not have to be stopped, and what never stopped not begun. Where the scenario gives budgets to what stays
 * as well, a project that stays is a line too; what is no project yet has no budget.
 *
 * @param changes of the scenario against the one in force
 * @param undone what was decided for the one in force and not carried out
 */
export function changesToDo(
  changes: readonly CandidateChange[],
  undone: readonly Pick<ReviewedChange, 'candidateId' | 'name' | 'projectId' | 'change' | 'startedIn'>[],
  { givesKeptBudgets = false } = {},
): readonly Omit<ReviewedChange, 'review'>[] {
  // A budget that was not posted does not have to be: the new scenario decides on it anew.
  const before = new Map(
    undone.filter(({ change }) => change !== 'keep').map((one) => [one.candidateId, one]),
  );
  const told = new Set(changes.map(({ candidateId }) => candidateId));
  const stillToStop = undone.filter(({ candidateId, change }) => change === 'stop' && !told.has(candidateId));
  return [
    ...changes.flatMap((one) => {
      const earlier = before.get(one.candidateId)?.change;
      const change = earlier === undefined ? one.change : afterUndone(earlier, one.change);
      const isLine =
        change === 'keep' ? givesKeptBudgets && one.projectId !== undefined : change !== undefined;
      return isLine && change !== undefined ? [{ ...one, change }] : [];
    }),
    ...stillToStop,
  ];
}

/** The change that is left when an earlier one of the same candidate was never carried out. */
function afterUndone(
  earlier: ReviewedChange['change'],
  next: CandidateChange['change'],
): ReviewedChange['change'] | undefined {
  if (earlier === 'begin') return next === 'stop' ? undefined : 'begin';
  if (earlier === 'stop') return next === 'begin' ? 'move' : undefined;
  return next === 'stop' ? 'stop' : 'move';
}

/** @throws Refusal `budgeting/contest-needs-reason` */
export function requireReview(verdict: 'accepted' | 'contested', reason: string | undefined): void {
  if (verdict === 'accepted' || reason?.trim()) return;
  throw new Refusal(
    'budgeting/contest-needs-reason',
    'A change is contested with a reason, so that who decides can weigh it.',
    { kind: 'unprocessable' },
  );
}

/** @throws Refusal `budgeting/change-set-decided` once it was applied or superseded */
export function requireInReview({ state, name }: { readonly state: string; readonly name: string }): void {
  if (state === 'in-review') return;
  throw new Refusal(
    'budgeting/change-set-decided',
    `The change-set of "${name}" is ${state}; what it says is not reviewed or applied any more.`,
  );
}

/** @throws Refusal `budgeting/change-set-not-applied` while it is in review, or when it was superseded */
export function requireApplied({ state, name }: { readonly state: string; readonly name: string }): void {
  if (state === 'applied') return;
  throw new Refusal(
    'budgeting/change-set-not-applied',
    `The change-set of "${name}" is ${state}; budgets are posted when it is applied, or after.`,
  );
}

/** @throws Refusal `budgeting/change-set-open` while somebody has not answered */
export function requireAllReviewed(lines: readonly Pick<ReviewedChange, 'name' | 'review'>[]): void {
  const open = lines.filter(({ review }) => review === 'open');
  if (open.length === 0) return;
  throw new Refusal(
    'budgeting/change-set-open',
    `Nobody has accepted or contested yet what becomes of ${open.map(({ name }) => name).join(', ')}; have each line reviewed, then apply.`,
  );
}

/** The first day of a period named like `2027`, `2027-H2`, `2027-Q3` or `2027-05`; undefined for other names. */
export function firstDayOf(period: string): string | undefined {
  const [, year, kind, place] = /^(\d{4})(?:-([HQ]?)(\d{1,2}))?$/.exec(period) ?? [];
  if (year === undefined) return undefined;
  const months = kind === 'H' ? 6 : kind === 'Q' ? 3 : 1;
  const month = (Number(place ?? 1) - 1) * months + 1;
  if (month < 1 || month > 12) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-01`;
}
