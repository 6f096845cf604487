import { expect, test } from '@jest/globals';
import { Refusal } from '@meridian/refusal';
import fc from 'fast-check';
import { EXTERNAL_FUND } from './account.js';
import { BooksOracle } from './books-oracle.js';
import type { LedgerCommand } from './command.js';
import { decide } from './decide.js';
import { changesOfEntry } from './entry-changes.js';
import type { JournalEntry } from './journal.js';
import { applyEntry, emptyLedger } from './ledger.js';
import type { BudgetControl, Ledger } from './ledger.js';
import { heldMinor, isExpired } from './reservation.js';

// LEDGER_COMMANDS=100000 for the long walk.
const COMMANDS = Number(process.env['LEDGER_COMMANDS'] ?? 10_000);
const LONGEST_RUN = 400;

const budgets: readonly BudgetControl[] = [
  { budgetId: 'strict', policy: 'hard-stop', isFrozen: false, periods: [] },
  { budgetId: 'part', policy: 'hard-stop', isFrozen: false, periods: [], within: 'strict' },
  { budgetId: 'lenient', policy: 'warn', isFrozen: false, periods: [] },
];
const draw = fc.record({
  act: fc.constantFrom(
    ...(['start', 'advance', 'advance', 'advance', 'advance', 'give up', 'next day'] as const),
    ...(['cost', 'credit', 'recode', 'fund', 'allocate', 'release', 'approve', 'set aside', 'draw'] as const),
    ...(['reverse', 'reverse', 'change order'] as const),
    ...(['receipt of the accounts', 'accrue', 'end accrual', 'end accrual'] as const),
  ),
  /** What befalls the command: nothing, a crash before it is committed, or a crash after it, so that the reply is lost. */
  fate: fc.constantFrom('none', 'none', 'none', 'crash', 'reply lost'),
  budgetId: fc.constantFrom('strict', 'part', 'lenient'),
  otherId: fc.constantFrom('strict', 'part', 'lenient'),
  amount: fc.bigInt({ min: 1n, max: 600n }),
  pick: fc.nat(),
  isFlag: fc.boolean(),
});
type Draw = typeof draw extends fc.Arbitrary<infer D> ? D : never;

/** A purchase as its buyer drives it: reserve, order, receive, invoice. It is known by what was answered, and no more. */
interface Purchase {
  readonly id: string;
  readonly budgetId: string;
  readonly amount: bigint;
  step: 'reserve' | 'order' | 'receive' | 'invoice' | 'ended';
}

/** A house whose database survives every crash, and whose people send again what was not answered. */
class House {
  ledger: Ledger = emptyLedger('EUR', budgets);
  readonly journal: JournalEntry[] = [];
  readonly purchases: Purchase[] = [];
  readonly oracle = new BooksOracle();
  readonly answers = new Map<string, string>();
  readonly seen = { commands: 0, kinds: new Map<string, number>(), codes: new Set<string>(), repeats: 0 };
  private day = 1;

  get today(): string {
    return new Date(Date.UTC(2026, 0, this.day)).toISOString().slice(0, 10);
  }

  /** One transaction; `'answered'` only when the caller learns that it happened. */
  send(key: string, command: LedgerCommand, fate: Draw['fate']): 'answered' | 'refused' | 'silence' {
    this.seen.commands += 1;
    const before = this.answers.get(key);
    if (before !== undefined) {
      this.seen.repeats += 1;
      return fate === 'none' ? 'answered' : 'silence';
    }
    try {
      const { entry } = decide(this.ledger, command);
      if (fate === 'crash') return 'silence';
      this.commit(key, command, entry);
      return fate === 'none' ? 'answered' : 'silence';
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.seen.codes.add(refusal.code);
      return 'refused';
    } finally {
      this.check(command);
    }
  }

  play(drawn: Draw, index: number): void {
    const key = `command ${index}`;
    const heading = this.heading(key);
    const { act, amount, budgetId, otherId, fate } = drawn;
    const purchase = this.purchases.at(drawn.pick % Math.max(1, this.purchases.length));
    if (act === 'start') this.purchases.push({ id: `p${index}`, budgetId, amount, step: 'reserve' });
    else if (act === 'next day') this.nextDay();
    else if (act === 'advance') this.advance(purchase, fate);
    else if (act === 'give up') this.giveUp(purchase, fate);
    else if (act === 'reverse') this.reverse(drawn, key);
    else if (act === 'end accrual') this.endAccrual(drawn, key);
    else if (act === 'receipt of the accounts') {
      if (!purchase) return;
      const { id: commitmentId } = purchase;
      const receivedMinor = this.receivedOf(commitmentId);
      const basis = 'fact' as const;
      this.send(
        key,
        { ...heading, kind: 'receive', commitmentId, amountMinor: amount, basis, receivedMinor },
        fate,
      );
    } else if (act === 'change order') {
      if (!purchase) return;
      const change = { ...heading, commitmentId: purchase.id, amountMinor: amount };
      this.send(
        key,
        drawn.isFlag
          ? { ...change, kind: 'raise-commitment', budgetId: purchase.budgetId }
          : { ...change, kind: 'release-commitment' },
        fate,
      );
    } else this.send(key, moneyCommand({ ...drawn, act }, heading, { budgetId, otherId }), fate);
  }

  /** Everybody finishes what was begun, nothing goes wrong any more, and every reservation runs out. */
  settle(): void {
    for (const purchase of this.purchases)
      for (let tries = 0; purchase.step !== 'ended' && tries < 10; tries += 1) {
        if (tries < 5) this.advance(purchase, 'none');
        else this.giveUp(purchase, 'none');
      }
    for (let days = 0; days < 4; days += 1) this.nextDay();
  }

  private advance(purchase: Purchase | undefined, fate: Draw['fate']): void {
    if (!purchase || purchase.step === 'ended') return;
    const { id, budgetId, amount: amountMinor, step } = purchase;
    const heading = this.heading(`${id} ${step}`);
    const expiresOn = new Date(Date.UTC(2026, 0, this.day + 2)).toISOString().slice(0, 10);
    const order = { ...heading, commitmentId: id };
    const commands: Record<typeof step, LedgerCommand> = {
      reserve: { ...heading, kind: 'reserve-money', reservationId: id, budgetId, amountMinor, expiresOn },
      order: { ...order, kind: 'commit', budgetId, amountMinor, reservationId: id },
      receive: { ...order, kind: 'receive', amountMinor: amountMinor / 2n + 1n },
      invoice: { ...order, kind: 'invoice', amountMinor, isFinal: true, basis: 'request' },
    };
    const outcome = this.send(`${id} ${step}`, commands[step], fate);
    if (outcome === 'silence') return; // Not answered: the same is sent again, under the same key.
    if (outcome === 'answered') purchase.step = NEXT[step];
    else if (step === 'reserve' || step === 'order') purchase.step = 'ended';
    else if (step === 'receive') purchase.step = 'invoice';
  }

  /** Compensation: what was begun is taken back by its opposite. It may be sent again as well. */
  private giveUp(purchase: Purchase | undefined, fate: Draw['fate']): void {
    if (!purchase || purchase.step === 'ended') return;
    const { id } = purchase;
    const isOrdered = this.ledger.commitments.has(id);
    const key = `${id} undo ${isOrdered ? 'order' : 'reservation'}`;
    const heading = this.heading(key);
    const command: LedgerCommand = isOrdered
      ? { ...heading, kind: 'release-commitment', commitmentId: id }
      : { ...heading, kind: 'withdraw-reservation', reservationId: id };
    const outcome = this.send(key, command, fate);
    if (outcome !== 'silence') purchase.step = 'ended';
  }

  private reverse({ pick, fate }: Draw, key: string): void {
    const entry = this.journal.at(pick % Math.max(1, this.journal.length));
    if (!entry) return;
    const reversedBy = this.journal.find(({ reverses }) => reverses === entry.entryId)?.entryId;
    const heading = { entryId: key, on: this.today, reference: key };
    this.send(key, { ...heading, kind: 'reverse', entry, ...(reversedBy && { reversedBy }) }, fate);
  }

  private endAccrual({ pick, fate }: Draw, key: string): void {
    const accruals = this.journal.filter(({ kind }) => kind === 'accrual');
    const entry = accruals.at(pick % Math.max(1, accruals.length));
    if (!entry) return;
    const reversedBy = this.journal.find(({ reverses }) => reverses === entry.entryId)?.entryId;
    const heading = { entryId: key, on: this.today, reference: key };
    this.send(key, { ...heading, kind: 'end-accrual', entry, ...(reversedBy && { reversedBy }) }, fate);
  }

  private receivedOf(commitmentId: string): bigint {
    const isTakenBack = (entryId: string) => this.journal.some(({ reverses }) => reverses === entryId);
    return this.journal
      .filter(
        ({ entryId, kind, commitment }) =>
          kind === 'receipt' && commitment?.commitmentId === commitmentId && !isTakenBack(entryId),
      )
      .reduce((all, { commitment }) => all + (commitment?.accruedMinor ?? 0n), 0n);
  }

  private nextDay(): void {
    this.day += 1;
    for (const reservation of this.ledger.reservations?.values() ?? []) {
      if (heldMinor(reservation) === 0n || !isExpired(reservation, this.today)) continue;
      const key = `${reservation.reservationId} lapse ${this.day}`;
      const { reservationId } = reservation;
      this.send(key, { ...this.heading(key), kind: 'lapse-reservation', reservationId }, 'none');
    }
  }

  private heading(entryId: string) {
    return { entryId, on: this.today, currency: 'EUR', reference: entryId, decision: 'd', by: 'somebody' };
  }

  private commit(key: string, command: LedgerCommand, entry: JournalEntry): void {
    this.ledger = applyEntry(this.ledger, entry);
    this.journal.push(entry);
    this.answers.set(key, entry.entryId);
    this.oracle.accept(command);
    this.seen.kinds.set(command.kind, (this.seen.kinds.get(command.kind) ?? 0) + 1);
  }

  private check(command: LedgerCommand): void {
    const found = this.oracle.faults(this.ledger);
    if (found.length > 0) throw new Error(`After ${command.kind}: ${found.join('; ')}`);
  }
}

const NEXT = { reserve: 'order', order: 'receive', receive: 'invoice', invoice: 'ended' } as const;

function moneyCommand(
  { act, amount }: Pick<Draw, 'amount'> & { readonly act: string },
  heading: ReturnType<House['heading']>,
  { budgetId, otherId }: { readonly budgetId: string; readonly otherId: string },
): LedgerCommand {
  const decided = { ...heading, amountMinor: amount };
  const fund = { kind: 'portfolio', id: 'f' } as const;
  const budget = { kind: 'budget', id: budgetId } as const;
  const reserve = amount % 2n === 0n ? ('contingency' as const) : ('management-reserve' as const);
  switch (act) {
    case 'cost':
      return { ...decided, kind: 'post-actual', budgetId, basis: 'request' };
    case 'accrue':
      return { ...decided, kind: 'accrue', budgetId, basis: 'request' };
    case 'credit':
      return { ...decided, kind: 'credit-actual', budgetId };
    case 'recode':
      return {
        ...decided,
        kind: 'recode-actual',
        fromBudgetId: budgetId,
        toBudgetId: otherId,
        basis: 'request',
      };
    case 'fund':
      return { ...decided, kind: 'fund', from: EXTERNAL_FUND, to: fund, amountMinor: amount * 5n };
    case 'allocate':
      return { ...decided, kind: 'allocate', from: fund, to: budget, amountMinor: amount * 2n };
    case 'release':
      return { ...decided, kind: 'release-budget', from: budget, to: { kind: 'budget', id: otherId } };
    case 'set aside':
      return { ...decided, kind: 'set-aside', budgetId, reserve };
    case 'draw':
      return { ...decided, kind: 'draw-reserve', budgetId, reserve };
    default:
      return {
        ...heading,
        kind: 'approve-budget',
        budgetId: 'lenient',
        from: fund,
        grantedMinor: amount * 3n,
      };
  }
}

test(`available + reserved + spent = granted after every command, whatever crashes, is lost, expires or is taken back`, () => {
  const seen = { commands: 0, repeats: 0, kinds: new Map<string, number>(), codes: new Set<string>() };
  const run = (draws: readonly Draw[]): void => {
    const house = new House();
    draws.forEach((drawn, index) => house.play(drawn, index));
    house.settle();
    for (const reservation of house.ledger.reservations?.values() ?? [])
      if (heldMinor(reservation) > 0n && isExpired(reservation, house.today))
        throw new Error(`Reservation ${reservation.reservationId} holds money for ever.`);
    const replayed = house.journal.reduce(applyEntry, emptyLedger('EUR', budgets));
    expect(replayed).toEqual(house.ledger);
    expect(new Set(house.answers.values()).size).toBe(house.journal.length);
    for (const entry of house.journal) expect(keptChanges(entry)).toEqual(changesIn(entry));
    seen.commands += house.seen.commands;
    seen.repeats += house.seen.repeats;
    for (const [kind, count] of house.seen.kinds) seen.kinds.set(kind, (seen.kinds.get(kind) ?? 0) + count);
    for (const code of house.seen.codes) seen.codes.add(code);
  };
  const walks = fc.array(draw, { maxLength: LONGEST_RUN, size: 'max' });
  while (seen.commands < COMMANDS) fc.assert(fc.property(walks, run), { numRuns: 10 });
  expect(seen.repeats).toBeGreaterThan(COMMANDS / 200);
  expect([...seen.kinds.keys()].sort()).toEqual(EVERY_KIND);
  for (const code of ['budget-exceeded', 'reservation-closed', 'already-reversed', 'funding-short'])
    expect(seen.codes).toContain(`budgeting/${code}`);
});

const EVERY_KIND = [
  'accrue',
  'allocate',
  'approve-budget',
  'commit',
  'credit-actual',
  'draw-reserve',
  'end-accrual',
  'fund',
  'invoice',
  'lapse-reservation',
  'post-actual',
  'raise-commitment',
  'receive',
  'recode-actual',
  'release-budget',
  'release-commitment',
  'reserve-money',
  'reverse',
  'set-aside',
  'withdraw-reservation',
];

/** What the journal keeps of an entry is enough to know what it changed; a reversal is its original, mirrored. */
function keptChanges({ postings, commitment, reservation }: JournalEntry) {
  const kept = changesOfEntry({
    postings,
    commitmentId: commitment?.commitmentId,
    reservationId: reservation?.reservationId,
  });
  return { commitment: orNothing(kept.commitment), reservation: orNothing(withoutExpiry(kept.reservation)) };
}

function changesIn({ commitment, reservation }: JournalEntry) {
  return { commitment: orNothing(commitment), reservation: orNothing(withoutExpiry(reservation)) };
}

function withoutExpiry(change: JournalEntry['reservation']) {
  return change && { ...change, expiresOn: undefined };
}

/** An entry that moved nothing changed nothing. */
function orNothing<T extends object>(change: T | undefined): T | undefined {
  return change && Object.values(change).some((value) => typeof value === 'bigint' && value !== 0n)
    ? change
    : undefined;
}
