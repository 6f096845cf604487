import type { TableRow } from '../../portfolio-file/table.js';
import { cleanLines, cleanName } from '../clean-text.js';
import { parseDecimal } from '../decimal-text.js';
import { unitsToMinor, wholeNumber } from '../mspdi-values.js';
import type { ElementKind } from '../read-report.js';
import type { ReportBook, Subject } from '../report-book.js';
import type { CsvColumn, Heading } from './csv-columns.js';
import { csvDuration, csvMoment } from './csv-values.js';
import type { CsvDuration } from './csv-values.js';

/** Characters with which a spreadsheet takes a text for a formula; an apostrophe before them keeps it a text. */
export const FORMULA_START = /^[=+\-@\t\r'\uff1d\uff0b\uff0d\uff20]/;

/** One task of a list, cell by cell. What cannot be read is noted and left empty. */
export class CsvRow {
  readonly uid: number;
  readonly name: string;
  readonly subject: Subject & { kind: ElementKind };
  readonly baselines: readonly {
    readonly number: number;
    readonly end: 'start' | 'finish';
    readonly at: string | null;
  }[];
  readonly custom: readonly { readonly name: string; readonly value: string }[];
  private readonly cells = new Map<CsvColumn, string>();

  constructor(
    row: TableRow,
    headings: readonly Heading[],
    private readonly book: ReportBook,
    number: number,
  ) {
    const cellAt = (at: number): string => withoutMark(row.cells[at] ?? '');
    for (const heading of headings)
      if ('column' in heading) this.cells.set(heading.column, cellAt(heading.at));
    this.name = cleanName(this.text('name')).text;
    this.uid = wholeNumber(this.text('id')) ?? number;
    this.subject = { kind: 'task', uid: this.uid, name: this.name === '' ? null : this.name };
    this.baselines = headings.flatMap((heading) => {
      if (!('baseline' in heading)) return [];
      const at = this.readMoment(cellAt(heading.at), 'A baseline date', heading.end);
      return [{ number: heading.baseline, end: heading.end, at }];
    });
    this.custom = headings.flatMap((heading) => {
      const value = 'custom' in heading ? cleanName(cellAt(heading.at), 4_000).text : '';
      return 'custom' in heading && value !== ''
        ? [{ name: cleanName(heading.custom, 120).text, value }]
        : [];
    });
  }

  text(column: CsvColumn): string {
    return (this.cells.get(column) ?? '').trim();
  }

  line(column: CsvColumn): string | null {
    return cleanName(this.text(column)).text || null;
  }

  lines(column: CsvColumn): string | null {
    return cleanLines(this.cells.get(column) ?? '').text || null;
  }

  moment(column: CsvColumn, end: 'start' | 'finish'): string | null {
    return this.readMoment(this.text(column), column, end);
  }

  duration(column: CsvColumn): CsvDuration | null {
    return this.value(column, csvDuration, 'a duration like 5d, 40h or 3ed, up to a hundred years');
  }

  /** 0 to 100, with or without a percent sign. */
  percent(column: CsvColumn): number | null {
    const percent = this.value(column, (text) => numberOf(text.replace(/%$/, '')), 'a percentage');
    if (percent === null || (percent >= 0 && percent <= 100)) return percent;
    const bound = percent < 0 ? 0 : 100;
    this.changed(`${column} is ${percent}; it must be between 0 and 100. It was read as ${bound}.`);
    return bound;
  }

  integer(column: CsvColumn): number | null {
    return this.value(column, wholeNumber, 'a whole number');
  }

  /** Money in whole units with a fraction; the list names no currency. */
  minor(column: CsvColumn): bigint | null {
    return this.value(column, (text) => unitsToMinor(text, 2), 'an amount of money');
  }

  flag(column: CsvColumn, yes: RegExp, no: RegExp): boolean | null {
    return this.value(
      column,
      (text) => (yes.test(text) ? true : no.test(text) ? false : undefined),
      'yes or no',
    );
  }

  value<T>(column: CsvColumn, read: (text: string) => T | undefined, allowed: string): T | null {
    const text = this.text(column);
    if (text === '') return null;
    const value = read(text);
    if (value !== undefined) return value;
    this.changed(`${column} is "${cleanName(text, 80).text}"; it must be ${allowed}. It was left empty.`);
    return null;
  }

  changed(sentence: string): void {
    this.book.changed(this.subject, sentence);
  }

  countBaseline(): void {
    this.book.found('baseline');
    this.book.read('baseline');
  }

  private readMoment(text: string, what: string, end: 'start' | 'finish'): string | null {
    if (text.trim() === '') return null;
    const found = csvMoment(text, end === 'start' ? '08:00:00' : '17:00:00');
    if (found === undefined)
      this.changed(
        `${what} is "${cleanName(text, 80).text}"; it must be a date like 2026-03-01 or Sun 3/1/26. It was left empty.`,
      );
    return found ?? null;
  }
}

function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  return parseDecimal(plain) === undefined ? undefined : Number(plain);
}

function withoutMark(cell: string): string {
  return cell.startsWith("'") && FORMULA_START.test(cell.slice(1)) ? cell.slice(1) : cell;
}
