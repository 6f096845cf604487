import type { ChangeSet, ChangeSetLine } from '@meridian/contracts-budgeting';
import type { HealthState } from '../health/health-state.js';

interface Words {
  readonly state: HealthState;
  readonly word: string;
}

/** What becomes of a project. */
export function becomesWords({ change, startsIn, startedIn, isKept }: ChangeSetLine): string {
  if (change === 'stop') return 'stops';
  if (isKept) return 'goes on as it is, with a new budget';
  const when = startsIn === undefined ? '' : ` in ${startsIn}`;
  if (change === 'begin') return `begins${when}`;
  return `moves${startedIn === undefined ? '' : ` from ${startedIn}`}${startsIn === undefined ? '' : ` to ${startsIn}`}`;
}

const reviews: Readonly<Record<ChangeSetLine['review'], Words>> = {
  open: { state: 'unknown', word: 'Not answered' },
  accepted: { state: 'on-track', word: 'Accepted' },
  contested: { state: 'at-risk', word: 'Contested' },
};

const outcomes: Readonly<Record<NonNullable<ChangeSetLine['outcome']>, Words>> = {
  'left-out': { state: 'at-risk', word: 'Left out' },
  ordered: { state: 'unknown', word: 'Under way' },
  applied: { state: 'on-track', word: 'Carried out' },
  refused: { state: 'off-track', word: 'Refused' },
};

/** Where a line stands: what came of it, or before that what its owner said. */
export function standingOf({ review, outcome }: Pick<ChangeSetLine, 'review' | 'outcome'>): Words {
  return outcome === undefined ? reviews[review] : outcomes[outcome];
}

/** What is missing before a change-set is applied, or what became of it. */
export function progressWords({ state, lines }: Pick<ChangeSet, 'state' | 'lines'>): string {
  const count = (words: string): number => lines.filter((line) => standingOf(line).word === words).length;
  if (state === 'superseded') return 'superseded by a later decision before it was applied';
  if (state === 'in-review') {
    const open = count('Not answered');
    return open === 0 ? 'every line is answered' : `${open} of ${lines.length} lines not answered`;
  }
  const parts = ['Carried out', 'Under way', 'Refused', 'Left out'].flatMap((words) =>
    count(words) === 0 ? [] : [`${count(words)} ${words.toLowerCase()}`],
  );
  return parts.join(', ');
}

/** Whether an applied change-set has accepted lines whose budget was not posted yet. */
export function owesBudgets({ state, lines }: Pick<ChangeSet, 'state' | 'lines'>): boolean {
  return (
    state === 'applied' &&
    lines.some(
      ({ review, projectId, newBudgetMinor, budgetOutcome }) =>
        review === 'accepted' && projectId && newBudgetMinor && budgetOutcome !== 'posted',
    )
  );
}
