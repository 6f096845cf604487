export { allocate, allocateMinor } from './allocate.js';
export { convert, frozenRate, inverse } from './convert.js';
export type { FrozenRate } from './convert.js';
export { currencies, isCurrency, minorDigits } from './currency.js';
export type { Currency } from './currency.js';
export { add, compare, money, negate, requireSameCurrency, subtract, sum, zero } from './money.js';
export type { Money } from './money.js';
export { multiply, multiplyMinor, percentOf } from './multiply.js';
export {
  addRatios,
  compareRatios,
  divideRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  ratioToDecimal,
  ratioToWhole,
  subtractRatios,
} from './ratio.js';
export type { Ratio } from './ratio.js';
export { roundedQuotient } from './rounding.js';
export type { Rounding } from './rounding.js';
export { decimalText, formatMoney, parseMoney } from './text.js';
export { fromWire, minorFromWire, minorToWire, toWire } from './wire.js';
export type { WireMoney } from './wire.js';
