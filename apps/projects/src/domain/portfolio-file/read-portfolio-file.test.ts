import { describe, expect, test } from '@jest/globals';
import { Refusal } from '@meridian/refusal';
import fc from 'fast-check';
import { portfolioMappingOf } from './portfolio-mapping-of.js';
import { PORTFOLIO_REFUSALS } from './portfolio-refusal.js';
import { readPortfolioFile } from './read-portfolio-file.js';
import type { PortfolioReading } from './read-portfolio-file.js';

const FIELDS = {
  code: { column: 'id' },
  name: { column: 'project' },
  orgUnit: { column: 'dept' },
  snapshot: { column: 'year', form: 'financial-year', firstMonth: 4 },
  wholeLifeCost: { column: 'cost', unit: 'million', currency: 'GBP' },
  durationMonths: { column: 'months' },
  deliveryConfidence: { column: 'rating', values: { RED: 'red', AMBER: 'amber', GREEN: 'green' } },
};
const MAPPING = portfolioMappingOf({ name: 'List', fields: FIELDS });
const HEADER = 'id,project,dept,year,cost,months,rating';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (...lines: string[]): PortfolioReading =>
  readPortfolioFile(encode([HEADER, ...lines].join('\n')), 'list.csv', MAPPING);

describe('rows of a list', () => {
  test('cost is exact in minor units and gaps stay gaps', () => {
    const { rows } = read(
      'A1,Bridge ,DFT,2024-25,558.0,68.7,AMBER',
      'A2,Tunnel,DFT,2024-25,,,',
      'A3,Road,DFT,2024-25,0.1,,RED',
      'A4,Rail,DFT,2024-25,60000.007,,',
    );
    expect(rows.map(({ wholeLifeCost }) => wholeLifeCost?.amountMinor ?? null)).toEqual([
      55_800_000_000n,
      null,
      10_000_000n,
      6_000_000_700_000n,
    ]);
    expect(rows[0]).toMatchObject({
      line: 2,
      code: 'A1',
      name: 'Bridge',
      durationMonths: '68.7',
      deliveryConfidence: 'amber',
      snapshot: { from: '2024-04-01', to: '2025-03-31' },
    });
    expect(rows[1]).toMatchObject({ durationMonths: null, deliveryConfidence: null });
  });

  test('a row that cannot be read is listed with line, column, what was found and why; the others go in', () => {
    const { rows, unreadable } = read(
      'A1,Bridge,DFT,2024-25,558.0,,',
      'A2,  ,DFT,2024-25,1,,',
      'A3,Road,DFT,2024-25,a lot,,',
      'A4,Rail,DFT,2024-25,-1,,',
      'A5,Dam,DFT,2024-25,1,-2,',
      'A6,Port,DFT,2024-26,1,,PURPLE',
      'A7,Pier,DFT,,1,,',
      'a1 ,Bridge again,DFT,2024-25,1,,',
      'A8,Mill,DFT,2024-25,1,,,extra',
      'A9,Lock,DFT',
      'A1,Bridge,DFT,2025-26,1,,',
    );
    expect(rows.map(({ line }) => line)).toEqual([2, 12]);
    expect(
      unreadable.map(({ line, column, found, reason }) => `${line} ${column} [${found}] ${reason}`),
    ).toEqual([
      '3 project [  ] the name is missing',
      '4 cost [a lot] it is not a number (such as 12.5)',
      '5 cost [-1] a cost is never negative',
      '6 months [-2] it is never negative',
      '7 year [2024-26] the period is unknown; it must be a financial year such as 2024-25',
      '7 rating [PURPLE] the rating is unknown; it must be one of RED, AMBER, GREEN, or empty',
      '8 year [] the period is missing',
      '9 id [a1] line 2 already reports on this project for 2024-25',
      '10  [A8, Mill, DFT, 2024-25, 1, , , extra] the row has too many columns: 8, the header has 7',
      '11  [A9, Lock, DFT] the row has too few columns: 3, the header has 7',
    ]);
  });

  test('lines are physical lines, also behind cells with line breaks and behind empty lines', () => {
    const { rows, unreadable } = read(
      'A1,"Bridge\nover ""the""\r\nriver",DFT,2024-25,1,,',
      '',
      ' ',
      'A2,Road,DFT,2024-25,x,,',
      'A3,Rail,DFT,2024-25,1,,',
    );
    expect(rows.map(({ line, name }) => [line, name])).toEqual([
      [2, 'Bridge over "the" river'],
      [8, 'Rail'],
    ]);
    expect(unreadable[0]!.line).toBe(7);
  });

  test('a stray quotation mark costs one row, not the rest of the list', () => {
    const { rows, unreadable } = read(
      'A1,"Bridge"x,DFT,2024-25,1,,',
      'A2,5" pipe,DFT,2024-25,1,,',
      'A3,"Road,DFT,2024-25,1,,',
      'A4,Rail,DFT,2024-25,1,,',
    );
    expect(rows.map(({ name }) => name)).toEqual(['5" pipe', 'Rail']);
    expect(unreadable.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 text follows a closing quotation mark',
      '4 a quotation mark is never closed',
    ]);
  });

  test('rows without a code are told apart by name and organisation', () => {
    const { rows, unreadable } = read(
      ',Homes,DFE,2024-25,1,,',
      ',Homes,DWP,2024-25,1,,',
      ', HOMES ,dfe,2024-25,1,,',
    );
    expect(rows).toHaveLength(2);
    expect(unreadable.map(({ line, column }) => `${line} ${column}`)).toEqual(['4 project']);
  });
});

describe('the form of the file', () => {
  const lines = [HEADER, 'A1,Été,DFT,2024-25,558.0,,'];
  test.each([
    ['with a byte order mark', encode(`\ufeff${lines.join('\r\n')}`)],
    ['as UTF-16', new Uint8Array(Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le'))],
    ['as UTF-16 without a mark', new Uint8Array(Buffer.from(lines.join('\n'), 'utf16le'))],
    ['with semicolons', encode(lines.join('\n').replaceAll(',', ';'))],
    ['with tabs', encode(lines.join('\n').replaceAll(',', '\t'))],
    ['with old line ends', encode(lines.join('\r'))],
    ['with other capitals in its header', encode(lines.join('\n').replace('project', ' Project '))],
  ])('%s it reads the same, without a warning', (_what, bytes) => {
    const { rows, warnings } = readPortfolioFile(bytes, 'list.csv', MAPPING);
    expect(rows).toMatchObject([{ name: 'Été', wholeLifeCost: { amountMinor: 55_800_000_000n } }]);
    expect(warnings).toEqual([]);
  });

  test('a file that is not UTF-8 is read as Windows-1252 and says so', () => {
    const { rows, warnings } = readPortfolioFile(
      new Uint8Array(Buffer.from(lines.join('\n'), 'latin1')),
      'list.csv',
      MAPPING,
    );
    expect(rows[0]!.name).toBe('Été');
    expect(warnings).toEqual([
      'The file is not UTF-8; it was read as Windows-1252. Check letters with accents.',
    ]);
  });

  test('a decimal comma is read where the mapping says so, and nowhere else', () => {
    const mapping = portfolioMappingOf({ name: 'Liste', decimalMark: ',', fields: FIELDS });
    const bytes = encode(
      [HEADER.replaceAll(',', ';'), 'A1;B;D;2024-25;1,5;;', 'A2;C;D;2024-25;1.5;;'].join('\n'),
    );
    const { rows, unreadable } = readPortfolioFile(bytes, 'liste.csv', mapping);
    expect(rows.map(({ wholeLifeCost }) => wholeLifeCost!.amountMinor)).toEqual([150_000_000n]);
    expect(unreadable.map(({ found }) => found)).toEqual(['1.5']);
  });

  test('columns that nobody asked for are named, columns that are missing refuse the file', () => {
    const extra = readPortfolioFile(encode(`${HEADER},owner\nA1,B,D,2024-25,,,,me`), 'list.csv', MAPPING);
    expect(extra.warnings).toEqual(['Column "owner" is not in the mapping; it was not read.']);
    expect(() => readPortfolioFile(encode('id,project\n'), 'list.csv', MAPPING)).toThrow(
      /no column "dept", "months", "year", "cost", "rating". Its columns are: id, project/,
    );
  });

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['blank lines', encode('\n\n'), 'empty'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'is-xls'],
    ['a picture', new Uint8Array([0x89, 0x50, 0, 0, 1, 0, 9, 9]), 'not-a-table'],
    ['a web page', encode('<html><table>'), 'not-a-table'],
    ['half a ZIP archive', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'malformed'],
  ])('%s is refused', (_what, bytes, code) => {
    expect(() => readPortfolioFile(bytes, 'list', MAPPING)).toThrow(
      expect.objectContaining({ code: `projects/portfolio-file-${code}` }),
    );
  });

  test('more rows or bytes than allowed are refused', () => {
    const bytes = encode(
      [HEADER, ...Array.from({ length: 11 }, (_, n) => `A${n},B,D,2024-25,,,`)].join('\n'),
    );
    expect(() => readPortfolioFile(bytes, 'list.csv', MAPPING, { maxRows: 10 })).toThrow(/more than 10 rows/);
    expect(() => readPortfolioFile(bytes, 'list.csv', MAPPING, { maxBytes: 10 })).toThrow(
      /at most 10 are read/,
    );
  });
});

describe('whatever the file', () => {
  const outcome = (bytes: Uint8Array): string => {
    try {
      const { rows, unreadable } = readPortfolioFile(bytes, 'x', MAPPING);
      for (const { line } of [...rows, ...unreadable]) expect(line).toBeGreaterThan(0);
      return 'read';
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  };
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      '"',
      '""',
      '\n',
      '\r\n',
      ',',
      '2024-25',
      '1e99',
      '-0',
      '1e-40',
      '__proto__',
      'constructor',
      '\u0000',
      '=1+1',
    ),
  );

  test('random lists end in a reading or a known refusal', () => {
    const row = fc.array(cell, { maxLength: 8 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), (lines) => {
        expect(['read', ...PORTFOLIO_REFUSALS]).toContain(outcome(encode([HEADER, ...lines].join('\n'))));
      }),
      { numRuns: 1000 },
    );
  });

  test('random bytes do too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['read', ...PORTFOLIO_REFUSALS]).toContain(outcome(bytes));
      }),
      { numRuns: 500 },
    );
  });

  test('every row of a well-written list goes in, in the order of the file', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() !== '' && !/[\u007f-\u009f]/.test(text));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { selector: (text) => text.trim().toLowerCase(), maxLength: 15 }),
        (names) => {
          const lines = names.map(
            (text, index) => `N${index},"${text.replaceAll('"', '""')}",D,2024-25,${index}.5,,`,
          );
          const { rows, unreadable } = read(...lines);
          expect(unreadable).toEqual([]);
          expect(rows.map((row) => row.name)).toEqual(names.map((text) => text.trim()));
          expect(rows.map(({ line }) => line)).toEqual(names.map((_, index) => index + 2));
        },
      ),
    );
  });
});
