import { compareRatios, ratio, ratioFromDecimal } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { openMinor } from '../ledger/ledger.js';
import type { Commitment } from '../ledger/ledger.js';

/** What was agreed for an order. */
export interface OrderTerms {
  /** Two-way: the invoice is held against the order. Three-way: against what was received of it as well. */
  readonly match: 'two-way' | 'three-way';
  readonly unitPriceMinor?: bigint | undefined;
  /** By how much an invoice may differ from the price of the order, in per cent. */
  readonly priceTolerancePercent: string;
}

export interface InvoicedAmount {
  readonly amountMinor: bigint;
  /** The same quantity at the price of the order. */
  readonly atOrderPriceMinor?: bigint | undefined;
}

export type Mismatch = 'not-received' | 'beyond-order' | 'price-differs';

/** What does not fit between an invoice, its order and what was received of it. */
export function mismatches(
  commitment: Commitment,
  { match, priceTolerancePercent }: OrderTerms,
  { amountMinor, atOrderPriceMinor = amountMinor }: InvoicedAmount,
): readonly Mismatch[] {
  const received = commitment.accruedMinor;
  const found: Mismatch[] = [];
  if (match === 'three-way' && atOrderPriceMinor > received) found.push('not-received');
  if (atOrderPriceMinor > received + openMinor(commitment)) found.push('beyond-order');
  const difference = amountMinor - atOrderPriceMinor;
  const percent = ratio(
    (difference < 0n ? -difference : difference) * 100n,
    atOrderPriceMinor > 0n ? atOrderPriceMinor : 1n,
  );
  if (compareRatios(percent, ratioFromDecimal(priceTolerancePercent)) > 0) found.push('price-differs');
  return found;
}

/**
 * Lets an invoice through that matches, or one that does not when an approved exception is named.
 *
 * @returns what does not match and was let through
 * @throws Refusal `budgeting/invoice-not-matched`
 */
export function requireMatched(
  commitment: Commitment,
  terms: OrderTerms,
  invoiced: InvoicedAmount & { readonly exception?: string | undefined },
): readonly Mismatch[] {
  const found = mismatches(commitment, terms, invoiced);
  if (found.length === 0 || invoiced.exception !== undefined) return found;
  const { amountMinor, atOrderPriceMinor = amountMinor } = invoiced;
  throw new Refusal(
    'budgeting/invoice-not-matched',
    `The invoice does not match its order (${found.join(', ')}): ${amountMinor} is invoiced, ${atOrderPriceMinor} at the order's price; ${commitment.accruedMinor} was received and ${openMinor(commitment)} is still open. Have it corrected, or name an approved exception.`,
    {
      details: {
        mismatches: found,
        invoicedMinor: amountMinor.toString(),
        atOrderPriceMinor: atOrderPriceMinor.toString(),
        receivedMinor: commitment.accruedMinor.toString(),
        openMinor: openMinor(commitment).toString(),
      },
    },
  );
}
