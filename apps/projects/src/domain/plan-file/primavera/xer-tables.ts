import { planFileRefusal } from '../plan-file-refusal.js';
import type { ReadLimits } from '../read-limits.js';

export interface XerTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface XerText {
  /** The fields of the ERMHDR line. */
  readonly header: readonly string[];
  readonly tables: ReadonlyMap<string, XerTable>;
}

interface OpenTable {
  columns: readonly string[];
  readonly rows: string[][];
}

/**
 * The tables of a Primavera export: lines of values between tabs, each led by what it is: `%T` a table, `%F` its columns, `%R`
 * a row, `%E` the end. A line led by none of these goes on with the last value, which held a line break.
 *
 * @throws Refusal `projects/plan-file-malformed`, `-too-many-rows`, `-text-too-long`.
 */
export function xerTables(text: string, limits: ReadLimits): XerText {
  const tables = new Map<string, OpenTable>();
  const header = firstLine(text).split('\t', 20);
  let table: OpenTable | undefined;
  let rows = 0;
  for (const { line, number } of linesAfterFirst(text, limits)) {
    const mark = line.slice(0, 2);
    if (mark === '%E') break;
    if (mark === '%T') {
      const name = line.slice(2).trim();
      table = tables.get(name) ?? { columns: [], rows: [] };
      tables.set(name, table);
    } else if (mark === '%F' || mark === '%R') {
      if (table === undefined) throw outsideTable(number);
      const values = valuesOf(line, limits, number);
      if (mark === '%F') table.columns = values.map((value) => value.trim());
      else table.rows.push(values);
      rows += mark === '%R' ? 1 : 0;
      if (rows > limits.maxRows) throw tooManyRows(limits);
    } else if (line.trim() !== '') {
      continueValue(table, line, limits, number);
    }
  }
  return { header, tables };
}

export function tooManyRows({ maxRows }: ReadLimits): Error {
  const sentence = `The file has more than ${maxRows} rows. Bring its projects in one by one.`;
  return planFileRefusal('projects/plan-file-too-many-rows', sentence, { maxRows });
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return (end < 0 ? text : text.slice(0, end)).replace(/\r$/, '').slice(0, 2_000);
}

function* linesAfterFirst(
  text: string,
  limits: ReadLimits,
): Generator<{ readonly line: string; readonly number: number }> {
  let from = text.indexOf('\n') + 1;
  for (let number = 2; from > 0 && from < text.length; number++) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (to - from > limits.maxTextLength * 2) throw tooLong(limits, number);
    yield { line: text.slice(from, text[to - 1] === '\r' ? to - 1 : to), number };
    from = to + 1;
  }
}

function valuesOf(line: string, limits: ReadLimits, number: number): string[] {
  const values = line.split('\t', limits.maxColumns + 2).slice(1);
  if (values.length <= limits.maxColumns) return values;
  const sentence = `Line ${number} has more than ${limits.maxColumns} values; Primavera's widest tables have about a hundred.`;
  throw planFileRefusal('projects/plan-file-malformed', sentence, { line: number });
}

function continueValue(table: OpenTable | undefined, line: string, limits: ReadLimits, number: number): void {
  const row = table?.rows.at(-1);
  if (row === undefined || row.length === 0) throw outsideTable(number);
  row[row.length - 1] += `\n${line}`;
  if (row.at(-1)!.length > limits.maxTextLength) throw tooLong(limits, number);
}

function outsideTable(line: number): Error {
  const sentence = `Line ${line} belongs to no table: a row must follow the lines %T (table) and %F (columns). The file is damaged; export it again.`;
  return planFileRefusal('projects/plan-file-malformed', sentence, { line });
}

function tooLong({ maxTextLength }: ReadLimits, line: number): Error {
  const sentence = `Line ${line} holds a text of more than ${maxTextLength} characters.`;
  return planFileRefusal('projects/plan-file-text-too-long', sentence, { maxTextLength, line });
}
