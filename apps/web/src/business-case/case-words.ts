import type { BusinessCaseFigures } from '@meridian/contracts-budgeting';
import { formatDay } from '../dates/format-day.js';
import { formatMoneyRounded, formatPercent } from '../money/format-money.js';
import { gateDecisionWords } from '../project/gate-decision-words.js';

/** A figure of a business case: how it is read, and how it differs from the version before. */
export interface CaseRow {
  readonly name: string;
  readonly formula: string;
  readonly value: (version: BusinessCaseFigures) => string;
  /** A signed number to compare by; undefined where there is none. */
  readonly amount: (version: BusinessCaseFigures) => number | undefined;
  readonly change: (by: number, version: BusinessCaseFigures) => string;
  readonly isBetterWhenMore: boolean;
}

/** The figures by which versions are compared. */
export const caseRows: readonly CaseRow[] = [
  {
    name: 'Net present value (NPV)',
    formula: 'what comes in less what goes out, each discounted to today',
    value: ({ npvMinor, currency }) => formatMoneyRounded(npvMinor, currency),
    amount: ({ npvMinor }) => Number(npvMinor),
    change: (by, { currency }) => `${signOf(by)}${formatMoneyRounded(String(Math.abs(by)), currency)}`,
    isBetterWhenMore: true,
  },
  {
    name: 'Internal rate of return (IRR)',
    formula: 'the discount rate at which the NPV is nothing',
    value: irrWords,
    amount: ({ irrState, irrRates }) => (irrState === 'one' ? Number(irrRates[0]) * 100 : undefined),
    change: (by) => `${signOf(by)}${Math.abs(by).toFixed(1)} points`,
    isBetterWhenMore: true,
  },
  {
    name: 'Profitability index (PI)',
    formula: 'present value of what comes in over that of what goes out',
    value: ({ profitabilityIndex: index }) =>
      index === undefined ? 'not available: nothing goes out' : twoPlaces(index),
    amount: ({ profitabilityIndex: index }) => (index === undefined ? undefined : Number(index)),
    change: (by) => `${signOf(by)}${Math.abs(by).toFixed(2)}`,
    isBetterWhenMore: true,
  },
  paybackRow(
    'Payback',
    'periods until what went out is back for good',
    ({ paybackPeriods }) => paybackPeriods,
  ),
  paybackRow(
    'Discounted payback',
    'the same, each amount discounted to today',
    ({ discountedPaybackPeriods }) => discountedPaybackPeriods,
  ),
];

export interface CaseChange {
  readonly words: string;
  readonly isBetter: boolean;
}

/** How a figure differs from the version before; undefined where it does not, or one of both has none. */
export function changeOf(
  row: CaseRow,
  version: BusinessCaseFigures,
  before: BusinessCaseFigures | undefined,
): CaseChange | undefined {
  const [now, then] = [row.amount(version), before && row.amount(before)];
  if (now === undefined || then === undefined || before?.currency !== version.currency) return undefined;
  const by = now - then;
  if (Math.abs(by) < 0.005) return undefined;
  return { words: row.change(by, version), isBetter: by > 0 === row.isBetterWhenMore };
}

/** Where there are several rates none may be quoted alone. */
export function irrWords({ irrState, irrRates }: Pick<BusinessCaseFigures, 'irrState' | 'irrRates'>): string {
  if (irrState === 'none') return 'not available: the amounts change sign at no rate';
  const rates = irrRates.map((rate) => formatPercent(Number(rate) * 100, undefined, 1));
  return irrState === 'one' ? (rates[0] ?? '') : `several: ${rates.join(', ')}; judge by the NPV`;
}

/** The gates that were decided on a version. */
export function gateWords({ gates }: Pick<BusinessCaseFigures, 'gates'>): string {
  if (gates.length === 0) return 'no gate was decided on it';
  return gates
    .map(
      ({ name, decision, decidedOn }) => `${name}: ${gateDecisionWords(decision)}, ${formatDay(decidedOn)}`,
    )
    .join('; ');
}

function paybackRow(
  name: string,
  formula: string,
  periods: (version: BusinessCaseFigures) => string | undefined,
): CaseRow {
  return {
    name,
    formula,
    value: (version) => {
      const value = periods(version);
      return value === undefined ? 'never within these periods' : `${onePlace(value)} periods`;
    },
    amount: (version) => {
      const value = periods(version);
      return value === undefined ? undefined : Number(value);
    },
    change: (by) => `${signOf(by)}${onePlace(String(Math.abs(by)))} periods`,
    isBetterWhenMore: false,
  };
}

function signOf(by: number): string {
  return by < 0 ? '−' : '+';
}

function onePlace(value: string): string {
  return new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(Number(value));
}

function twoPlaces(value: string): string {
  return new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    Number(value),
  );
}
