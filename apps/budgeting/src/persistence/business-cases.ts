import type { BusinessCaseFigures, CashFlow } from '@meridian/contracts-budgeting';
import {
  netPresentValue,
  paybackPeriods,
  profitabilityIndex,
} from '../domain/business-case/business-case.js';
import type { CashFlows } from '../domain/business-case/business-case.js';
import { internalRateOfReturn } from '../domain/business-case/internal-rate-of-return.js';
import { valueOf } from '../domain/earned-value/figure.js';
import type { BusinessCaseGate, BusinessCaseVersion } from './generated/client.js';

export type BusinessCaseRow = BusinessCaseVersion & { readonly gates?: readonly BusinessCaseGate[] };

/** A version with its figures, computed from its flows: a formula that is mended mends all versions. */
export function businessCaseFigures(row: BusinessCaseRow): BusinessCaseFigures {
  const { projectId, version, summary, assumptions, currency, discountRate, nowMinor, gates = [] } = row;
  const flows = row.flows as unknown as readonly CashFlow[];
  return {
    projectId,
    version,
    summary,
    assumptions,
    currency,
    discountRate,
    nowMinor: String(nowMinor),
    flows,
    ...worthOf(
      { nowMinor, laterMinor: flows.map(({ inMinor, outMinor }) => BigInt(inMinor) - BigInt(outMinor)) },
      discountRate,
    ),
    recordedAt: row.recordedAt.toISOString(),
    recordedBy: row.recordedBy,
    gates: gates.map(({ gateId, name, decision, decidedOn }) => ({ gateId, name, decision, decidedOn })),
  };
}

/** @throws Refusal `budgeting/discount-rate` */
function worthOf(flows: CashFlows, rate: string) {
  const irr = internalRateOfReturn(flows);
  const [index, payback, discounted] = [
    valueOf(profitabilityIndex(flows, rate)),
    valueOf(paybackPeriods(flows)),
    valueOf(paybackPeriods(flows, rate)),
  ];
  return {
    npvMinor: String(netPresentValue(flows, rate)),
    irrState: irr.state,
    irrRates: irr.state === 'several' ? irr.rates : irr.state === 'one' ? [irr.rate] : [],
    ...(index === undefined ? {} : { profitabilityIndex: index }),
    ...(payback === undefined ? {} : { paybackPeriods: payback }),
    ...(discounted === undefined ? {} : { discountedPaybackPeriods: discounted }),
  };
}
