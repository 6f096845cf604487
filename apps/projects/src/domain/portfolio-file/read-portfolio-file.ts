import { csvTable } from './csv-table.js';
import { decodedText } from './decode-text.js';
import type { PortfolioMapping } from './portfolio-mapping.js';
import { portfolioRefusal } from './portfolio-refusal.js';
import { identityOf, nameIdentityOf } from './portfolio-row.js';
import type { PortfolioRow } from './portfolio-row.js';
import { RowReader } from './row-reader.js';
import { DEFAULT_TABLE_LIMITS } from './table.js';
import type { Table, TableLimits } from './table.js';
import { xlsxTable } from './xlsx-table.js';

/** Why a row was not taken; `column` is empty when it is the row as a whole. */
export interface UnreadableRow {
  readonly line: number;
  readonly column: string;
  readonly found: string;
  readonly reason: string;
}

export interface PortfolioReading {
  readonly rows: readonly PortfolioRow[];
  readonly unreadable: readonly UnreadableRow[];
  readonly warnings: readonly string[];
}

/**
 * Reads a list of projects, CSV or Excel workbook (told apart by content, not by name), as the mapping says. Rows that
 * cannot be read are listed with line, column, what was found and why; all others are taken. A row goes in whole or not
 * at all. Empty cells are gaps, never zero.
 *
 * @throws Refusal `projects/portfolio-file-...` when the file as a whole cannot be read.
 */
export function readPortfolioFile(
  bytes: Uint8Array,
  fileName: string,
  mapping: PortfolioMapping,
  limits: Partial<TableLimits> = {},
): PortfolioReading {
  const bounds = { ...DEFAULT_TABLE_LIMITS, ...limits };
  const table = tableOf(bytes, fileName, mapping, bounds);
  const reader = new RowReader(table.header, mapping);
  const unreadable: UnreadableRow[] = table.broken.map((part) => ({
    ...part,
    column: '',
    found: part.found.slice(0, 120),
  }));
  const rows: PortfolioRow[] = [];
  const firstLines = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const row = reader.read(line, cells);
    const problems = Array.isArray(row) ? row : duplicateOf(row as PortfolioRow, mapping, firstLines);
    if (problems.length > 0) unreadable.push(...problems);
    else rows.push(row as PortfolioRow);
  }
  unreadable.sort((a, b) => a.line - b.line);
  return { rows, unreadable, warnings: [...table.warnings, ...reader.warnings()] };
}

function tableOf(bytes: Uint8Array, fileName: string, mapping: PortfolioMapping, limits: TableLimits): Table {
  if (bytes.length > limits.maxBytes) {
    const sentence = `The file has ${bytes.length} bytes; at most ${limits.maxBytes} are read.`;
    throw portfolioRefusal('projects/portfolio-file-too-large', sentence, {
      found: bytes.length,
      allowed: limits.maxBytes,
    });
  }
  if (bytes.length === 0) throw portfolioRefusal('projects/portfolio-file-empty', 'The file is empty.');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const sentence =
      'This is an old Excel workbook (.xls) or one with a password. Save it as "Excel Workbook (*.xlsx)" without a password, or as CSV.';
    throw portfolioRefusal('projects/portfolio-file-is-xls', sentence);
  }
  if (startsWith(bytes, [0x50, 0x4b])) return xlsxTable(bytes, mapping.sheet, limits);
  const { text, warnings } = decodedText(bytes);
  if (text.includes('\u0000') || /^\s*<(\?xml|!doctype|html)/i.test(text)) {
    const sentence = `${fileName.slice(0, 120)} is neither a text file with separated values nor an Excel workbook.`;
    throw portfolioRefusal('projects/portfolio-file-not-a-table', sentence);
  }
  const table = csvTable(text, mapping.delimiter, limits);
  return { ...table, warnings: [...warnings, ...table.warnings] };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** Two rows of one snapshot about the same project cannot both be right. */
function duplicateOf(
  row: PortfolioRow,
  mapping: PortfolioMapping,
  firstLines: Map<string, number>,
): UnreadableRow[] {
  const identity = keyOf(row, mapping);
  const key = `${row.snapshot.label}|${identity}`;
  const first = firstLines.get(key);
  if (first === undefined) {
    firstLines.set(key, row.line);
    return [];
  }
  const field = mapping.key.find((name) => row[name] !== null) ?? 'name';
  const reason = `line ${first} already reports on this project for ${row.snapshot.label}`;
  return [{ line: row.line, column: mapping.fields[field]?.column ?? '', found: row[field] ?? '', reason }];
}

function keyOf(row: PortfolioRow, mapping: PortfolioMapping): string {
  if (mapping.key.includes('code')) return identityOf(row);
  return nameIdentityOf(mapping.key.includes('orgUnit') ? row : { ...row, orgUnit: null });
}
