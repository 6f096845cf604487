import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accountKey, EXTERNAL_FUND, WHOLE } from '../ledger/account.js';
import type { AccountKind, Fund } from '../ledger/account.js';
import { projectPosition } from '../ledger/ledger.js';
import type { BudgetControl, Ledger } from '../ledger/ledger.js';
import { changeBudgets, requireAllPosted } from './change-budgets.js';
import type { BudgetAsked } from './change-budgets.js';

const PORTFOLIO: Fund = { kind: 'portfolio', id: 'works' };

function ledgerWith(balances: readonly (readonly [AccountKind, string, bigint])[], frozen = ''): Ledger {
  const budgets = ['bridge', 'ferry', 'tunnel'].map((budgetId): BudgetControl => ({
    budgetId,
    policy: 'hard-stop',
    isFrozen: budgetId === frozen,
    periods: [],
  }));
  return {
    currency: 'EUR',
    budgets: new Map(budgets.map((budget) => [budget.budgetId, budget])),
    balances: new Map(
      balances.map(([kind, id, amount]) => [accountKey({ kind, id, period: WHOLE }), amount]),
    ),
    commitments: new Map(),
    reservations: new Map(),
  };
}
const asks = (projectId: string, newBudgetMinor: bigint, fund: Fund = PORTFOLIO): BudgetAsked => ({
  candidateId: projectId,
  name: `The ${projectId}`,
  projectId,
  fund,
  newBudgetMinor,
});
function change(ledger: Ledger, ...asked: readonly BudgetAsked[]) {
  let ids = 0;
  return changeBudgets(ledger, asked, {
    on: '2026-11-30',
    decision: 'Portfolio board',
    by: 'anna',
    reference: 'Spring',
    newId: () => `entry-${(ids += 1)}`,
  });
}
const granted = (ledger: Ledger, id: string) => projectPosition(ledger, id).grantedMinor;

test('a project gets from its fund what it lacks, in an entry that names decision and person', () => {
  const { settled, after } = change(
    ledgerWith([
      ['portfolio', 'works', 1_000n],
      ['budget', 'bridge', 200n],
      ['actual', 'bridge', 100n],
    ]),
    asks('bridge', 900n),
  );
  expect(settled).toMatchObject([
    {
      outcome: 'posted',
      posted: { amountMinor: 600n },
      settled: '6.00 EUR was allocated to it; it has 9.00 EUR in all.',
    },
  ]);
  expect(settled[0]?.posted?.entry).toMatchObject({
    kind: 'allocation',
    decision: 'Portfolio board',
    by: 'anna',
    reference: 'Spring',
  });
  expect(granted(after, 'bridge')).toBe(900n);
  expect(after.balances.get('portfolio/works/whole')).toBe(400n);
});

test('what one project gives back is there for the next, whatever the order of the lines', () => {
  const ledger = ledgerWith([['budget', 'tunnel', 500n]]);
  const { settled, after } = change(ledger, asks('bridge', 300n), asks('tunnel', 200n));
  expect(settled.map(({ candidateId, outcome }) => `${candidateId} ${outcome}`)).toEqual([
    'tunnel posted',
    'bridge posted',
  ]);
  expect([granted(after, 'bridge'), granted(after, 'tunnel')]).toEqual([300n, 200n]);
});

test('a line that cannot be posted says why, and the others are posted', () => {
  const ledger = ledgerWith(
    [
      ['portfolio', 'works', 100n],
      ['budget', 'ferry', 50n],
      ['committed', 'ferry', 400n],
    ],
    'tunnel',
  );
  const { settled, after } = change(
    ledger,
    asks('bridge', 500n),
    asks('ferry', 300n),
    asks('tunnel', 100n, EXTERNAL_FUND),
  );
  expect(settled.map((one) => one.settled)).toEqual([
    'More of its budget is used or given on than would stay if 1.50 EUR went.',
    'The fund above it holds 1.00 EUR, and 5.00 EUR more is needed.',
    'Its budget is frozen.',
  ]);
  expect(after.balances).toEqual(ledger.balances);
  expect(() => requireAllPosted(settled)).toThrow('The ferry: More of its budget is used');
});

test('a budget that is as asked already is no entry', () => {
  const { settled } = change(ledgerWith([['actual', 'bridge', 70n]]), asks('bridge', 70n));
  expect(settled).toEqual([
    {
      candidateId: 'bridge',
      name: 'The bridge',
      outcome: 'posted',
      settled: 'It had 0.70 EUR already.',
    },
  ]);
  expect(() => requireAllPosted(settled)).not.toThrow();
});

test('no cent comes or goes, no account falls below zero, and what is posted is what was asked for', () => {
  const amount = fc.bigInt({ min: 0n, max: 1_000n });
  const held = fc.array(amount, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(held, fc.array(amount, { minLength: 3, maxLength: 3 }), (balances, wishes) => {
      const [fund = 0n, bridge = 0n, ferry = 0n, tunnel = 0n] = balances;
      const before = ledgerWith([
        ['portfolio', 'works', fund],
        ['budget', 'bridge', bridge],
        ['budget', 'ferry', ferry],
        ['actual', 'tunnel', tunnel],
      ]);
      const { settled, after } = change(
        before,
        ...['bridge', 'ferry', 'tunnel'].map((id, index) => asks(id, wishes[index] ?? 0n)),
      );
      const sum = ({ balances: all }: Ledger) => [...all.values()].reduce((a, b) => a + b, 0n);
      expect(sum(after)).toBe(sum(before));
      expect([...after.balances.values()].every((balance) => balance >= 0n)).toBe(true);
      for (const { candidateId, outcome } of settled) {
        const wished = wishes[['bridge', 'ferry', 'tunnel'].indexOf(candidateId)];
        expect(granted(after, candidateId) === wished).toBe(outcome === 'posted');
      }
    }),
    { numRuns: 500, seed: 20261123 },
  );
});
