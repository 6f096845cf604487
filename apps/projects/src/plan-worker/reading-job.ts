import type { RefusalNote } from '@meridian/refusal';
import type { FileFormat, PlanExport } from '../domain/plan-export/export-plan.js';
import type { PlanFile } from '../domain/plan-file/plan-file.js';
import type { ReadLimits } from '../domain/plan-file/read-limits.js';
import type { PlanReading } from '../domain/plan-file/plan-reading.js';
import type { PortfolioMapping } from '../domain/portfolio-file/portfolio-mapping.js';
import type { PortfolioReading } from '../domain/portfolio-file/read-portfolio-file.js';
import type { TableLimits } from '../domain/portfolio-file/table.js';

/** What the thread is given. */
export type ReadingJob =
  | {
      readonly kind: 'plan';
      readonly bytes: Uint8Array;
      readonly fileName: string;
      readonly limits?: Partial<ReadLimits>;
    }
  | {
      readonly kind: 'portfolio';
      readonly bytes: Uint8Array;
      readonly fileName: string;
      readonly mapping: PortfolioMapping;
      readonly limits?: Partial<TableLimits>;
    }
  | { readonly kind: 'export'; readonly plan: PlanFile; readonly format: FileFormat };

export type JobResult = PlanReading | PortfolioReading | PlanExport;

/** What it answers. Everything in it can be copied between threads. */
export type ReadingOutcome = { readonly result: JobResult } | { readonly refusal: RefusalNote };
