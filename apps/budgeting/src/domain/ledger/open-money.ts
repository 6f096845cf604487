import { minorToWire } from '@meridian/money';
import { heldMinor } from './reservation.js';
import type { Reservation } from './reservation.js';
import type { ReserveKind } from './account.js';

/** An order as the ledger keeps it, with the words it was ordered by. */
export interface KnownOrder {
  readonly commitmentId: string;
  readonly reference: string;
  readonly openMinor: bigint;
  readonly accruedMinor: bigint;
}

/** Money that the ledger holds for a project, or that it could not take yet. */
export interface HeldMoney {
  readonly currency: string;
  readonly orders: readonly KnownOrder[];
  /** Cost that a journal accrued and nobody has taken back yet. */
  readonly accruals: readonly {
    readonly entryId: string;
    readonly reference: string;
    readonly amountMinor: bigint;
  }[];
  readonly reservations: readonly Pick<
    Reservation,
    'reservationId' | 'reservedMinor' | 'usedMinor' | 'returnedMinor'
  >[];
  readonly reserves: readonly { readonly kind: ReserveKind; readonly balanceMinor: bigint }[];
  readonly waiting: readonly {
    readonly documentKey: string;
    readonly amountMinor: bigint;
    readonly currency: string;
    /** Why it waits. */
    readonly reason: string;
  }[];
}

export interface OpenMoney {
  readonly kind: 'commitment' | 'accrual' | 'requisition' | 'reserve' | 'waiting-document';
  readonly name: string;
  readonly itemId?: string;
  readonly detail?: string;
  readonly amountMinor: string;
  readonly currency: string;
}

const RESERVES: Readonly<Record<ReserveKind, string>> = {
  contingency: 'Contingency',
  'management-reserve': 'Management reserve',
};

/**
 * What keeps the money of a project from being closed: orders that are neither received, invoiced nor released; receipts
 * that nobody invoiced and accruals that nobody took back; requisitions and reserves that still hold money; documents of outside systems that could not be
 * posted. What is available stays where it is: it is not owed to anybody.
 */
export function openMoney({ currency, ...held }: HeldMoney): readonly OpenMoney[] {
  const line = (kind: OpenMoney['kind'], name: string, amount: bigint, itemId?: string): OpenMoney[] =>
    amount === 0n
      ? []
      : [{ kind, name, ...(itemId && { itemId }), amountMinor: minorToWire(amount), currency }];
  return [
    ...held.orders.flatMap((order) =>
      line('commitment', `Order ${order.reference}`, order.openMinor, order.commitmentId),
    ),
    ...held.orders.flatMap((order) =>
      line('accrual', `Receipt of order ${order.reference}`, order.accruedMinor, order.commitmentId),
    ),
    ...held.accruals.flatMap(({ entryId, reference, amountMinor }) =>
      line('accrual', `Accrual ${reference}`, amountMinor, entryId),
    ),
    ...held.reservations.flatMap((one) =>
      line('requisition', `Requisition ${one.reservationId}`, heldMinor(one), one.reservationId),
    ),
    ...held.reserves.flatMap(({ kind, balanceMinor }) => line('reserve', RESERVES[kind], balanceMinor)),
    ...held.waiting.map(({ documentKey, amountMinor, currency: of, reason }) => ({
      kind: 'waiting-document' as const,
      name: `Document ${documentKey}`.slice(0, 300),
      itemId: documentKey.slice(0, 200),
      detail: reason.slice(0, 300),
      amountMinor: minorToWire(amountMinor),
      currency: of,
    })),
  ];
}
