import { expect, test } from '@jest/globals';
import { Refusal } from '@meridian/refusal';
import fc from 'fast-check';
import { EXTERNAL_FUND } from './account.js';
import type { LedgerCommand } from './command.js';
import { decide } from './decide.js';
import type { JournalEntry } from './journal.js';
import { applyEntry, budgetPosition, contingencyOf, emptyLedger, openMinor } from './ledger.js';
import type { BudgetControl, Ledger } from './ledger.js';

const year = (period: string) => ({
  period,
  firstDay: `${period}-01-01`,
  lastDay: `${period}-12-31`,
  isClosed: false,
});
const budgets: readonly BudgetControl[] = [
  { budgetId: 'strict', policy: 'hard-stop', isFrozen: false, periods: [year('2025'), year('2026')] },
  { budgetId: 'lenient', policy: 'warn', isFrozen: false, periods: [year('2025'), year('2026')] },
];
const LONGEST_RUN = 200;
const RUNS = 200;

/** One draw for any command; what a command does not need is ignored. */
const draw = fc.record({
  kind: fc.constantFrom(
    ...([
      'approve-budget',
      'transfer-budget',
      'draw-reserve',
      'raise-commitment',
      'release-commitment',
      'receive',
      'accrue',
      'end-accrual',
    ] as const),
    ...([
      'commit',
      'commit',
      'invoice',
      'invoice',
      'post-actual',
      'post-actual',
      'credit-actual',
      'reverse',
      'reverse',
    ] as const),
  ),
  budgetId: fc.constantFrom('strict', 'lenient'),
  otherId: fc.constantFrom('strict', 'lenient'),
  period: fc.constantFrom('2025', '2026'),
  otherPeriod: fc.constantFrom('2025', '2026'),
  commitment: fc.nat(5),
  amount: fc.oneof(fc.bigInt({ min: 1n, max: 500n }), fc.bigInt({ min: -1n, max: 3_000n })),
  isFlag: fc.boolean(),
  pick: fc.nat(),
});
type Draw = typeof draw extends fc.Arbitrary<infer D> ? D : never;

function commandOf(
  drawn: Draw,
  entryId: string,
  entries: readonly JournalEntry[],
): LedgerCommand | undefined {
  const { kind, budgetId, period, amount, isFlag } = drawn;
  const heading = { entryId, on: `${period}-07-01`, currency: 'EUR', reference: 'r', decision: 'd' };
  const commitmentId = `${budgetId}-${drawn.commitment}`;
  switch (kind) {
    case 'approve-budget':
      return {
        kind,
        ...heading,
        budgetId,
        period,
        from: EXTERNAL_FUND,
        grantedMinor: amount * 4n,
        contingencyMinor: amount,
      };
    case 'transfer-budget': {
      const { otherId: toBudgetId, otherPeriod: toPeriod } = drawn;
      return {
        kind,
        ...heading,
        fromBudgetId: budgetId,
        fromPeriod: period,
        toBudgetId,
        toPeriod,
        amountMinor: amount,
      };
    }
    case 'draw-reserve':
      return { kind, ...heading, budgetId, period, amountMinor: amount };
    case 'commit':
    case 'raise-commitment':
      return { kind, ...heading, budgetId, commitmentId, amountMinor: amount };
    case 'release-commitment':
      return { kind, ...heading, commitmentId, amountMinor: isFlag ? undefined : amount };
    case 'invoice':
      return { kind, ...heading, commitmentId, amountMinor: amount, isFinal: isFlag, basis: 'request' };
    case 'post-actual':
      return { kind, ...heading, budgetId, amountMinor: amount, basis: 'request' };
    case 'credit-actual':
      return { kind, ...heading, budgetId, amountMinor: amount };
    case 'receive':
      return { kind, ...heading, commitmentId, amountMinor: amount, basis: isFlag ? 'fact' : 'request' };
    case 'accrue':
      return { kind, ...heading, budgetId, amountMinor: amount, basis: 'request' };
    case 'end-accrual':
    case 'reverse': {
      const accruals = entries.filter((one) => kind === 'reverse' || one.kind === 'accrual');
      const entry = accruals.at(drawn.pick % Math.max(1, accruals.length));
      if (!entry) return undefined;
      return {
        kind,
        ...heading,
        entry,
        reversedBy: entries.find(({ reverses }) => reverses === entry.entryId)?.entryId,
      };
    }
  }
}

/** What is granted, kept beside the ledger from the commands alone. */
class GrantModel {
  readonly granted = new Map<string, bigint>();
  readonly reserves = new Map<string, bigint>();
  private readonly undo = new Map<string, () => void>();

  accept(command: LedgerCommand): void {
    if (command.kind === 'approve-budget') {
      const { budgetId, period, grantedMinor, contingencyMinor = 0n } = command;
      this.add(command.entryId, [
        [this.granted, `${budgetId}/${period}`, grantedMinor - this.of(`${budgetId}/${period}`)],
        [this.reserves, budgetId, contingencyMinor - (this.reserves.get(budgetId) ?? 0n)],
      ]);
    } else if (command.kind === 'transfer-budget') {
      this.add(command.entryId, [
        [this.granted, `${command.fromBudgetId}/${command.fromPeriod}`, -command.amountMinor],
        [this.granted, `${command.toBudgetId}/${command.toPeriod}`, command.amountMinor],
      ]);
    } else if (command.kind === 'draw-reserve') {
      this.add(command.entryId, [
        [this.reserves, command.budgetId, -command.amountMinor],
        [this.granted, `${command.budgetId}/${command.period}`, command.amountMinor],
      ]);
    } else if (command.kind === 'reverse') this.undo.get(command.entry.entryId)?.();
  }

  of(key: string): bigint {
    return this.granted.get(key) ?? 0n;
  }

  private add(entryId: string, changes: readonly [Map<string, bigint>, string, bigint][]): void {
    const apply = (sign: bigint): void => {
      for (const [map, key, amount] of changes) map.set(key, (map.get(key) ?? 0n) + sign * amount);
    };
    apply(1n);
    this.undo.set(entryId, () => apply(-1n));
  }
}

/** What is wrong with the books, in words; nothing when they are sound. */
function faults(ledger: Ledger, model: GrantModel): readonly string[] {
  const found: string[] = [];
  const require = (isTrue: boolean, fault: string): void => void (isTrue || found.push(fault));
  require([...ledger.balances.values()].reduce((all, balance) => all + balance, 0n) === 0n, 'out of balance');
  for (const { budgetId, periods } of budgets) {
    const reserve = contingencyOf(ledger, budgetId);
    require(reserve >= 0n && reserve === (model.reserves.get(budgetId) ?? 0n), `contingency of ${budgetId}`);
    for (const { period } of periods) {
      const place = `${budgetId} ${period}`;
      const at = budgetPosition(ledger, budgetId, period);
      const { availableMinor, committedMinor, accruedMinor, actualMinor } = at;
      const open = [...ledger.commitments.values()].filter(
        (one) => one.budgetId === budgetId && one.period === period,
      );
      const ordered = open.reduce((all, one) => all + openMinor(one), 0n);
      require(availableMinor + committedMinor + accruedMinor + actualMinor ===
        model.of(`${budgetId}/${period}`), `grant of ${place}`);
      require(committedMinor === ordered, `committed ${committedMinor}, ordered ${ordered}: ${place}`);
      require(open.every((one) => openMinor(one) >= 0n) && actualMinor >= 0n, `negative cost: ${place}`);
      require(budgetId !== 'strict' || availableMinor >= 0n, `overspent: ${place}`);
    }
  }
  return found;
}

test('after every one of 10,000 random commands the books balance and available + committed + accrued + actual = granted', () => {
  const accepted = new Map<string, number>();
  const codes = new Set<string>();
  let commands = 0;
  const run = (draws: readonly Draw[]): void => {
    let ledger = emptyLedger('EUR', budgets);
    const entries: JournalEntry[] = [];
    const model = new GrantModel();
    draws.forEach((drawn, index) => {
      const command = commandOf(drawn, `e${index}`, entries);
      if (!command) return;
      commands += 1;
      try {
        const { entry } = decide(ledger, command);
        ledger = applyEntry(ledger, entry);
        entries.push(entry);
        model.accept(command);
        accepted.set(command.kind, (accepted.get(command.kind) ?? 0) + 1);
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        codes.add(refusal.code);
      }
      const found = faults(ledger, model);
      if (found.length > 0) throw new Error(`After ${command.kind} ${index}: ${found.join('; ')}`);
    });
  };
  const sequences = fc.array(draw, { maxLength: LONGEST_RUN, size: 'max' });
  fc.assert(fc.property(sequences, run), { numRuns: RUNS });
  expect(commands).toBeGreaterThan(10_000);
  // The walk must not be one long refusal, nor one that is never refused.
  expect(accepted.size).toBe(13);
  expect([...accepted.values()].every((count) => count > 50)).toBe(true);
  expect(codes).toContain('budgeting/budget-exceeded');
  expect(codes).toContain('budgeting/reversal-overdraws');
});

test('an entry out of balance never reaches the ledger', () => {
  const entry: JournalEntry = {
    entryId: 'e',
    kind: 'actual',
    on: '2026-01-01',
    currency: 'EUR',
    reference: 'r',
    postings: [{ account: { kind: 'actual', id: 'strict', period: '2026' }, amountMinor: 1n }],
  };
  expect(() => applyEntry(emptyLedger('EUR', budgets), entry)).toThrow('Entry e is out of balance by 1');
});
