import type { BusinessCaseFigures } from '@meridian/contracts-budgeting';

/** A period of a business case in minor units: what comes in, what goes out, and what has come in all until its end. */
export interface CashPoint {
  readonly period: string;
  readonly inMinor: bigint;
  readonly outMinor: bigint;
  readonly sumMinor: bigint;
}

/** The outlay at the start counts as a period of its own, before the first. */
export function cashPoints({
  nowMinor,
  flows,
}: Pick<BusinessCaseFigures, 'nowMinor' | 'flows'>): readonly CashPoint[] {
  const now = BigInt(nowMinor);
  let sumMinor = now;
  const start = { period: 'Start', inMinor: now > 0n ? now : 0n, outMinor: now < 0n ? -now : 0n, sumMinor };
  return [
    start,
    ...flows.map((flow) => {
      const [inMinor, outMinor] = [BigInt(flow.inMinor), BigInt(flow.outMinor)];
      sumMinor += inMinor - outMinor;
      return { period: flow.period, inMinor, outMinor, sumMinor };
    }),
  ];
}
