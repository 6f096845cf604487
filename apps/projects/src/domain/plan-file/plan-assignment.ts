import type { CustomValue } from './custom-fields.js';
import type { PlanBaseline } from './plan-baseline.js';
import type { TimePhased } from './time-phased.js';

/** A resource at work on a task. */
export interface PlanAssignment {
  readonly uid: number;
  readonly guid: string | null;
  readonly taskUid: number;
  /** Null: nobody yet; the file keeps the work of a task without a resource in such a line. */
  readonly resourceUid: number | null;
  /** 1 is full time; for materials the quantity. */
  readonly units: number | null;
  readonly start: string | null;
  readonly finish: string | null;
  readonly actualStart: string | null;
  readonly actualFinish: string | null;
  readonly workMinutes: number | null;
  readonly actualWorkMinutes: number | null;
  readonly remainingWorkMinutes: number | null;
  readonly overtimeWorkMinutes: number | null;
  readonly percentWorkComplete: number | null;
  readonly costMinor: bigint | null;
  readonly actualCostMinor: bigint | null;
  readonly remainingCostMinor: bigint | null;
  /** Which cost rate table of the resource prices this work. */
  readonly rateTable: 'A' | 'B' | 'C' | 'D' | 'E';
  readonly delayMinutes: number | null;
  readonly notes: string | null;
  readonly customFields: readonly CustomValue[];
  readonly baselines: readonly PlanBaseline[];
  readonly timePhased: readonly TimePhased[];
}
