import type { Fund } from './account.js';
import type { LedgerCommand, MoneyPlace } from './command.js';
import { balanceOf, budgetPosition, openMinor } from './ledger.js';
import type { Ledger } from './ledger.js';
import { heldMinor } from './reservation.js';

/**
 * What every place of a ledger must have been given, kept beside the ledger from the accepted commands alone, and what
 * must be true of a sound ledger. It knows no postings: that is what makes it a check of them.
 */
export class BooksOracle {
  /** @param periodOf which fiscal period a day lies in; all of the life of a budget when left out */
  constructor(private readonly periodOf: (on: string) => string = () => 'whole') {}

  private readonly given = new Map<string, bigint>();
  private readonly takeBack = new Map<string, () => void>();
  private readonly accruals = new Map<string, bigint>();

  accept(command: LedgerCommand): void {
    this.keepAccrual(command);
    if (command.kind === 'reverse') this.takeBack.get(command.entry.entryId)?.();
    else
      this.give(
        command.entryId,
        giftsOf(command, (place) => this.of(place)),
      );
  }

  of(place: string): bigint {
    return this.given.get(place) ?? 0n;
  }

  /** What is wrong with the books, in words; nothing when they are sound. */
  faults(ledger: Ledger): readonly string[] {
    const found: string[] = [];
    const require = (isTrue: boolean, fault: () => string): void => void (isTrue || found.push(fault()));
    const total = [...ledger.balances.values()].reduce((all, balance) => all + balance, 0n);
    require(total === 0n, () => `out of balance by ${total}`);
    for (const { budgetId, periods, policy } of ledger.budgets.values()) {
      for (const { period } of periods.length > 0 ? periods : [{ period: 'whole' }]) {
        const place = `budget/${budgetId}/${period}`;
        const at = budgetPosition(ledger, budgetId, period);
        const sum =
          at.availableMinor + at.reservedMinor + at.committedMinor + at.accruedMinor + at.actualMinor;
        require(sum === this.of(place), () => `${place}: parts sum to ${sum}, granted is ${this.of(place)}`);
        const lies = (one: { readonly budgetId: string; readonly period: string }): boolean =>
          one.budgetId === budgetId && one.period === period;
        const orders = [...ledger.commitments.values()].filter(lies);
        const held = [...(ledger.reservations?.values() ?? [])].filter(lies);
        const all = <T>(ones: readonly T[], of: (one: T) => bigint): bigint =>
          ones.reduce((summed, one) => summed + of(one), 0n);
        require(at.reservedMinor === all(held, heldMinor), () => `${place}: reserved ${at.reservedMinor}`);
        require(at.committedMinor === all(orders, openMinor), () =>
          `${place}: committed ${at.committedMinor}`);
        const accrued = all(orders, ({ accruedMinor }) => accruedMinor) + (this.accruals.get(place) ?? 0n);
        require(at.accruedMinor === accrued, () => `${place}: accrued ${at.accruedMinor}, not ${accrued}`);
        require(held.every((one) => heldMinor(one) >= 0n), () => `${place}: a reservation below zero`);
        require(orders.every((one) => openMinor(one) >= 0n && one.accruedMinor >= 0n), () =>
          `${place}: an order below zero`);
        require(at.actualMinor >= 0n, () => `${place}: actual cost below zero`);
        require(policy !== 'hard-stop' || at.availableMinor >= 0n, () => `${place}: overspent`);
      }
      for (const kind of ['contingency', 'management-reserve'] as const)
        this.requireHeld(ledger, { kind, id: budgetId }, require);
    }
    for (const place of this.given.keys())
      if (place.startsWith('portfolio/'))
        this.requireHeld(ledger, { kind: 'portfolio', id: place.slice('portfolio/'.length) }, require);
    return found;
  }

  /** What is accrued without an order: in the period it was accrued in, until it is taken back in the period of that day. */
  private keepAccrual(command: LedgerCommand): void {
    const accrue = (place: string, amount: bigint): void => {
      this.accruals.set(place, (this.accruals.get(place) ?? 0n) + amount);
    };
    if (command.kind === 'accrue') accrue(this.placeOf(command.budgetId, command.on), command.amountMinor);
    if ((command.kind !== 'reverse' && command.kind !== 'end-accrual') || command.entry.kind !== 'accrual')
      return;
    const posting = command.entry.postings.find(({ account }) => account.kind === 'accrued');
    if (!posting) return;
    const { id, period } = posting.account;
    const place = command.kind === 'reverse' ? `budget/${id}/${period}` : this.placeOf(id, command.on);
    accrue(place, -posting.amountMinor);
  }

  private placeOf(budgetId: string, on: string): string {
    return `budget/${budgetId}/${this.periodOf(on)}`;
  }

  private requireHeld(
    ledger: Ledger,
    { kind, id }: { readonly kind: 'portfolio' | 'contingency' | 'management-reserve'; readonly id: string },
    require: (isTrue: boolean, fault: () => string) => void,
  ): void {
    const balance = balanceOf(ledger, { kind, id, period: 'whole' });
    require(balance === this.of(`${kind}/${id}`) && balance >= 0n, () =>
      `${kind}/${id} holds ${balance}, not ${this.of(`${kind}/${id}`)}`);
  }

  private give(entryId: string, gifts: readonly Gift[]): void {
    const apply = (sign: bigint): void => {
      for (const [place, amount] of gifts) this.given.set(place, this.of(place) + sign * amount);
    };
    apply(1n);
    this.takeBack.set(entryId, () => apply(-1n));
  }
}

type Gift = readonly [place: string, amountMinor: bigint];

/** What a command gives to and takes from places; using money changes nothing of what was granted. */
function giftsOf(command: LedgerCommand, of: (place: string) => bigint): readonly Gift[] {
  switch (command.kind) {
    case 'fund':
    case 'allocate':
    case 'release-budget':
      return [
        [nameOf(command.from), -command.amountMinor],
        [nameOf(command.to), command.amountMinor],
      ];
    case 'approve-budget': {
      const { budgetId, period = 'whole', grantedMinor, contingencyMinor } = command;
      const [budget, reserve] = [`budget/${budgetId}/${period}`, `contingency/${budgetId}`];
      const grant = grantedMinor - of(budget);
      const held = (contingencyMinor ?? of(reserve)) - of(reserve);
      return [
        [nameOf(command.from), -grant - held],
        [budget, grant],
        [reserve, held],
      ];
    }
    case 'transfer-budget':
      return [
        [`budget/${command.fromBudgetId}/${command.fromPeriod ?? 'whole'}`, -command.amountMinor],
        [`budget/${command.toBudgetId}/${command.toPeriod ?? 'whole'}`, command.amountMinor],
      ];
    case 'set-aside':
    case 'draw-reserve': {
      const { budgetId, period = 'whole', reserve = 'contingency' } = command;
      const drawn = command.kind === 'draw-reserve' ? command.amountMinor : -command.amountMinor;
      return [
        [`budget/${budgetId}/${period}`, drawn],
        [`${reserve}/${budgetId}`, -drawn],
      ];
    }
    default:
      return [];
  }
}

function nameOf(place: MoneyPlace | Fund): string {
  return place.kind === 'budget'
    ? `budget/${place.id}/${place.period ?? 'whole'}`
    : `${place.kind}/${place.id}`;
}
