import type { ScheduleQuality } from '@meridian/network';

/** What is kept of a check: enough to see how the quality of a schedule went. */
export interface CheckResult {
  readonly passed: number;
  readonly failed: number;
  readonly practicesPassed: number;
  readonly practicesFailed: number;
  readonly points: readonly PointResult[];
}

export interface PointResult {
  readonly point: number;
  readonly value?: number;
  readonly passes?: boolean;
}

export function checkResult({ dcma, gao }: ScheduleQuality): CheckResult {
  return {
    passed: count(dcma, true),
    failed: count(dcma, false),
    practicesPassed: count(gao, true),
    practicesFailed: count(gao, false),
    points: dcma.map(({ value, passes }, index) => ({
      point: index + 1,
      ...(value === null ? {} : { value }),
      ...(passes === null ? {} : { passes }),
    })),
  };
}

function count(judged: readonly { readonly passes: boolean | null }[], verdict: boolean): number {
  return judged.filter(({ passes }) => passes === verdict).length;
}
