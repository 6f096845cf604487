import { tooManyRows } from './csv-table.js';
import { portfolioRefusal } from './portfolio-refusal.js';
import { SheetCells } from './sheet-cells.js';
import type { Table, TableLimits, TableRow } from './table.js';
import { dateStyles, sharedStrings, sheetPart } from './xlsx-workbook.js';
import { XlsxPackage } from './xlsx-package.js';
import { readXmlPart } from './xlsx-xml.js';

/**
 * Reads one sheet of an Excel workbook: the named one, or the first. Dates come as `YYYY-MM-DD`, numbers as plain
 * decimals of at most 15 digits (what Excel shows; the file holds the nearest binary number), formulas as the value
 * that was last computed.
 *
 * @throws Refusal for a damaged or hostile workbook, a missing sheet, or a sheet without a header.
 */
export function xlsxTable(bytes: Uint8Array, sheetName: string | undefined, limits: TableLimits): Table {
  const archive = new XlsxPackage(bytes, limits);
  const { part, uses1904 } = sheetPart(archive, sheetName);
  const cells = new SheetCells(sharedStrings(archive, limits), dateStyles(archive), uses1904, limits);
  const rows: TableRow[] = [];
  readXmlPart(archive.text(part), {
    open: {
      row: (attributes) => cells.startRow(attributes),
      c: (attributes) => cells.startCell(attributes),
    },
    close: {
      v: (text) => cells.value(text),
      t: (text) => cells.inlineText(text),
      c: () => cells.endCell(),
      row: () => {
        const row = cells.endRow();
        if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
        if (rows.length > limits.maxRows + 1) throw tooManyRows(limits);
      },
    },
  });
  const header = rows.shift();
  if (header === undefined)
    throw portfolioRefusal('projects/portfolio-file-empty', 'The sheet has no header row.');
  return {
    headerLine: header.line,
    header: header.cells,
    rows: padded(rows, header.cells.length),
    broken: [],
    warnings: [],
  };
}

/** Sheets leave out empty cells at the end of a row. */
function padded(rows: readonly TableRow[], width: number): TableRow[] {
  return rows.map(({ line, cells }) => {
    const used = [...cells];
    while (used.length > width && used.at(-1)!.trim() === '') used.pop();
    while (used.length < width) used.push('');
    return { line, cells: used };
  });
}
