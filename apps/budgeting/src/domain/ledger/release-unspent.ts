import { accountKey, reserveAccount, WHOLE } from './account.js';
import type { Fund } from './account.js';
import type { LedgerCommand } from './command.js';
import { decide } from './decide.js';
import type { JournalEntry } from './journal.js';
import { applyEntry, balanceOf } from './ledger.js';
import type { BudgetControl, Ledger } from './ledger.js';
import { heldMinor } from './reservation.js';

interface Stop {
  readonly projectId: string;
  /** Who gets the money back. */
  readonly to: Fund;
  readonly on: string;
  readonly reference: string;
  readonly decision: string;
  readonly by: string;
  readonly newId: () => string;
}

export interface ReleasedEntry {
  readonly entry: JournalEntry;
  readonly amountMinor: bigint;
}

/**
 * Gives back all that a project does not owe: requisitions are withdrawn, reserves drawn, and what is available in the
 * project, its control accounts and work packages goes to the fund. What is ordered, received and spent stays; so does the
 * money of fiscal periods that are closed. The ledger holds the project with all its parts.
 */
export function releaseUnspent(
  ledger: Ledger,
  stop: Stop,
): { entries: readonly ReleasedEntry[]; after: Ledger } {
  const entries: ReleasedEntry[] = [];
  let now = ledger;
  const post = (amountMinor: bigint, command: Asked): void => {
    if (amountMinor <= 0n) return;
    const { newId, projectId: _, to: __, ...heading } = stop;
    const asked = { ...heading, currency: ledger.currency, entryId: newId(), ...command } as LedgerCommand;
    const { entry } = decide(now, asked);
    entries.push({ entry, amountMinor });
    now = applyEntry(now, entry);
  };
  for (const reservation of ledger.reservations?.values() ?? []) {
    const { reservationId, budgetId, period } = reservation;
    if (!isOpen(ledger.budgets.get(budgetId), period)) continue;
    post(heldMinor(reservation), { kind: 'withdraw-reservation', reservationId });
  }
  for (const reserve of ['contingency', 'management-reserve'] as const) {
    const amountMinor = balanceOf(now, reserveAccount(reserve, stop.projectId));
    post(amountMinor, { kind: 'draw-reserve', reserve, budgetId: stop.projectId, amountMinor });
  }
  for (const { id, period } of openPlaces(ledger)) {
    const amountMinor = now.balances.get(accountKey({ kind: 'budget', id, period })) ?? 0n;
    const from = { kind: 'budget' as const, id, period };
    post(amountMinor, { kind: 'release-budget', from, to: stop.to, amountMinor });
  }
  return { entries, after: now };
}

type WithoutHeading<C> = C extends LedgerCommand
  ? Omit<C, 'entryId' | 'on' | 'currency' | 'reference' | 'decision' | 'by'>
  : never;
type Asked = WithoutHeading<LedgerCommand>;

function openPlaces({ budgets }: Ledger) {
  return [...budgets.values()].flatMap((budget) => {
    const periods = budget.periods.length === 0 ? [WHOLE] : budget.periods.map(({ period }) => period);
    return periods
      .filter((period) => isOpen(budget, period))
      .map((period) => ({ id: budget.budgetId, period }));
  });
}

function isOpen(budget: BudgetControl | undefined, period: string): boolean {
  return budget !== undefined && budget.periods.find((one) => one.period === period)?.isClosed !== true;
}
