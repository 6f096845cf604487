import { portfolioRefusal } from './portfolio-refusal.js';
import type { TableLimits } from './table.js';
import type { XlsxPackage } from './xlsx-package.js';
import { readXmlPart } from './xlsx-xml.js';

/** Where the sheet is in the archive, and whether its dates count from 1904. */
export function sheetPart(
  archive: XlsxPackage,
  wanted: string | undefined,
): { part: string; uses1904: boolean } {
  if (!archive.has('xl/workbook.xml')) {
    const sentence = 'The file is a ZIP archive but no Excel workbook. Give a .xlsx or .csv file.';
    throw portfolioRefusal('projects/portfolio-file-not-a-table', sentence);
  }
  const sheets: { name: string; relation: string }[] = [];
  let uses1904 = false;
  readXmlPart(archive.text('xl/workbook.xml'), {
    open: {
      sheet: (at) => sheets.push({ name: at['name'] ?? '', relation: at['r:id'] ?? relationOf(at) }),
      workbookPr: (at) => (uses1904 = at['date1904'] === '1' || at['date1904'] === 'true'),
    },
  });
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name.trim() === wanted.trim());
  const part = sheet === undefined ? undefined : targets(archive).get(sheet.relation);
  if (part !== undefined && archive.has(part)) return { part, uses1904 };
  const found = sheets.slice(0, 20).map(({ name }) => name);
  const sentence = `The workbook has no sheet ${wanted === undefined ? 'at all' : `"${wanted}"`}; it has: ${found.join(', ') || 'none'}.`;
  throw portfolioRefusal('projects/portfolio-file-sheet-missing', sentence, { found });
}

/** The relation attribute under whatever prefix the workbook gives its namespace. */
function relationOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

function targets(archive: XlsxPackage): Map<string, string> {
  const found = new Map<string, string>();
  const rels = 'xl/_rels/workbook.xml.rels';
  if (!archive.has(rels)) return found;
  readXmlPart(archive.text(rels), {
    open: {
      Relationship: (at) => {
        const target = at['Target'] ?? '';
        found.set(at['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      },
    },
  });
  return found;
}

/** Texts that cells refer to by number. Rich text is joined; readings (phonetic) are not text. */
export function sharedStrings(archive: XlsxPackage, limits: TableLimits): readonly string[] {
  const part = 'xl/sharedStrings.xml';
  if (!archive.has(part)) return [];
  const strings: string[] = [];
  let current = '';
  let phonetic = false;
  readXmlPart(archive.text(part), {
    open: { si: () => (current = ''), rPh: () => (phonetic = true) },
    close: {
      t: (text) => {
        if (!phonetic && current.length <= limits.maxCellLength) current += text;
      },
      rPh: () => (phonetic = false),
      si: () => strings.push(current.slice(0, limits.maxCellLength)),
    },
  });
  return strings;
}

/** Formats 14 to 22 and 45 to 47 are dates and times by definition. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Indexes of the cell styles that show a number as a date. */
export function dateStyles(archive: XlsxPackage): ReadonlySet<number> {
  const part = 'xl/styles.xml';
  const styles = new Set<number>();
  if (!archive.has(part)) return styles;
  const dateFormats = new Set(BUILT_IN_DATES);
  let inCellStyles = false;
  let index = 0;
  readXmlPart(archive.text(part), {
    open: {
      numFmt: (at) => {
        if (isDateFormat(at['formatCode'] ?? '')) dateFormats.add(Number(at['numFmtId']));
      },
      cellXfs: () => (inCellStyles = true),
      xf: (at) => {
        if (!inCellStyles) return;
        if (dateFormats.has(Number(at['numFmtId']))) styles.add(index);
        index += 1;
      },
    },
    close: { cellXfs: () => (inCellStyles = false) },
  });
  return styles;
}

/** A format with day, month, year or hour letters outside of quoted text, colours and conditions. */
function isDateFormat(code: string): boolean {
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/General/i.test(code);
}
