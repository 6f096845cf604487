/** A phase of a project with the day of its gate. */
export interface Phase {
  readonly phaseId: string;
  readonly name: string;
  readonly order: number;
  readonly gateOn?: string;
}

const DAY_MS = 86_400_000;

/**
 * The phase a milestone belongs to: the first whose gate is on or after the milestone's day, else the last one.
 *
 * @param on baseline day of the milestone, or its forecast when it has none
 */
export function phaseOf(phases: readonly Phase[], on: string): string | null {
  const ordered = [...phases].sort((a, b) => a.order - b.order);
  const found = ordered.find(({ gateOn }) => gateOn !== undefined && gateOn >= on) ?? ordered.at(-1);
  return found?.phaseId ?? null;
}

/** Days a milestone is late against its baseline, early negative; 0 without a baseline. Finish variance, late positive. */
export function slipDays(milestone: {
  readonly baselineOn: string | null;
  readonly forecastOn: string;
}): number {
  if (milestone.baselineOn === null) return 0;
  return Math.round((Date.parse(milestone.forecastOn) - Date.parse(milestone.baselineOn)) / DAY_MS);
}
