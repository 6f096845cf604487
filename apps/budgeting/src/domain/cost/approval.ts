import { minorDigits, minorFromWire } from '@meridian/money';
import { Refusal } from '@meridian/refusal';

export interface ApprovedLine {
  readonly name: string;
  readonly category: string;
  readonly amountMinor: bigint;
  readonly taskId: string | null;
}

export interface Approval {
  readonly lines: readonly ApprovedLine[];
  readonly budgetAtCompletionMinor: bigint;
  readonly contingencyMinor: bigint | undefined;
  /** Decimal text. */
  readonly tolerancePercent: string;
}

export interface ProposedBudget {
  readonly currency: string;
  readonly lines: readonly {
    readonly name: string;
    readonly category: string;
    readonly amountMinor: string;
    readonly taskId?: string;
  }[];
  readonly contingencyMinor?: string;
  readonly tolerancePercent?: number;
}

const STANDARD_TOLERANCE_PERCENT = 10;
const HIGHEST_TOLERANCE_PERCENT = 100;

/**
 * A budget as it is approved: its lines in figures, their sum, the tolerance.
 *
 * @throws Refusal `budgeting/no-cost-lines`, `budgeting/negative-cost`, `budgeting/unknown-task`,
 * `budgeting/tolerance-out-of-range`, `money/unknown-currency`, `money/not-minor-units`
 */
export function approval(proposed: ProposedBudget, knownTaskIds: ReadonlySet<string>): Approval {
  minorDigits(proposed.currency);
  if (proposed.lines.length === 0) {
    throw new Refusal('budgeting/no-cost-lines', 'A budget is approved line by line; name at least one.', {
      kind: 'unprocessable',
    });
  }
  const lines = proposed.lines.map((line) => lineOf(line, knownTaskIds));
  return {
    lines,
    budgetAtCompletionMinor: lines.reduce((all, { amountMinor }) => all + amountMinor, 0n),
    contingencyMinor:
      proposed.contingencyMinor === undefined ? undefined : minorFromWire(proposed.contingencyMinor),
    tolerancePercent: toleranceOf(proposed.tolerancePercent ?? STANDARD_TOLERANCE_PERCENT),
  };
}

function lineOf(line: ProposedBudget['lines'][number], knownTaskIds: ReadonlySet<string>): ApprovedLine {
  const { name, category, taskId = null } = line;
  const amountMinor = minorFromWire(line.amountMinor);
  if (amountMinor < 0n) {
    throw new Refusal('budgeting/negative-cost', `Cost line "${name}" comes to less than zero.`, {
      kind: 'unprocessable',
    });
  }
  if (taskId !== null && !knownTaskIds.has(taskId)) {
    throw new Refusal(
      'budgeting/unknown-task',
      `Cost line "${name}" names task ${taskId}, which is not a task with work of its own in the plan.`,
    );
  }
  return { name, category, amountMinor, taskId };
}

function toleranceOf(percent: number): string {
  if (percent >= 0 && percent <= HIGHEST_TOLERANCE_PERCENT) return percent.toFixed(6).replace(/\.?0+$/, '');
  throw new Refusal(
    'budgeting/tolerance-out-of-range',
    `tolerancePercent is ${percent}; it must be between 0 and ${HIGHEST_TOLERANCE_PERCENT}.`,
    { kind: 'unprocessable' },
  );
}
