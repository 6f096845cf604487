import type { Fund, ReserveKind } from '../ledger/account.js';
import { EXTERNAL_FUND } from '../ledger/account.js';
import type { LedgerCommand, MoneyPlace } from '../ledger/command.js';
import { isFund } from './budget-node.js';
import type { BudgetNode } from './budget-node.js';
import type { Movement } from './movement.js';

interface Moved {
  readonly movement: Movement;
  readonly from?: BudgetNode | undefined;
  readonly fromPeriod?: string | undefined;
  readonly to?: BudgetNode | undefined;
  readonly toPeriod?: string | undefined;
  readonly reserve?: ReserveKind | undefined;
  readonly amountMinor: bigint;
}

interface Heading {
  readonly entryId: string;
  readonly on: string;
  readonly currency: string;
  readonly reference: string;
  readonly decision: string;
  readonly by: string;
}

/** A movement in the ledger's words. Its ends are those that `requirePath` lets through. */
export function movementCommand(moved: Moved, heading: Heading): LedgerCommand {
  const { movement, amountMinor, reserve = 'contingency' } = moved;
  const from = placeOf(moved.from, moved.fromPeriod);
  const to = placeOf(moved.to, moved.toPeriod);
  const asked = { ...heading, amountMinor };
  if (movement === 'reserve' || movement === 'draw') {
    const period = movement === 'draw' ? (moved.toPeriod ?? moved.fromPeriod) : moved.fromPeriod;
    const kind = movement === 'draw' ? 'draw-reserve' : 'set-aside';
    return { ...asked, kind, reserve, budgetId: from.id, ...(period === undefined ? {} : { period }) };
  }
  return { ...asked, kind: movement === 'release' ? 'release-budget' : 'allocate', from, to };
}

function placeOf(node: BudgetNode | undefined, period: string | undefined): MoneyPlace {
  if (node === undefined) return EXTERNAL_FUND;
  const { kind, nodeId: id } = node;
  if (isFund(kind)) return { kind, id } satisfies Fund;
  return { kind: 'budget', id, ...(period === undefined ? {} : { period }) };
}
