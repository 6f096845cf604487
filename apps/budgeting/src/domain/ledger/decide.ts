import { requireSameCurrency } from '@meridian/money';
import type { LedgerCommand } from './command.js';
import { accrue, endAccrual } from './decide-accrual.js';
import { allocate, setAside } from './decide-allocation.js';
import { commit, releaseCommitment } from './decide-commitment.js';
import { creditActual, postActual, recodeActual } from './decide-actual.js';
import { approveBudget, drawReserve, fund, transferBudget } from './decide-grant.js';
import { invoice } from './decide-invoice.js';
import { receive } from './decide-receipt.js';
import { endReservation, reserveMoney } from './decide-reservation.js';
import { reverse } from './decide-reversal.js';
import type { Decision } from './decision.js';
import { requireBalanced } from './journal.js';
import type { Ledger } from './ledger.js';

/**
 * What a command does to the ledger, or why not. Nothing is changed here: append the entry and take
 * `applyEntry(ledger, entry)` as the new state, in one transaction that holds the budget's row.
 *
 * @throws Refusal `money/currency-mismatch`, and those of the functions called here
 */
export function decide(ledger: Ledger, command: LedgerCommand): Decision {
  requireSameCurrency(ledger, 'entry' in command ? command.entry : command);
  const { entry, overrun } = decideByKind(ledger, command);
  const { by, decision } = command;
  return { entry: requireBalanced({ ...entry, by, decision: entry.decision ?? decision }), overrun };
}

function decideByKind(ledger: Ledger, command: LedgerCommand): Decision {
  switch (command.kind) {
    case 'fund':
      return fund(ledger, command);
    case 'approve-budget':
      return approveBudget(ledger, command);
    case 'transfer-budget':
      return transferBudget(ledger, command);
    case 'draw-reserve':
      return drawReserve(ledger, command);
    case 'allocate':
    case 'release-budget':
      return allocate(ledger, command);
    case 'set-aside':
      return setAside(ledger, command);
    case 'reserve-money':
      return reserveMoney(ledger, command);
    case 'withdraw-reservation':
    case 'lapse-reservation':
      return endReservation(ledger, command);
    case 'commit':
    case 'raise-commitment':
      return commit(ledger, command);
    case 'release-commitment':
      return releaseCommitment(ledger, command);
    case 'receive':
      return receive(ledger, command);
    case 'invoice':
      return invoice(ledger, command);
    case 'post-actual':
      return postActual(ledger, command);
    case 'credit-actual':
      return creditActual(ledger, command);
    case 'recode-actual':
      return recodeActual(ledger, command);
    case 'accrue':
      return accrue(ledger, command);
    case 'end-accrual':
      return endAccrual(ledger, command);
    case 'reverse':
      return reverse(ledger, command);
  }
}
