/** A list as rows of text, whatever file it came in. */
export interface Table {
  /** Line of the header in the file. */
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** Stretches of the file that are no rows, such as one with a quotation mark that never closes. */
  readonly broken: readonly { readonly line: number; readonly found: string; readonly reason: string }[];
  readonly warnings: readonly string[];
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Bounds on what a list may ask of the reader. */
export interface TableLimits {
  readonly maxBytes: number;
  /** All parts of a workbook unpacked. */
  readonly maxUnpackedBytes: number;
  readonly maxPackedRatio: number;
  readonly maxEntries: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly maxCellLength: number;
}

export const DEFAULT_TABLE_LIMITS: TableLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxUnpackedBytes: 100 * 1024 * 1024,
  maxPackedRatio: 100,
  maxEntries: 500,
  maxRows: 100_000,
  maxColumns: 500,
  maxCellLength: 32_767,
};
