import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EXTERNAL_FUND } from './account.js';
import type { LedgerCommand } from './command.js';
import { decide } from './decide.js';
import { applyEntry, budgetPosition, emptyLedger } from './ledger.js';
import type { Ledger } from './ledger.js';

const ORDER = 1_000n;
const heading = { on: '2026-03-02', currency: 'EUR', reference: 'r', decision: 'd' };

interface Paper {
  readonly kind: 'receive' | 'invoice';
  readonly amountMinor: bigint;
}

/** A ledger after an order of 1,000 and the papers of it, as the accounts send them. */
function after(papers: readonly Paper[]): Ledger {
  const opened: readonly LedgerCommand[] = [
    {
      ...heading,
      entryId: 'b',
      kind: 'approve-budget',
      budgetId: 'p',
      from: EXTERNAL_FUND,
      grantedMinor: 5_000n,
    },
    { ...heading, entryId: 'o', kind: 'commit', commitmentId: 'PO', budgetId: 'p', amountMinor: ORDER },
  ];
  const start = opened.reduce(
    (ledger, command) => applyEntry(ledger, decide(ledger, command).entry),
    emptyLedger('EUR', [{ budgetId: 'p', policy: 'hard-stop', isFrozen: false, periods: [] }]),
  );
  let receivedMinor = 0n;
  return papers.reduce((ledger, { kind, amountMinor }, index) => {
    const paper = {
      ...heading,
      entryId: `${index}`,
      commitmentId: 'PO',
      amountMinor,
      basis: 'fact' as const,
    };
    const command: LedgerCommand =
      kind === 'receive' ? { ...paper, kind, receivedMinor } : { ...paper, kind, isFinal: false };
    if (kind === 'receive') receivedMinor += amountMinor;
    return applyEntry(ledger, decide(ledger, command).entry);
  }, start);
}

test('an invoice that came before its receipt is not counted twice', () => {
  const papers: readonly Paper[] = [
    { kind: 'invoice', amountMinor: 400n },
    { kind: 'receive', amountMinor: 500n },
  ];
  expect(budgetPosition(after(papers), 'p', 'whole')).toMatchObject({
    actualMinor: 400n,
    accruedMinor: 100n,
    committedMinor: 500n,
    availableMinor: 4_000n,
  });
});

test('more than was ordered can be received, and no more than the order is owed until it is invoiced', () => {
  expect(budgetPosition(after([{ kind: 'receive', amountMinor: 1_200n }]), 'p', 'whole')).toMatchObject({
    accruedMinor: 1_000n,
    committedMinor: 0n,
    availableMinor: 4_000n,
  });
});

test('receipts and invoices of an order come to the same in any order', () => {
  const amounts = fc.array(fc.bigInt({ min: 1n, max: ORDER / 4n }), { maxLength: 4 });
  const drawn = fc.record({
    receipts: amounts,
    invoices: amounts,
    seed: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  });
  fc.assert(
    fc.property(drawn, ({ receipts, invoices, seed }) => {
      const papers: readonly Paper[] = [
        ...receipts.map((amountMinor) => ({ kind: 'receive' as const, amountMinor })),
        ...invoices.map((amountMinor) => ({ kind: 'invoice' as const, amountMinor })),
      ];
      const shuffled = papers
        .map((paper, index) => ({ paper, place: seed[index] ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ paper }) => paper);
      expect(budgetPosition(after(shuffled), 'p', 'whole')).toEqual(
        budgetPosition(after(papers), 'p', 'whole'),
      );
    }),
    { seed: 20_261_123, numRuns: 500 },
  );
});
