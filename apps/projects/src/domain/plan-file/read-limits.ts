/** Bounds on what a plan file may ask of the reader. */
export interface ReadLimits {
  /** Size of the file in bytes, and of the decoded text in characters. */
  readonly maxBytes: number;
  /** Elements in the whole file. */
  readonly maxElements: number;
  /** Elements kept of one task, resource, assignment or calendar (time-phased values are summed up, not kept). */
  readonly maxElementsPerRecord: number;
  /** Rows of a file of tables (XER, CSV), and columns of one table. */
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly maxDepth: number;
  /** Characters of one text, attribute value, comment or tag. */
  readonly maxTextLength: number;
  readonly maxAttributesPerElement: number;
  /** Notes listed in the report. */
  readonly maxNotes: number;
}

/** A plan of several thousand tasks with time-phased work is some 50 MB and three million elements. */
export const DEFAULT_READ_LIMITS: ReadLimits = {
  maxBytes: 100 * 1024 * 1024,
  maxElements: 6_000_000,
  maxElementsPerRecord: 200_000,
  maxRows: 500_000,
  maxColumns: 500,
  maxDepth: 64,
  maxTextLength: 1_000_000,
  maxAttributesPerElement: 32,
  maxNotes: 20_000,
};
