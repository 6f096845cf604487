import type { PlanFile } from './plan-file.js';
import type { ReadReport } from './read-report.js';

/** What a file held, and what became of it on its way in. */
export interface PlanReading {
  readonly plan: PlanFile;
  readonly report: ReadReport;
}
