import { addRatios, divideRatios, ratioFromDecimal } from '@meridian/money';
import { available, notAvailable, sixDecimals } from '../earned-value/figure.js';
import type { Figure } from '../earned-value/figure.js';

/** Relative estimates, as decimals. */
export interface JobEstimates {
  readonly businessValue: string;
  readonly timeCriticality: string;
  readonly riskReduction: string;
  readonly jobSize: string;
}

/** WSJF = (business value + time criticality + risk reduction or opportunity) ÷ job size. */
export function weightedShortestJob(job: JobEstimates): Figure<string> {
  const size = ratioFromDecimal(job.jobSize);
  if (size.numerator <= 0n) return notAvailable('no-job-size');
  const costOfDelay = [job.businessValue, job.timeCriticality, job.riskReduction]
    .map((part) => ratioFromDecimal(part))
    .reduce(addRatios);
  return sixDecimals(available(divideRatios(costOfDelay, size)));
}
