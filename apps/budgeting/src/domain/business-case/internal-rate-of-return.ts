import { ratio, ratioToDecimal, subtractRatios } from '@meridian/money';
import { flowsOf } from './business-case.js';
import type { CashFlows } from './business-case.js';
import { positiveRoots } from './polynomial-roots.js';

/** A rate per period as a decimal with six decimals, `0.086631` for 8.66 per cent. */
export type InternalRateOfReturn =
  | { readonly state: 'one'; readonly rate: string }
  | { readonly state: 'none' }
  /** All of them, ascending: none may be quoted alone. */
  | { readonly state: 'several'; readonly rates: readonly string[] };

const BITS = 26;

/** The rates above −100 per cent at which the net present value is zero. There may be none, or several. */
export function internalRateOfReturn(flows: CashFlows): InternalRateOfReturn {
  // Σ flow_t / g^t = 0 has the positive roots of Σ flow_t · g^(n−t): the growth factors.
  const rates = positiveRoots(flowsOf(flows), BITS).map((growth) =>
    ratioToDecimal(subtractRatios(growth, ratio(1n)), 6),
  );
  const [first, ...others] = rates;
  if (first === undefined) return { state: 'none' };
  return others.length === 0 ? { state: 'one', rate: first } : { state: 'several', rates };
}
