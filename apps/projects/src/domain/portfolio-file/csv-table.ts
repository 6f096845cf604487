import { portfolioRefusal } from './portfolio-refusal.js';
import type { Table, TableLimits, TableRow } from './table.js';

/**
 * Reads text with separated values (RFC 4180; any of , ; tab | as separator). Lines are physical lines of the file, also
 * where a quoted cell holds line breaks. A record whose quotation marks make no sense is listed as broken, and reading
 * goes on with the next physical line, so that one stray mark does not swallow the rest of the list.
 *
 * @throws Refusal when there is no header, or too much.
 */
export function csvTable(text: string, delimiter: string | undefined, limits: TableLimits): Table {
  const scanner = new CsvScanner(text, delimiter ?? detectedDelimiter(text), limits);
  const rows: TableRow[] = [];
  const broken: Table['broken'][number][] = [];
  for (let record = scanner.next(); record !== undefined; record = scanner.next()) {
    if ('reason' in record) broken.push(record);
    else if (record.cells.some((cell) => cell.trim() !== '')) rows.push(record);
    if (rows.length + broken.length > limits.maxRows + 1) throw tooManyRows(limits);
  }
  const header = rows.shift();
  if (header === undefined)
    throw portfolioRefusal('projects/portfolio-file-empty', 'The file has no header line.');
  return { headerLine: header.line, header: header.cells, rows, broken, warnings: [] };
}

export function tooManyRows({ maxRows }: TableLimits): Error {
  const sentence = `The list has more than ${maxRows} rows.`;
  return portfolioRefusal('projects/portfolio-file-too-many-rows', sentence, { maxRows });
}

/** The separator that occurs most often in the first line, outside quotation marks; a comma when none does. */
export function detectedDelimiter(text: string): string {
  const header = (/^(?:[^"\r\n]|"[^"]*")*/.exec(text.slice(0, 100_000).trimStart())?.[0] ?? '').replace(
    /"[^"]*"/g,
    '',
  );
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: header.split(mark).length - 1 }));
  return counts.reduce((best, candidate) => (candidate.count > best.count ? candidate : best)).mark;
}

type Scanned = TableRow | Table['broken'][number];

class CsvScanner {
  private at = 0;
  private line = 1;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
    private readonly limits: TableLimits,
  ) {}

  /** The next record; undefined at the end of the text. */
  next(): Scanned | undefined {
    if (this.at >= this.text.length) return undefined;
    const start = { at: this.at, line: this.line };
    const cells: string[] = [];
    for (;;) {
      const cell = this.text[this.at] === '"' ? this.quoted() : this.plain();
      if (typeof cell !== 'string') return this.broken(start, cell.reason);
      if (cells.length <= this.limits.maxColumns) cells.push(cell);
      if (this.text[this.at] === this.delimiter) this.at += 1;
      else break;
    }
    this.endLine();
    return { line: start.line, cells };
  }

  private plain(): string {
    const from = this.at;
    while (this.at < this.text.length && !this.endsCell(this.text[this.at]!)) this.at += 1;
    return this.text.slice(from, Math.min(this.at, from + this.limits.maxCellLength));
  }

  /** A cell between quotation marks; two marks inside stand for one. */
  private quoted(): string | { reason: string } {
    let cell = '';
    let from = this.at + 1;
    for (;;) {
      const mark = this.text.indexOf('"', from);
      if (mark < 0) return { reason: 'a quotation mark is never closed' };
      cell += this.text.slice(from, mark);
      if (cell.length > this.limits.maxCellLength)
        return { reason: `a cell is longer than ${this.limits.maxCellLength} characters` };
      if (this.text[mark + 1] !== '"') {
        this.at = mark + 1;
        break;
      }
      cell += '"';
      from = mark + 2;
    }
    const after = this.text[this.at];
    if (after !== undefined && !this.endsCell(after))
      return { reason: 'text follows a closing quotation mark' };
    this.line += cell.split(/\r\n|\r|\n/).length - 1;
    return cell;
  }

  private broken(start: { at: number; line: number }, reason: string): Scanned {
    this.at = start.at;
    this.line = start.line;
    while (this.at < this.text.length && !this.isBreak(this.text[this.at]!)) this.at += 1;
    const found = this.text.slice(start.at, this.at);
    this.endLine();
    return { line: start.line, found, reason };
  }

  private endLine(): void {
    if (this.at >= this.text.length) return;
    this.at += this.text[this.at] === '\r' && this.text[this.at + 1] === '\n' ? 2 : 1;
    this.line += 1;
  }

  private endsCell(character: string): boolean {
    return character === this.delimiter || this.isBreak(character);
  }

  private isBreak(character: string): boolean {
    return character === '\n' || character === '\r';
  }
}
