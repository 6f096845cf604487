import { describe, expect, test } from '@jest/globals';
import { EXTERNAL_FUND, WHOLE } from './account.js';
import type { LedgerCommand } from './command.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';
import type { JournalEntry } from './journal.js';
import { applyEntry, budgetPosition, contingencyOf, emptyLedger } from './ledger.js';
import type { BudgetControl, Ledger, OverrunPolicy } from './ledger.js';

const heading = { on: '2026-03-02', currency: 'EUR', reference: 'PO 1', decision: 'D-1' };
const control = (
  budgetId: string,
  policy: OverrunPolicy = 'hard-stop',
  more: Partial<BudgetControl> = {},
) => ({
  budgetId,
  policy,
  isFrozen: false,
  periods: [],
  ...more,
});

type Asked = LedgerCommand extends infer C
  ? C extends LedgerCommand
    ? Omit<C, 'entryId' | keyof typeof heading>
    : never
  : never;

/** A book that is written line by line; a refused command leaves it as it was. */
class Book {
  readonly entries: JournalEntry[] = [];
  constructor(public ledger: Ledger) {}

  post(asked: Asked, more: Partial<typeof heading> = {}): Decision {
    const entryId = `e${this.entries.length + 1}`;
    const decision = decide(this.ledger, { entryId, ...heading, ...more, ...asked } as LedgerCommand);
    this.ledger = applyEntry(this.ledger, decision.entry);
    this.entries.push(decision.entry);
    return decision;
  }

  position(budgetId = 'p') {
    const { grantedMinor, committedMinor, actualMinor, availableMinor } = budgetPosition(
      this.ledger,
      budgetId,
      WHOLE,
    );
    return [grantedMinor, committedMinor, actualMinor, availableMinor];
  }
}

function grantedBook(policy: OverrunPolicy = 'hard-stop', more: Partial<BudgetControl> = {}): Book {
  const book = new Book(emptyLedger('EUR', [control('p', policy, more), control('q')]));
  book.post({
    kind: 'approve-budget',
    budgetId: 'p',
    from: EXTERNAL_FUND,
    grantedMinor: 1_000n,
    contingencyMinor: 100n,
  });
  return book;
}
const commit = (amountMinor: bigint, commitmentId = 'po'): Asked => ({
  kind: 'commit',
  budgetId: 'p',
  commitmentId,
  amountMinor,
});
const invoice = (amountMinor: bigint, isFinal = false, basis: 'request' | 'fact' = 'request'): Asked => ({
  kind: 'invoice',
  commitmentId: 'po',
  amountMinor,
  isFinal,
  basis,
});
const actual = (amountMinor: bigint, basis: 'request' | 'fact' = 'request', exception?: string): Asked => ({
  kind: 'post-actual',
  budgetId: 'p',
  amountMinor,
  basis,
  exception,
});
const refused = (code: string): unknown => expect.objectContaining({ code });

describe('granting', () => {
  test('money goes from its source through the portfolio to the project, and no fund is overdrawn', () => {
    const book = new Book(emptyLedger('EUR', [control('p')]));
    const [source, portfolio] = [
      { kind: 'funding-source', id: 'grant' },
      { kind: 'portfolio', id: 'digital' },
    ] as const;
    book.post({ kind: 'fund', from: EXTERNAL_FUND, to: source, amountMinor: 500n });
    book.post({ kind: 'fund', from: source, to: portfolio, amountMinor: 400n });
    expect(() => book.post({ kind: 'fund', from: source, to: portfolio, amountMinor: 101n })).toThrow(
      refused('budgeting/funding-short'),
    );
    const approve = (grantedMinor: bigint): Asked => ({
      kind: 'approve-budget',
      budgetId: 'p',
      from: portfolio,
      grantedMinor,
    });
    expect(() => book.post(approve(401n))).toThrow(refused('budgeting/funding-short'));
    book.post(approve(400n));
    expect(book.position()).toEqual([400n, 0n, 0n, 400n]);
  });

  test('approving again is a new total, not a second grant', () => {
    const book = grantedBook();
    const { entry } = book.post({
      kind: 'approve-budget',
      budgetId: 'p',
      from: EXTERNAL_FUND,
      grantedMinor: 1_200n,
    });
    expect(entry.postings.map(({ amountMinor }) => amountMinor)).toEqual([-200n, 200n]);
    expect(book.position()).toEqual([1_200n, 0n, 0n, 1_200n]);
    expect(contingencyOf(book.ledger, 'p')).toBe(100n);
  });

  test('a budget is never cut below what is committed and spent', () => {
    const book = grantedBook();
    book.post(commit(300n));
    const cut = (grantedMinor: bigint): Asked => ({
      kind: 'approve-budget',
      budgetId: 'p',
      from: EXTERNAL_FUND,
      grantedMinor,
    });
    expect(() => book.post(cut(299n))).toThrow(refused('budgeting/budget-below-use'));
    book.post(cut(300n));
    expect(book.position()).toEqual([300n, 300n, 0n, 0n]);
  });

  test('contingency is drawn by decision and only as far as it goes', () => {
    const book = grantedBook();
    expect(() => book.post({ kind: 'draw-reserve', budgetId: 'p', amountMinor: 101n })).toThrow(
      refused('budgeting/reserve-short'),
    );
    const { entry } = book.post({ kind: 'draw-reserve', budgetId: 'p', amountMinor: 60n });
    expect(entry.decision).toBe('D-1');
    expect(book.position()).toEqual([1_060n, 0n, 0n, 1_060n]);
    expect(contingencyOf(book.ledger, 'p')).toBe(40n);
  });

  test('a transfer moves only what is still available', () => {
    const book = grantedBook();
    book.post(commit(900n));
    const transfer = (amountMinor: bigint): Asked => ({
      kind: 'transfer-budget',
      fromBudgetId: 'p',
      toBudgetId: 'q',
      amountMinor,
    });
    expect(() => book.post(transfer(101n))).toThrow(refused('budgeting/transfer-exceeds-available'));
    book.post(transfer(100n));
    expect([book.position('p'), book.position('q')]).toEqual([
      [900n, 900n, 0n, 0n],
      [100n, 0n, 0n, 100n],
    ]);
  });
});

describe('commitments', () => {
  test('an invoice uses its commitment up and is not counted twice', () => {
    const book = grantedBook();
    book.post(commit(600n));
    book.post(invoice(250n));
    expect(book.position()).toEqual([1_000n, 350n, 250n, 400n]);
  });

  test('the final invoice releases what stays open', () => {
    const book = grantedBook();
    book.post(commit(600n));
    book.post(invoice(550n, true));
    expect(book.position()).toEqual([1_000n, 0n, 550n, 450n]);
  });

  test('an invoice beyond its commitment is checked for the part beyond', () => {
    const book = grantedBook();
    book.post(commit(900n));
    expect(() => book.post(invoice(1_001n))).toThrow(refused('budgeting/budget-exceeded'));
    book.post(invoice(1_000n));
    expect(book.position()).toEqual([1_000n, 0n, 1_000n, 0n]);
  });

  test('an order can be raised, cut and cancelled', () => {
    const book = grantedBook();
    book.post(commit(500n));
    expect(() => book.post(commit(1n))).toThrow(refused('budgeting/commitment-exists'));
    book.post({ kind: 'raise-commitment', budgetId: 'p', commitmentId: 'po', amountMinor: 100n });
    book.post({ kind: 'release-commitment', commitmentId: 'po', amountMinor: 50n });
    expect(book.position()).toEqual([1_000n, 550n, 0n, 450n]);
    expect(() => book.post({ kind: 'release-commitment', commitmentId: 'po', amountMinor: 551n })).toThrow(
      refused('budgeting/release-beyond-commitment'),
    );
    book.post({ kind: 'release-commitment', commitmentId: 'po' });
    expect(book.position()).toEqual([1_000n, 0n, 0n, 1_000n]);
  });

  test('an order that was taken back keeps its place: its number is raised, not committed anew', () => {
    const book = grantedBook();
    const { entry } = book.post(commit(500n));
    book.post({ kind: 'reverse', entry });
    expect(() => book.post(commit(400n))).toThrow(refused('budgeting/commitment-exists'));
    book.post({ kind: 'raise-commitment', budgetId: 'p', commitmentId: 'po', amountMinor: 400n });
    expect(book.position()).toEqual([1_000n, 400n, 0n, 600n]);
  });

  test('an order is raised only within its own budget', () => {
    const book = grantedBook();
    book.post(commit(500n));
    expect(() =>
      book.post({ kind: 'raise-commitment', budgetId: 'q', commitmentId: 'po', amountMinor: 1n }),
    ).toThrow(refused('budgeting/commitment-elsewhere'));
  });
});

describe('what happens when more is asked for than is available', () => {
  test('a hard stop refuses and says by how much', () => {
    const book = grantedBook();
    expect(() => book.post(commit(1_001n))).toThrow(
      expect.objectContaining({
        code: 'budgeting/budget-exceeded',
        details: expect.objectContaining({ availableMinor: '1000', exceededByMinor: '1' }),
      }),
    );
    expect(book.position()).toEqual([1_000n, 0n, 0n, 1_000n]);
  });

  test('a warning lets it through and reports the overrun', () => {
    const book = grantedBook('warn');
    expect(book.post(commit(1_000n)).overrun).toBeUndefined();
    expect(book.post(actual(5n)).overrun).toEqual({
      budgetId: 'p',
      period: WHOLE,
      requestedMinor: 5n,
      availableMinor: 0n,
      exceededByMinor: 5n,
    });
    expect(book.position()).toEqual([1_000n, 1_000n, 5n, -5n]);
  });

  test('an exception is asked for, and named in the journal when it was given', () => {
    const book = grantedBook('needs-exception');
    expect(() => book.post(actual(1_001n))).toThrow(refused('budgeting/exception-needed'));
    const { entry, overrun } = book.post(actual(1_001n, 'request', 'X-7'));
    expect(entry.decision).toBe('X-7');
    expect(overrun?.exceededByMinor).toBe(1n);
  });

  test('cost that has already happened is recorded whatever the policy, and reported', () => {
    const book = grantedBook();
    expect(book.post(actual(1_200n, 'fact')).overrun?.exceededByMinor).toBe(200n);
    expect(book.position()).toEqual([1_000n, 0n, 1_200n, -200n]);
  });

  test('a frozen budget takes no new obligations but pays what it owes', () => {
    const book = grantedBook();
    book.post(commit(500n));
    book.ledger = {
      ...book.ledger,
      budgets: new Map([['p', control('p', 'hard-stop', { isFrozen: true })]]),
    };
    expect(() => book.post(commit(1n, 'po2'))).toThrow(refused('budgeting/budget-frozen'));
    expect(() => book.post(actual(1n))).toThrow(refused('budgeting/budget-frozen'));
    book.post(invoice(500n));
    expect(book.position()).toEqual([1_000n, 0n, 500n, 500n]);
  });
});

describe('reversals', () => {
  const reverse = (entry: JournalEntry | undefined, reversedBy?: string): Asked => ({
    kind: 'reverse',
    entry: entry!,
    reversedBy,
  });

  test('a reversed invoice is committed again', () => {
    const book = grantedBook();
    book.post(commit(600n));
    const { entry } = book.post(invoice(250n, true));
    book.post(reverse(entry));
    expect(book.position()).toEqual([1_000n, 600n, 0n, 400n]);
    expect(book.entries.at(-1)).toMatchObject({ kind: 'reversal', reverses: entry.entryId });
    book.post(invoice(600n));
    expect(book.position()).toEqual([1_000n, 0n, 600n, 400n]);
  });

  test('an entry is reversed once, and a reversal never', () => {
    const book = grantedBook();
    const { entry } = book.post(actual(10n));
    expect(() => book.post(reverse(entry, 'e9'))).toThrow(refused('budgeting/already-reversed'));
    const reversal = book.post(reverse(entry)).entry;
    expect(() => book.post(reverse(reversal))).toThrow(refused('budgeting/reversal-of-reversal'));
  });

  test('what has been used since is not taken back', () => {
    const book = grantedBook();
    const { entry } = book.post(commit(600n));
    book.post(invoice(1n));
    expect(() => book.post(reverse(entry))).toThrow(refused('budgeting/commitment-in-use'));
    expect(() => book.post(reverse(book.entries[0]))).toThrow(refused('budgeting/reversal-overdraws'));
  });
});

describe('credit notes, signs and currencies', () => {
  test('a credit note gives cost back, no more than was spent', () => {
    const book = grantedBook();
    book.post(actual(100n));
    expect(() => book.post({ kind: 'credit-actual', budgetId: 'p', amountMinor: 101n })).toThrow(
      refused('budgeting/credit-beyond-actual'),
    );
    book.post({ kind: 'credit-actual', budgetId: 'p', amountMinor: 40n });
    expect(book.position()).toEqual([1_000n, 0n, 60n, 940n]);
  });

  test.each([0n, -1n])('an amount of %s is refused', (amountMinor) => {
    expect(() => grantedBook().post(commit(amountMinor))).toThrow(refused('budgeting/amount-not-positive'));
    expect(() => grantedBook().post(actual(amountMinor))).toThrow(refused('budgeting/amount-not-positive'));
  });

  test('a command in another currency is refused', () => {
    expect(() => grantedBook().post(commit(1n), { currency: 'USD' })).toThrow(
      refused('money/currency-mismatch'),
    );
  });

  test('a budget or commitment nobody knows is refused', () => {
    const book = grantedBook();
    expect(() => book.post({ ...commit(1n), budgetId: 'z' } as Asked)).toThrow(
      refused('budgeting/unknown-budget'),
    );
    expect(() => book.post(invoice(1n))).toThrow(refused('budgeting/unknown-commitment'));
  });
});

describe('fiscal periods', () => {
  const periods = [
    { period: '2025', firstDay: '2025-01-01', lastDay: '2025-12-31', isClosed: false },
    { period: '2026', firstDay: '2026-01-01', lastDay: '2026-12-31', isClosed: false },
  ];
  const approve = (period?: string): Asked => ({
    kind: 'approve-budget',
    budgetId: 'p',
    from: EXTERNAL_FUND,
    grantedMinor: 1_000n,
    period,
  });
  function phased(closed2025 = false): Book {
    const book = new Book(emptyLedger('EUR', [control('p', 'hard-stop', { periods })]));
    book.post(approve('2025'));
    book.post(approve('2026'));
    book.post(commit(700n), { on: '2025-06-01' });
    const now = periods.map((one) => ({ ...one, isClosed: closed2025 && one.period === '2025' }));
    book.ledger = { ...book.ledger, budgets: new Map([['p', control('p', 'hard-stop', { periods: now })]]) };
    return book;
  }

  test('a commitment carries the budget of its period into the next, the part beyond is new cost of the new one', () => {
    const book = phased(true);
    book.post(invoice(900n), { on: '2026-02-01' });
    expect(budgetPosition(book.ledger, 'p', '2025')).toMatchObject({
      actualMinor: 700n,
      availableMinor: 300n,
    });
    expect(budgetPosition(book.ledger, 'p', '2026')).toMatchObject({
      actualMinor: 200n,
      availableMinor: 800n,
    });
  });

  test('a closed period takes no cost, no grant and no reversal', () => {
    const book = phased(true);
    const closed = refused('budgeting/period-closed');
    expect(() => book.post(actual(1n), { on: '2025-12-31' })).toThrow(closed);
    expect(() => book.post(approve('2025'))).toThrow(closed);
    expect(() => book.post({ kind: 'reverse', entry: book.entries[2]! })).toThrow(closed);
  });

  test('a day or a period the budget does not have is refused', () => {
    const book = phased();
    expect(() => book.post(actual(1n), { on: '2027-01-01' })).toThrow(
      refused('budgeting/date-outside-periods'),
    );
    expect(() => book.post(approve())).toThrow(refused('budgeting/unknown-period'));
    expect(() => grantedBook().post(approve('2026'))).toThrow(refused('budgeting/unknown-period'));
  });
});
