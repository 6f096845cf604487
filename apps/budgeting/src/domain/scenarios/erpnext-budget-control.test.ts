import { expect, test } from '@jest/globals';
import { EXTERNAL_FUND, WHOLE } from '../ledger/account.js';
import type { LedgerCommand } from '../ledger/command.js';
import { decide } from '../ledger/decide.js';
import { applyEntry, budgetPosition, emptyLedger } from '../ledger/ledger.js';
import type { FiscalPeriod, Ledger } from '../ledger/ledger.js';

function book(periods: readonly FiscalPeriod[], commands: readonly LedgerCommand[]): Ledger {
  const budget = { budgetId: 'cost centre', policy: 'hard-stop', isFrozen: false, periods } as const;
  return commands.reduce(
    (ledger, command) => applyEntry(ledger, decide(ledger, command).entry),
    emptyLedger('INR', [budget]),
  );
}
const heading = (entryId: string, on: string) => ({ entryId, on, currency: 'INR', reference: entryId });
const grant = (grantedMinor: bigint, period?: string): LedgerCommand => ({
  kind: 'approve-budget',
  ...heading(`grant ${period}`, '2025-04-01'),
  budgetId: 'cost centre',
  from: EXTERNAL_FUND,
  period,
  grantedMinor,
  decision: 'annual budget',
});
const cost = (entryId: string, on: string, amountMinor: bigint): LedgerCommand => ({
  kind: 'post-actual',
  ...heading(entryId, on),
  budgetId: 'cost centre',
  amountMinor,
  basis: 'request',
});
const order = (commitmentId: string, amountMinor: bigint): LedgerCommand => ({
  kind: 'commit',
  ...heading(`commit ${commitmentId}`, '2025-06-01'),
  budgetId: 'cost centre',
  commitmentId,
  amountMinor,
});

// BUD-1. Source of the figures: frappe/erpnext issue 36610, where the actual cost was added twice and the order was
// refused for exceeding the budget by 7,000,000 (11 + 11 + 5 − 20 million).
test('BUD-1: an order within the budget passes although much is spent', () => {
  const ledger = book(
    [],
    [grant(20_000_000_00n), cost('spent', '2025-05-01', 11_000_000_00n), order('PO', 5_000_000_00n)],
  );
  expect(budgetPosition(ledger, 'cost centre', WHOLE).availableMinor).toBe(4_000_000_00n);
});

// BUD-2, constructed: two orders of 6,000,000 at the same moment against 9,000,000. Whoever holds the budget first gets
// it; the other one is decided on the ledger after that.
test.each([
  ['first', 'second'],
  ['second', 'first'],
])('BUD-2: of two orders that do not fit together the %s passes and the %s is refused', (winner, loser) => {
  const ledger = book([], [grant(9_000_000_00n), order(winner, 6_000_000_00n)]);
  expect(() => decide(ledger, order(loser, 6_000_000_00n))).toThrow(
    expect.objectContaining({
      code: 'budgeting/budget-exceeded',
      details: expect.objectContaining({ availableMinor: '300000000', exceededByMinor: '300000000' }),
    }),
  );
  expect(budgetPosition(ledger, 'cost centre', WHOLE)).toMatchObject({ committedMinor: 6_000_000_00n });
});

// BUD-3. Source: frappe/erpnext issue 47603: a back-dated purchase invoice is refused although its own month has room,
// because a later month of the ledger already holds an expense of 15,000. The monthly budget of 20,000 is ours.
const months = ['2025-05', '2025-06'].map((period) => ({
  period,
  firstDay: `${period}-01`,
  lastDay: `${period}-${period === '2025-05' ? 31 : 30}`,
  isClosed: false,
}));

test('BUD-3: a back-dated invoice is tested with the balance of its own month', () => {
  const ledger = book(months, [
    grant(20_000_00n, '2025-05'),
    grant(20_000_00n, '2025-06'),
    cost('June', '2025-06-10', 15_000_00n),
    cost('back-dated', '2025-05-19', 18_000_00n),
  ]);
  expect(budgetPosition(ledger, 'cost centre', '2025-05').availableMinor).toBe(2_000_00n);
  expect(budgetPosition(ledger, 'cost centre', '2025-06').availableMinor).toBe(5_000_00n);
});

test('BUD-3: room in another month does not help', () => {
  const ledger = book(months, [
    grant(20_000_00n, '2025-05'),
    grant(20_000_00n, '2025-06'),
    cost('May', '2025-05-10', 15_000_00n),
  ]);
  expect(() => decide(ledger, cost('back-dated', '2025-05-19', 6_000_00n))).toThrow(
    expect.objectContaining({ code: 'budgeting/budget-exceeded' }),
  );
});
