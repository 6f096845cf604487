import { decimalText, parseDecimal } from '../plan-file/decimal-text.js';
import type { Attributes } from '../plan-file/xml-stream.js';
import type { TableLimits, TableRow } from './table.js';

const DAY_MS = 86_400_000;

/** Puts the cells of a sheet together to rows of text while the sheet streams by. */
export class SheetCells {
  private line = 0;
  private cells: string[] = [];
  private column = -1;
  private type = 'n';
  private style = 0;
  private text = '';

  constructor(
    private readonly strings: readonly string[],
    private readonly dates: ReadonlySet<number>,
    private readonly uses1904: boolean,
    private readonly limits: TableLimits,
  ) {}

  startRow(attributes: Attributes): void {
    const given = Number(attributes['r']);
    this.line = Number.isInteger(given) && given > this.line ? given : this.line + 1;
    this.cells = [];
    this.column = -1;
  }

  startCell(attributes: Attributes): void {
    this.column = columnOf(attributes['r']) ?? this.column + 1;
    this.type = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? '0');
    this.text = '';
  }

  value(text: string): void {
    if (this.type !== 'inlineStr') this.text = text;
  }

  inlineText(text: string): void {
    if (this.type === 'inlineStr') this.text += text;
  }

  endCell(): void {
    if (this.column > this.limits.maxColumns || this.text === '') return;
    while (this.cells.length <= this.column) this.cells.push('');
    this.cells[this.column] = this.shown().slice(0, this.limits.maxCellLength);
  }

  endRow(): TableRow {
    return { line: this.line, cells: this.cells };
  }

  private shown(): string {
    switch (this.type) {
      case 's':
        return this.strings[Number(this.text)] ?? '#REF!';
      case 'b':
        return this.text === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return this.text.slice(0, 10);
      case 'n':
        return this.dates.has(this.style) ? this.date() : fifteenDigits(this.text);
      default:
        return this.text;
    }
  }

  /** Serial numbers count days from 1899-12-30 (Excel believes in a 29th of February 1900), or from 1904-01-01. */
  private date(): string {
    const serial = Number(this.text);
    const days = Math.floor(serial) + (this.uses1904 ? 1462 : serial < 61 ? 1 : 0);
    if (!Number.isFinite(serial) || serial < 1 || days > 2_958_465) return this.text;
    return new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10);
  }
}

/** `AB12` gives 27; undefined for anything that is no cell reference. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 0.1+0.2 is stored as 0.30000000000000004 and shown as 0.3. */
function fifteenDigits(text: string): string {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text;
  const decimal = parseDecimal(String(Number(number.toPrecision(15))));
  return decimal === undefined ? text : decimalText(decimal);
}
