import { cleanName } from '../plan-file/clean-text.js';
import { currencyExponent } from '../plan-file/currency-exponent.js';
import { decimalText, parseDecimal, scaledToInteger } from '../plan-file/decimal-text.js';
import type { Decimal } from '../plan-file/decimal-text.js';
import type { CostField, NumberField, PortfolioMapping, TextField } from './portfolio-mapping.js';
import { portfolioRefusal } from './portfolio-refusal.js';
import type { DeliveryConfidence, PortfolioRow, Snapshot } from './portfolio-row.js';
import type { UnreadableRow } from './read-portfolio-file.js';
import { snapshotOf } from './snapshot-of.js';

const POWERS: Readonly<Record<CostField['unit'], number>> = { one: 0, thousand: 3, million: 6, billion: 9 };
const LARGEST_MINOR = 9_000_000_000_000_000_000n;
const MAX_NAME = 512;

/** Turns rows of text into rows of a portfolio, as the mapping says. */
export class RowReader {
  private readonly columns = new Map<string, number>();
  private readonly ratings: ReadonlyMap<string, DeliveryConfidence>;
  private rounded = 0;
  private shortened = 0;

  /** @throws Refusal when columns that the mapping names are not in the file, or are there twice. */
  constructor(
    private readonly header: readonly string[],
    private readonly mapping: PortfolioMapping,
  ) {
    const wanted = Object.values(mapping.fields).map((field) => (field as TextField).column);
    header.forEach((title, index) =>
      this.columns.set(columnKey(title), this.columns.get(columnKey(title)) ?? index),
    );
    const missing = wanted.filter((column) => !this.columns.has(columnKey(column)));
    if (missing.length > 0) throw columnsMissing(missing, header);
    const ratings = Object.entries(mapping.fields.deliveryConfidence?.values ?? {});
    this.ratings = new Map(ratings.map(([from, to]) => [from.trim().toLowerCase(), to]));
  }

  /** The row, or everything that is wrong with it. */
  read(line: number, cells: readonly string[]): PortfolioRow | UnreadableRow[] {
    if (cells.length !== this.header.length) return [this.wrongWidth(line, cells)];
    const problems: UnreadableRow[] = [];
    const cell = new RowCells(line, cells, (column) => this.columns.get(columnKey(column))!, problems);
    const { fields } = this.mapping;
    const row = {
      line,
      code: this.text(cell, fields.code),
      name: this.text(cell, fields.name) ?? cell.wrong(fields.name.column, 'the name is missing'),
      orgUnit: this.text(cell, fields.orgUnit),
      category: this.text(cell, fields.category),
      snapshot: this.snapshot(cell),
      wholeLifeCost: this.cost(cell, fields.wholeLifeCost),
      variancePercent: this.number(cell, fields.variancePercent),
      durationMonths: this.number(cell, fields.durationMonths),
      deliveryConfidence: this.rating(cell),
    };
    return problems.length > 0 ? problems : (row as PortfolioRow);
  }

  warnings(): string[] {
    const used = new Set(
      Object.values(this.mapping.fields).map((field) => columnKey((field as TextField).column)),
    );
    const unused = this.header.filter((title) => title.trim() !== '' && !used.has(columnKey(title)));
    const twice = [...used].filter(
      (column) => this.header.filter((title) => columnKey(title) === column).length > 1,
    );
    return [
      ...unused
        .slice(0, 50)
        .map((title) => `Column "${title.trim().slice(0, 80)}" is not in the mapping; it was not read.`),
      ...twice.map((column) => `Column "${column}" is there more than once; the first one was read.`),
      ...(this.rounded > 0
        ? [`${this.rounded} costs were finer than the smallest unit of the currency and were rounded.`]
        : []),
      ...(this.shortened > 0 ? [`${this.shortened} texts were cut to ${MAX_NAME} characters.`] : []),
    ];
  }

  private wrongWidth(line: number, cells: readonly string[]): UnreadableRow {
    const found = cells.join(', ').slice(0, 120);
    const word = cells.length > this.header.length ? 'too many' : 'too few';
    return {
      line,
      column: '',
      found,
      reason: `the row has ${word} columns: ${cells.length}, the header has ${this.header.length}`,
    };
  }

  private text(cell: RowCells, field: TextField | undefined): string | null {
    if (field === undefined) return null;
    const { text, changes } = cleanName(cell.raw(field.column), MAX_NAME);
    if (changes.some((change) => change.startsWith('it was cut'))) this.shortened += 1;
    return text === '' ? null : (field.values?.[text] ?? text);
  }

  private snapshot(cell: RowCells): Snapshot | null {
    const field = this.mapping.fields.snapshot;
    const label = cell.raw(field.column).trim();
    return (
      snapshotOf(label, field) ??
      cell.wrong(
        field.column,
        label === '' ? 'the period is missing' : `the period is unknown; ${periodForms(field.form)}`,
      )
    );
  }

  private cost(cell: RowCells, field: CostField | undefined): PortfolioRow['wholeLifeCost'] {
    if (field === undefined) return null;
    const value = this.decimal(cell, field.column);
    if (value == null) return null;
    if (value.unscaled < 0n) return cell.wrong(field.column, 'a cost is never negative');
    const digits = POWERS[field.unit] + currencyExponent(field.currency);
    const amountMinor = scaledToInteger(value, digits);
    if (amountMinor > LARGEST_MINOR) return cell.wrong(field.column, 'the cost is too large');
    if (amountMinor * 10n ** BigInt(value.scale) !== value.unscaled * 10n ** BigInt(digits))
      this.rounded += 1;
    return { amountMinor, currency: field.currency };
  }

  private number(cell: RowCells, field: NumberField | undefined): string | null {
    if (field === undefined) return null;
    const value = this.decimal(cell, field.column);
    if (value == null) return null;
    if (value.unscaled < 0n && !field.mayBeNegative) return cell.wrong(field.column, 'it is never negative');
    return decimalText(value);
  }

  private rating(cell: RowCells): DeliveryConfidence | null {
    const field = this.mapping.fields.deliveryConfidence;
    if (field === undefined) return null;
    const text = cell.raw(field.column).trim();
    if (text === '') return null;
    const known = `it must be one of ${Object.keys(field.values).join(', ')}, or empty`;
    return (
      this.ratings.get(text.toLowerCase()) ?? cell.wrong(field.column, `the rating is unknown; ${known}`)
    );
  }

  private decimal(cell: RowCells, column: string): Decimal | null {
    const text = cell.raw(column).trim();
    if (text === '') return null;
    const value = parseDecimal(this.mapping.decimalMark === ',' ? text.replace(',', '.') : text);
    const ambiguous = this.mapping.decimalMark === ',' && text.includes('.');
    return ambiguous || value === undefined
      ? cell.wrong(column, `it is not a number (such as 12${this.mapping.decimalMark}5)`)
      : value;
  }
}

/** One row's cells by column title. */
class RowCells {
  constructor(
    private readonly line: number,
    private readonly cells: readonly string[],
    private readonly indexOf: (column: string) => number,
    private readonly problems: UnreadableRow[],
  ) {}

  raw(column: string): string {
    return this.cells[this.indexOf(column)] ?? '';
  }

  /** Notes a problem; the null stands for the value that there is not. */
  wrong(column: string, reason: string): null {
    this.problems.push({ line: this.line, column, found: this.raw(column).slice(0, 120), reason });
    return null;
  }
}

function columnKey(title: string): string {
  return title.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function periodForms(form: string): string {
  switch (form) {
    case 'financial-year':
      return 'it must be a financial year such as 2024-25';
    case 'calendar-year':
      return 'it must be a year such as 2024';
    case 'date':
      return 'it must be a date such as 2025-03-31';
    default:
      return 'it must be one of the periods in the mapping';
  }
}

function columnsMissing(missing: readonly string[], header: readonly string[]): Error {
  const found = header.slice(0, 50).map((title) => title.trim().slice(0, 80));
  const sentence = `The file has no column ${missing.map((column) => `"${column}"`).join(', ')}. Its columns are: ${found.join(', ')}.`;
  return portfolioRefusal('projects/portfolio-file-columns-missing', sentence, { missing, found });
}
