import { allocateMinor } from '@meridian/money';

export interface BudgetLine {
  readonly name: string;
  readonly category: string;
  readonly amountMinor: bigint;
  readonly taskId?: string | null | undefined;
}

/**
 * The cost lines of a project after money came or went by a decision: what came is a line of its own, what went is taken
 * from all lines in proportion, by largest remainder, so that the lines sum to the new budget exactly.
 *
 * @param changeMinor not more below zero than the lines hold
 */
export function linesAfterChange(
  lines: readonly BudgetLine[],
  changeMinor: bigint,
  reference: string,
): readonly BudgetLine[] {
  if (changeMinor === 0n) return lines;
  if (changeMinor > 0n) return [...lines, { name: reference, category: 'other', amountMinor: changeMinor }];
  const amounts = lines.map(({ amountMinor }) => amountMinor);
  const total = amounts.reduce((all, amount) => all + amount, 0n);
  const parts = allocateMinor(total + changeMinor, amounts);
  return lines.map((line, index) => ({ ...line, amountMinor: parts[index] ?? 0n }));
}
