import { Refusal } from '@meridian/refusal';
import { fundAccount, reserveAccount } from './account.js';
import type { Account } from './account.js';
import { requireBalance, requireNotFrozen, requirePositive } from './amount-rules.js';
import type { AllocateCommand, MoneyPlace, SetAsideCommand } from './command.js';
import type { Decision } from './decision.js';
import { move } from './journal.js';
import type { EntryKind, Posting } from './journal.js';
import { budgetIn } from './ledger.js';
import type { Ledger } from './ledger.js';
import { periodNamed } from './period.js';

/**
 * Money down the tree (`allocate`) or back up (`release-budget`). Only what is not used can go, and nothing comes to a
 * frozen budget. Whether one place lies below the other is the tree's rule: see `requireBelow`.
 *
 * @throws Refusal `budgeting/amount-not-positive`, `budgeting/same-place`, `budgeting/funding-short`,
 * `budgeting/transfer-exceeds-available`, `budgeting/budget-frozen`, `budgeting/unknown-budget`, those of `periodNamed`
 */
export function allocate(ledger: Ledger, command: AllocateCommand): Decision {
  const { from, to, amountMinor } = command;
  const [source, target] = [accountOf(ledger, from), accountOf(ledger, to)];
  requirePositive(amountMinor);
  if (source.kind === target.kind && source.id === target.id && source.period === target.period) {
    throw new Refusal('budgeting/same-place', 'Money goes from one place to another; both are the same.', {
      kind: 'unprocessable',
    });
  }
  if (to.kind === 'budget') requireNotFrozen(budgetIn(ledger, to.id));
  const short = from.kind === 'budget' ? 'budgeting/transfer-exceeds-available' : 'budgeting/funding-short';
  requireBalance(ledger, source, amountMinor, short);
  return moved(
    command.kind === 'allocate' ? 'allocation' : 'return',
    command,
    move(source, target, amountMinor),
  );
}

/** @throws Refusal `budgeting/amount-not-positive`, `budgeting/transfer-exceeds-available`, `budgeting/unknown-budget` */
export function setAside(ledger: Ledger, command: SetAsideCommand): Decision {
  const { budgetId, reserve, amountMinor } = command;
  const period = periodNamed(budgetIn(ledger, budgetId), command.period);
  const budget: Account = { kind: 'budget', id: budgetId, period };
  requirePositive(amountMinor);
  requireBalance(ledger, budget, amountMinor, 'budgeting/transfer-exceeds-available');
  return moved('set-aside', command, move(budget, reserveAccount(reserve, budgetId), amountMinor));
}

function accountOf(ledger: Ledger, place: MoneyPlace): Account {
  if (place.kind !== 'budget') return fundAccount(place);
  return { kind: 'budget', id: place.id, period: periodNamed(budgetIn(ledger, place.id), place.period) };
}

function moved(
  kind: EntryKind,
  command: AllocateCommand | SetAsideCommand,
  postings: readonly Posting[],
): Decision {
  const { entryId, on, currency, reference, decision } = command;
  return { entry: { entryId, kind, on, currency, reference, decision, postings } };
}
