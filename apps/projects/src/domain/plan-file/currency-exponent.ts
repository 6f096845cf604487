/** ISO 4217 currencies whose minor unit is not a hundredth. */
const EXPONENTS = new Map<string, number>([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
]);

/** Digits of the minor unit of a currency; two when the code is unknown. */
export function currencyExponent(code: string | null): number {
  return (code === null ? undefined : EXPONENTS.get(code)) ?? 2;
}
