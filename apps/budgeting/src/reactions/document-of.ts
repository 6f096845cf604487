import type { AccountsDocument } from '@meridian/contracts-connectors';
import { minorFromWire } from '@meridian/money';
import type { CostDocument } from '../domain/cost/cost-document.js';

type SaidByAccounts = Pick<
  AccountsDocument,
  'documentKey' | 'projectCode' | 'wbs' | 'amountMinor' | 'currency' | 'postedOn'
>;

/** A document of an outside system as the domain reads it; without an order it lies under its own key. */
export function documentOf(
  kind: CostDocument['kind'],
  event: SaidByAccounts & { readonly orderKey?: string },
): CostDocument {
  const { documentKey, projectCode, wbs, amountMinor, currency, postedOn } = event;
  return {
    kind,
    orderKey: event.orderKey ?? documentKey,
    documentKey,
    projectCode,
    ...(wbs === undefined ? {} : { wbs }),
    amountMinor: minorFromWire(amountMinor),
    currency,
    postedOn,
  };
}
