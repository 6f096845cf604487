import type { BenefitFigures } from '@meridian/contracts-budgeting';
import { attainmentPercent, benefitState } from '../domain/business-case/benefit.js';
import { valueOf } from '../domain/earned-value/figure.js';
import type { Benefit, BenefitMeasure } from './generated/client.js';

export type BenefitRow = Benefit & { readonly measures: readonly BenefitMeasure[] };

/** The latest day first; of one day the last record first. */
export const LATEST_FIRST = [{ on: 'desc' }, { place: 'desc' }] as const;

/** @param on the day of the question, `YYYY-MM-DD`; `measures` have the latest first */
export function benefitFigures(row: BenefitRow, on: string): BenefitFigures {
  const { measures, ...benefit } = row;
  const latest = measures[0]?.value;
  const percent = valueOf(attainmentPercent(row, latest));
  return {
    ...benefit,
    state: benefitState(row, latest, on),
    ...(percent === undefined ? {} : { attainmentPercent: percent }),
    measures: measures.map((measure, index) => ({
      on: measure.on,
      value: measure.value,
      evidence: measure.evidence,
      measuredBy: measure.measuredBy,
      measuredAt: measure.measuredAt.toISOString(),
      isReplaced: measures[index - 1]?.on === measure.on,
    })),
  };
}
