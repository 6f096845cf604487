import { describe, expect, test } from '@jest/globals';
import { Refusal } from '@meridian/refusal';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { DEFAULT_TABLE_LIMITS } from './table.js';
import type { Table, TableLimits } from './table.js';
import { xlsxTable } from './xlsx-table.js';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const WORKBOOK = `<workbook ${NS} xmlns:r="urn:r"><sheets><sheet name="Cover" sheetId="1" r:id="rId1"/><sheet name="List" sheetId="2" r:id="rId2"/></sheets></workbook>`;
const RELS =
  '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>';
const STYLES = `<styleSheet ${NS}><numFmts><numFmt numFmtId="164" formatCode="[$-409]d mmm yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
const STRINGS = `<sst ${NS}><si><t>name</t></si><si><r><t>cost </t></r><r><t>in £m</t></r><rPh><t>no</t></rPh></si></sst>`;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const sheet = (rows: string): string => `<worksheet ${NS}><sheetData>${rows}</sheetData></worksheet>`;

function workbook(rows: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const files = {
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELS,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': STRINGS,
    'xl/worksheets/sheet1.xml': sheet(rows),
    'xl/worksheets/sheet2.xml': sheet('<row r="3"><c t="str"><v>second</v></c></row>'),
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? encode(content) : content,
      ]),
    ),
  );
}

const read = (
  rows: string,
  parts?: Record<string, string | Uint8Array>,
  limits: Partial<TableLimits> = {},
): Table => xlsxTable(workbook(rows, parts), undefined, { ...DEFAULT_TABLE_LIMITS, ...limits });
const HEADER =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>when</t></is></c></row>';

describe('an Excel workbook', () => {
  test('gives texts, numbers without binary noise, dates and last results of formulas', () => {
    const { header, rows } =
      read(`${HEADER}<row r="4"><c r="A4" t="inlineStr"><is><r><t>Brid</t></r><r><t>ge</t></r></is></c><c r="B4"><v>558.00000000000011</v></c><c r="C4" s="1"><v>45747</v></c></row>
      <row r="5"><c r="A5" t="str"><f>UPPER("x")</f><v>X</v></c><c r="B5" s="3"><v>0.30000000000000004</v></c><c r="C5" s="2"><v>45747.5</v></c></row>
      <row r="6"><c r="A6" t="b"><v>1</v></c><c r="C6" t="e"><v>#N/A</v></c></row>`);
    expect(header).toEqual(['name', 'cost in £m', 'when']);
    expect(rows).toEqual([
      { line: 4, cells: ['Bridge', '558', '2025-03-31'] },
      { line: 5, cells: ['X', '0.3', '2025-03-31'] },
      { line: 6, cells: ['TRUE', '', '#N/A'] },
    ]);
  });

  test('counts dates from 1904 where it says so', () => {
    const parts = { 'xl/workbook.xml': WORKBOOK.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') };
    expect(read(`${HEADER}<row><c r="C2" s="1"><v>44285</v></c></row>`, parts).rows[0]!.cells[2]).toBe(
      '2025-03-31',
    );
  });

  test('its sheets are found by name, whatever their file is called', () => {
    expect(xlsxTable(workbook(HEADER), 'List', DEFAULT_TABLE_LIMITS)).toMatchObject({
      header: ['second'],
      headerLine: 3,
    });
    expect(() => xlsxTable(workbook(HEADER), 'Gone', DEFAULT_TABLE_LIMITS)).toThrow(
      'The workbook has no sheet "Gone"; it has: Cover, List.',
    );
  });
});

describe('a hostile workbook is refused', () => {
  const codeOf = (act: () => unknown): string => {
    try {
      act();
      return 'read';
    } catch (error) {
      if (error instanceof Refusal) return error.code.replace('projects/portfolio-file-', '');
      throw error;
    }
  };

  test('a part that unpacks to a thousand times its size, before it is unpacked', () => {
    expect(codeOf(() => read(HEADER, { 'xl/media/bomb.xml': new Uint8Array(30_000_000) }))).toBe(
      'packed-too-tightly',
    );
  });

  test('more unpacked bytes or more parts than allowed', () => {
    let seed = 1;
    const noise = Uint8Array.from({ length: 200_000 }, () => (seed = (seed * 48_271) % 2_147_483_647) & 255);
    expect(codeOf(() => read(HEADER, { noise }, { maxUnpackedBytes: 100_000 }))).toBe('too-large');
    const parts = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`part${index}`, 'x']));
    expect(codeOf(() => read(HEADER, parts, { maxEntries: 20 }))).toBe('too-large');
  });

  test.each([
    ['an archive that is no workbook', { 'xl/workbook.xml': '' }, 'empty'],
    ['a document type', { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }, 'doctype'],
    ['an undefined entity', { 'xl/sharedStrings.xml': '<sst><si><t>&boom;</t></si></sst>' }, 'entity'],
    ['broken XML', { 'xl/worksheets/sheet1.xml': '<worksheet><row>' }, 'malformed'],
    ['no sheets', { 'xl/workbook.xml': '<workbook/>' }, 'sheet-missing'],
    ['an empty sheet', { 'xl/worksheets/sheet1.xml': sheet('') }, 'empty'],
    [
      'bytes that are no text',
      { 'xl/worksheets/sheet1.xml': new Uint8Array([0x3c, 0xff, 0xfe]) },
      'malformed',
    ],
  ])('%s', (_what, parts: Record<string, string | Uint8Array>, code) => {
    expect(codeOf(() => read(HEADER, parts))).toBe(code);
  });

  test('an archive whose bytes were changed at random is read or refused', () => {
    const whole = workbook(`${HEADER}<row r="2"><c r="A2" t="inlineStr"><is><t>Bridge</t></is></c></row>`);
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, (bytes) => {
        const damaged = Uint8Array.from(whole);
        for (const [at, value] of bytes) damaged[at] = value;
        expect(codeOf(() => xlsxTable(damaged, undefined, DEFAULT_TABLE_LIMITS))).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 500 },
    );
  });

  test('a part that says it is small and is not does not get its memory', () => {
    const honest = workbook(HEADER, {
      'xl/worksheets/sheet1.xml': sheet(HEADER + '<row/>'.repeat(2_000_000)),
    });
    const lying = Uint8Array.from(honest);
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 46; at++) {
      const isEntry = view.getUint32(at, true) === 0x02014b50;
      if (isEntry && view.getUint32(at + 24, true) > 1_000_000) view.setUint32(at + 24, 5_000, true);
    }
    expect(codeOf(() => xlsxTable(honest, undefined, DEFAULT_TABLE_LIMITS))).toBe('packed-too-tightly');
    expect(codeOf(() => xlsxTable(lying, undefined, DEFAULT_TABLE_LIMITS))).toBe('malformed');
  });

  test('cell references far to the right, and rows that go backwards, do no harm', () => {
    const table = read(
      `${HEADER}<row r="9"><c r="A9" t="str"><v>a</v></c><c r="XFD9" t="str"><v>far</v></c></row><row r="2"><c t="str"><v>b</v></c></row>`,
    );
    expect(table.rows).toEqual([
      { line: 9, cells: ['a', '', ''] },
      { line: 10, cells: ['b', '', ''] },
    ]);
  });
});
