import { Refusal } from '@meridian/refusal';
import type { Overrun } from '../ledger/overrun.js';
import { dayNumber } from '../plan/calendar-day.js';

/** What counts of an exception when somebody posts with it. */
export interface ExceptionInUse {
  readonly exceptionId: string;
  readonly nodeId: string;
  readonly state: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly decision: string | null;
  /** The last day on which it may be decided and used. */
  readonly validThrough: string | null;
}

/** An approved exception of this budget, neither used nor over, as the ledger keeps it with the entry; undefined for any other. */
export function exceptionFor(
  exception: ExceptionInUse | null,
  {
    budgetId,
    currency,
    today,
  }: { readonly budgetId: string; readonly currency: string; readonly today: string },
): string | undefined {
  const isFit =
    exception?.state === 'approved' &&
    exception.nodeId === budgetId &&
    exception.currency === currency &&
    !isOver(exception, today);
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
 * @throws Refusal `budgeting/exception-expired`, `budgeting/exception-decided`, `budgeting/own-exception`: nobody approves what they asked for
 */
export function requireMayDecide(
  exception: Pick<ExceptionInUse, 'state' | 'validThrough'> & { readonly askedBy: string },
  { by, today }: { readonly by: string; readonly today: string },
): void {
  const { state, askedBy, validThrough } = exception;
  if (isOver(exception, today))
    throw new Refusal(
      'budgeting/exception-expired',
      `The exception could be decided on through ${validThrough}; ask for another one.`,
    );
  if (state !== 'asked')
    throw new Refusal('budgeting/exception-decided', `The exception is ${state}; ask for another one.`);
  if (askedBy === by)
    throw new Refusal(
      'budgeting/own-exception',
      'Somebody else than who asked for an exception decides on it.',
      { kind: 'forbidden' },
    );
}

/** @throws Refusal `budgeting/exception-day-past`, `budgeting/not-a-date` */
export function requireDayAhead(validThrough: string | undefined, today: string): void {
  if (validThrough === undefined) return;
  dayNumber(validThrough);
  if (validThrough >= today) return;
  throw new Refusal(
    'budgeting/exception-day-past',
    `The last day of the exception is ${validThrough}; it must not be before today, ${today}.`,
    { kind: 'unprocessable' },
  );
}

function isOver({ validThrough }: Pick<ExceptionInUse, 'validThrough'>, today: string): boolean {
  return validThrough !== null && validThrough < today;
}
