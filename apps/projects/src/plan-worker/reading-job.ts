import type { RefusalNote } from '@meridian/refusal';
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
    };

/** What it answers. Everything in it can be copied between threads. */
export type ReadingOutcome =
  { readonly reading: PlanReading | PortfolioReading } | { readonly refusal: RefusalNote };
