import { Refusal } from '@meridian/refusal';
import type { Overrun } from '../ledger/overrun.js';

/** What counts of an exception when somebody posts with it. */
export interface ExceptionInUse {
  readonly exceptionId: string;
  readonly nodeId: string;
  readonly state: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly decision: string | null;
}

/** An approved exception of this budget, not used yet, as the ledger keeps it with the entry; undefined for any other. */
export function exceptionFor(
  exception: ExceptionInUse | null,
  { budgetId, currency }: { readonly budgetId: string; readonly currency: string },
): string | undefined {
  const isFit =
    exception?.state === 'approved' && exception.nodeId === budgetId && exception.currency === currency;
  return isFit ? `Exception ${exception.exceptionId}: ${exception.decision ?? ''}`.slice(0, 300) : undefined;
}

/** @throws Refusal `budgeting/exception-too-small` when the posting goes further beyond than was approved */
export function requireEnough({ amountMinor }: ExceptionInUse, overrun: Overrun, currency: string): void {
  if (overrun.exceededByMinor <= amountMinor) return;
  throw new Refusal(
    'budgeting/exception-too-small',
    `The posting goes ${overrun.exceededByMinor} beyond the budget; the exception allows ${amountMinor} (minor units of ${currency}).`,
    {
      details: {
        budgetId: overrun.budgetId,
        exceededByMinor: overrun.exceededByMinor.toString(),
        amountMinor: amountMinor.toString(),
      },
    },
  );
}

/**
 * @throws Refusal `budgeting/exception-decided`, `budgeting/own-exception`: nobody approves what they asked for
 */
export function requireMayDecide(
  { state, askedBy }: { readonly state: string; readonly askedBy: string },
  by: string,
): void {
  if (state !== 'asked')
    throw new Refusal('budgeting/exception-decided', `The exception is ${state}; ask for another one.`);
  if (askedBy === by)
    throw new Refusal(
      'budgeting/own-exception',
      'Somebody else than who asked for an exception decides on it.',
      { kind: 'forbidden' },
    );
}
