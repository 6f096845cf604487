import { Refusal } from '@meridian/refusal';
import { minorDigits } from './currency.js';
import type { Currency } from './currency.js';
import type { Money } from './money.js';

/** Money as it travels in JSON: minor units as a decimal string, because a JSON number loses digits beyond 2^53. */
export interface WireMoney {
  readonly amountMinor: string;
  readonly currency: Currency;
}

/** What a BIGINT column holds. */
const LIMIT = 2n ** 63n - 1n;
const WHOLE = /^-?(0|[1-9]\d{0,18})$/;

/** @throws Refusal `money/amount-out-of-range` */
export function toWire(amount: Money): WireMoney {
  return { amountMinor: minorToWire(amount.amountMinor), currency: amount.currency };
}

/** @throws Refusal `money/not-minor-units`, `money/amount-out-of-range`, `money/unknown-currency` */
export function fromWire(wire: WireMoney): Money {
  minorDigits(wire.currency);
  return { amountMinor: minorFromWire(wire.amountMinor), currency: wire.currency };
}

/** For a field `...Minor` whose currency is named beside it. @throws Refusal `money/amount-out-of-range` */
export function minorToWire(amountMinor: bigint): string {
  requireInRange(amountMinor);
  return amountMinor.toString();
}

/** @throws Refusal `money/not-minor-units`, `money/amount-out-of-range` */
export function minorFromWire(text: string): bigint {
  if (typeof text !== 'string' || !WHOLE.test(text) || text === '-0') {
    throw new Refusal(
      'money/not-minor-units',
      `Found ${JSON.stringify(text)?.slice(0, 60)}; an amount is a string of whole minor units, such as "-1250".`,
      { kind: 'unprocessable' },
    );
  }
  const amountMinor = BigInt(text);
  requireInRange(amountMinor);
  return amountMinor;
}

function requireInRange(amountMinor: bigint): void {
  if (amountMinor <= LIMIT && amountMinor >= -LIMIT) return;
  throw new Refusal('money/amount-out-of-range', `${amountMinor} minor units is beyond ±${LIMIT}.`, {
    kind: 'unprocessable',
  });
}
