import { Refusal } from '@meridian/refusal';
import { minorDigits } from './currency.js';
import type { Currency } from './currency.js';

/** An amount in the minor unit of its currency: 12.34 EUR is `{ amountMinor: 1234n, currency: 'EUR' }`. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: Currency;
}

/** @throws Refusal `money/unknown-currency` */
export function money(amountMinor: bigint, currency: Currency): Money {
  minorDigits(currency);
  return { amountMinor, currency };
}

export function zero(currency: Currency): Money {
  return money(0n, currency);
}

/** @throws Refusal `money/currency-mismatch` */
export function add(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return { amountMinor: a.amountMinor + b.amountMinor, currency: a.currency };
}

/** @throws Refusal `money/currency-mismatch` */
export function subtract(a: Money, b: Money): Money {
  return add(a, negate(b));
}

export function negate(amount: Money): Money {
  return { amountMinor: -amount.amountMinor, currency: amount.currency };
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. @throws Refusal `money/currency-mismatch` */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  requireSameCurrency(a, b);
  return a.amountMinor === b.amountMinor ? 0 : a.amountMinor < b.amountMinor ? -1 : 1;
}

/** The sum in the named currency, which an empty list has too. @throws Refusal `money/currency-mismatch` */
export function sum(amounts: Iterable<Money>, currency: Currency): Money {
  let total = zero(currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/** @throws Refusal `money/currency-mismatch` */
export function requireSameCurrency(
  a: { readonly currency: Currency },
  b: { readonly currency: Currency },
): void {
  if (a.currency === b.currency) return;
  throw new Refusal(
    'money/currency-mismatch',
    `${a.currency} and ${b.currency} cannot be put together; convert one of them with a frozen rate first.`,
    { details: { found: [a.currency, b.currency] } },
  );
}
