import { expect, test } from '@jest/globals';
import { accountKey, WHOLE } from './account.js';
import type { Account } from './account.js';
import { balanceOf, projectPosition } from './ledger.js';
import type { BudgetControl, Ledger } from './ledger.js';
import { releaseUnspent } from './release-unspent.js';

const control = (budgetId: string, more: Partial<BudgetControl> = {}): BudgetControl => ({
  budgetId,
  policy: 'hard-stop',
  isFrozen: true,
  periods: [],
  ...more,
});
const account = (kind: Account['kind'], id: string, period = WHOLE): Account => ({ kind, id, period });
const PORTFOLIO = { kind: 'portfolio' as const, id: 'portfolio' };
const QUARTERS = [
  { period: 'Q1', firstDay: '2026-01-01', lastDay: '2026-03-31', isClosed: true },
  { period: 'Q2', firstDay: '2026-04-01', lastDay: '2026-06-30', isClosed: false },
];

/** A project of 1,000 with a part by quarters: 300 spent, 150 ordered, 50 requisitioned, 60 in reserve. */
const LEDGER: Ledger = {
  currency: 'EUR',
  budgets: new Map([
    ['project', control('project')],
    ['part', control('part', { within: 'project', periods: QUARTERS })],
  ]),
  balances: new Map([
    [accountKey(account('portfolio', 'portfolio')), 500n],
    [accountKey(account('budget', 'project')), 200n],
    [accountKey(account('contingency', 'project')), 60n],
    [accountKey(account('reserved', 'project')), 50n],
    [accountKey(account('committed', 'project')), 150n],
    [accountKey(account('actual', 'part', 'Q1')), 300n],
    [accountKey(account('budget', 'part', 'Q1')), 40n],
    [accountKey(account('budget', 'part', 'Q2')), 200n],
  ]),
  commitments: new Map(),
  reservations: new Map([
    [
      'REQ-1',
      {
        reservationId: 'REQ-1',
        budgetId: 'project',
        period: WHOLE,
        reservedMinor: 80n,
        usedMinor: 30n,
        returnedMinor: 0n,
        expiresOn: undefined,
      },
    ],
  ]),
};

function release(ledger: Ledger = LEDGER) {
  let made = 0;
  return releaseUnspent(ledger, {
    projectId: 'project',
    to: PORTFOLIO,
    on: '2026-05-04',
    reference: 'Stopped: too-costly',
    decision: 'Board, item 3',
    by: 'anna',
    newId: () => `entry-${(made += 1)}`,
  });
}

test('what a stopped project does not owe goes back to its fund; what is ordered and spent stays', () => {
  const { entries, after } = release();
  expect(projectPosition(after, 'project')).toMatchObject({
    reservedMinor: 0n,
    committedMinor: 150n,
    actualMinor: 300n,
    availableMinor: 40n,
  });
  expect(balanceOf(after, account('contingency', 'project'))).toBe(0n);
  // 200 + 60 of the reserve + 50 requisitioned + 200 of the open quarter, on top of the 500 it held.
  expect(balanceOf(after, account('portfolio', 'portfolio'))).toBe(1010n);
  expect(entries.map(({ entry, amountMinor }) => [entry.kind, amountMinor])).toEqual([
    ['withdrawal', 50n],
    ['reserve-draw', 60n],
    ['return', 310n],
    ['return', 200n],
  ]);
});

test('a closed period keeps its books, and a second release finds nothing', () => {
  const { after } = release();
  expect(balanceOf(after, account('budget', 'part', 'Q1'))).toBe(40n);
  expect(release(after).entries).toEqual([]);
});

test('a budget that was overdrawn gives nothing back', () => {
  const balances = new Map(LEDGER.balances).set(accountKey(account('budget', 'project')), -400n);
  const { after } = release({ ...LEDGER, balances });
  expect(balanceOf(after, account('budget', 'project'))).toBe(-290n);
});
