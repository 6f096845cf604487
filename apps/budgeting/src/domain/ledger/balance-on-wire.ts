import { minorToWire } from '@meridian/money';
import { WHOLE } from './account.js';
import type { BudgetPosition } from './ledger.js';

/** A position as contracts carry it. */
export function balanceOnWire(nodeId: string, position: BudgetPosition, period = WHOLE) {
  return {
    nodeId,
    ...(period === WHOLE ? {} : { period }),
    grantedMinor: minorToWire(position.grantedMinor),
    availableMinor: minorToWire(position.availableMinor),
    reservedMinor: minorToWire(position.reservedMinor),
    committedMinor: minorToWire(position.committedMinor),
    accruedMinor: minorToWire(position.accruedMinor),
    actualMinor: minorToWire(position.actualMinor),
  };
}
