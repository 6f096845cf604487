import { Refusal } from '@meridian/refusal';

/** An ISO 4217 alphabetic code, such as `EUR`. */
export type Currency = string;

/**
 * How many decimal digits separate the minor unit from the major one: 2 for EUR, 0 for JPY, 3 for KWD.
 * Source: ISO 4217 list one. Fund codes are included; metals and test codes have no minor unit and are not.
 *
 * @throws Refusal `money/unknown-currency`
 */
export function minorDigits(currency: Currency): number {
  const digits = DIGITS.get(currency);
  if (digits === undefined) {
    throw new Refusal(
      'money/unknown-currency',
      `"${currency}" is not an ISO 4217 currency code with a minor unit.`,
      {
        kind: 'unprocessable',
        details: { currency },
      },
    );
  }
  return digits;
}

export function isCurrency(code: string): boolean {
  return DIGITS.has(code);
}

/** All codes, in alphabetical order. */
export function currencies(): readonly Currency[] {
  return [...DIGITS.keys()].sort();
}

const NO_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR_DIGITS = 'CLF UYW';
// ANG and BGN were withdrawn in 2025 and 2026; older records still carry them.
const TWO_DIGITS = `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD
  CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL
  HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
  MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS
  SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`;

const DIGITS: ReadonlyMap<Currency, number> = new Map(
  (
    [
      [NO_DIGITS, 0],
      [TWO_DIGITS, 2],
      [THREE_DIGITS, 3],
      [FOUR_DIGITS, 4],
    ] as const
  ).flatMap(([codes, digits]) => codes.split(/\s+/).map((code) => [code, digits] as const)),
);
