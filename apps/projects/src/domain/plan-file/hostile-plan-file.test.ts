import { describe, expect, test } from '@jest/globals';
import { Refusal } from '@meridian/refusal';
import fc from 'fast-check';
import { readPlanFile } from './read-plan-file.js';
import { PLAN_FILE_REFUSALS } from './plan-file-refusal.js';
import { ELEMENT_KINDS } from './read-report.js';
import { readMspdi } from './read-mspdi.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const wrap = (body: string): string =>
  `<Project xmlns="http://schemas.microsoft.com/project">${body}</Project>`;

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.code.replace('projects/plan-file-', '');
    throw error;
  }
}

const LAUGHS = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>';

describe('a hostile file is refused with what is wrong with it', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['blanks only', ' \n ', 'empty'],
    ['plain text', 'Dear all', 'not-a-plan'],
    ['a web page', '<html><body/></html>', 'not-a-plan'],
    ['another namespace', '<Project xmlns="urn:other"/>', 'not-a-plan'],
    ['a build file', '<project><modelVersion/></project>', 'not-a-plan'],
    ['a billion laughs', `${LAUGHS}${wrap('&lol2;')}`, 'doctype'],
    [
      'an external entity',
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${wrap('&e;')}`,
      'doctype',
    ],
    ['an undefined entity', wrap('<Name>&nbsp;</Name>'), 'entity'],
    ['an entity named like a property of objects', wrap('<Name>&constructor;</Name>'), 'entity'],
    ['an element that never closes', wrap('<Tasks><Task>'), 'malformed'],
    ['two roots', wrap('') + wrap(''), 'malformed'],
    ['depth without end', '<Project>'.repeat(70), 'too-deep'],
    [
      'a hundred attributes',
      `<Project ${Array.from({ length: 100 }, (_, n) => `a${n}=""`).join(' ')}/>`,
      'too-many-attributes',
    ],
    ['one huge text', wrap(`<Name>${'x'.repeat(1_100_000)}</Name>`), 'text-too-long'],
    ['one huge comment', wrap(`<!--${'x'.repeat(2_500_000)}-->`), 'text-too-long'],
    ['one huge attribute', `<Project a="${'x'.repeat(2_500_000)}"/>`, 'text-too-long'],
    [
      'a Primavera XML file without a project',
      '<APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/V8.4/API/BusinessObjects"/>',
      'not-a-plan',
    ],
    ['a Primavera XER file without a project', 'ERMHDR\t8.4\t2014', 'not-a-plan'],
    ['an encoding that is not true', '<?xml version="1.0" encoding="UTF-32"?><Project/>', 'encoding'],
  ])('%s', (_what, text, code) => {
    expect(codeOf(() => readPlanFile(encode(text)))).toBe(code);
  });

  test('too many elements, and too many in one task', () => {
    const many = wrap(`<Tasks>${'<Task><UID>1</UID></Task>'.repeat(100)}</Tasks>`);
    expect(codeOf(() => readMspdi(many, { maxElements: 100 }))).toBe('too-many-elements');
    const one = wrap(`<Tasks><Task>${'<a/>'.repeat(200)}</Task></Tasks>`);
    expect(codeOf(() => readMspdi(one, { maxElementsPerRecord: 100 }))).toBe('too-many-elements');
    expect(codeOf(() => readPlanFile(encode(many), 'plan.xml', { maxBytes: 100 }))).toBe('too-large');
  });

  test('a binary Microsoft Project file is refused with the way out', () => {
    const mpp = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(() => readPlanFile(mpp)).toThrow(/Save as XML/);
    expect(codeOf(() => readPlanFile(mpp))).toBe('is-mpp');
    expect(codeOf(() => readPlanFile(new Uint8Array([0x50, 0x4b, 3, 4])))).toBe('not-a-plan');
  });

  test('bytes that are no text in the declared encoding are refused rather than replaced', () => {
    expect(
      codeOf(() =>
        readPlanFile(new Uint8Array([...encode('<Project><Name>'), 0xff, ...encode('</Name></Project>')])),
      ),
    ).toBe('encoding');
  });
});

test('elements named like properties of objects are only names', () => {
  const { plan } = readMspdi(
    wrap(
      '<__proto__>x</__proto__><Tasks><Task><UID>1</UID><Name>a</Name><__proto__><isAdmin>1</isAdmin></__proto__><constructor>1</constructor></Task></Tasks>',
    ),
  );
  expect(plan.tasks).toHaveLength(1);
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
});

describe('the encoding of a file makes no difference', () => {
  const named = (declared: string): string => `<?xml version="1.0"${declared}?>${wrap('<Name>Été</Name>')}`;
  test.each([
    ['UTF-8', encode(named(''))],
    ['UTF-8 with a mark', encode(`\ufeff${named(' encoding="UTF-8"')}`)],
    ['UTF-16 with a mark', utf16(named(' encoding="UTF-16"'))],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(named(''), 'utf16le'))],
    ['Windows-1252', new Uint8Array(Buffer.from(named(' encoding="windows-1252"'), 'latin1'))],
    ['Latin-1', new Uint8Array(Buffer.from(named(" encoding='ISO-8859-1'"), 'latin1'))],
  ])('%s', (_name, bytes) => {
    expect(readPlanFile(bytes).plan.header.name).toBe('Été');
  });

  test('a prefix for the namespace makes no difference either', () => {
    const xml =
      '<p:Project xmlns:p="http://schemas.microsoft.com/project"><p:Name>Bridge</p:Name></p:Project>';
    expect(readMspdi(xml).plan.header.name).toBe('Bridge');
  });
});

/** Plans of random parts, mostly well-formed, with values that may be anything. */
const NAMES = [
  'UID',
  'Name',
  'OutlineLevel',
  'Start',
  'Duration',
  'Type',
  'IsNull',
  'PredecessorUID',
  'LinkLag',
  'LagFormat',
  'Cost',
  'TaskUID',
  'ResourceUID',
  'BaseCalendarUID',
  'DayType',
  'DayWorking',
  'FromDate',
  'ToDate',
  'Number',
  'FieldID',
  'Value',
];
const VALUES = fc.oneof(
  fc.integer({ min: -3, max: 8 }).map(String),
  fc.constantFrom(
    '',
    '1',
    '0',
    '-65535',
    'PT8H0M0S',
    '2026-01-01T08:00:00',
    '1e99',
    '-0',
    '999999999999999',
    'NaN',
    '__proto__',
  ),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[<>&]/g, '_')),
);
const leaf = fc
  .tuple(fc.constantFrom(...NAMES), VALUES)
  .map(([name, value]) => `<${name}>${value}</${name}>`);
const PARTS = [
  'PredecessorLink',
  'Baseline',
  'ExtendedAttribute',
  'TimephasedData',
  'Rates',
  'Rate',
  'WeekDays',
  'WeekDay',
  'TimePeriod',
  'Exceptions',
  'Exception',
  'WorkingTimes',
  'WorkingTime',
  'Task',
  'Calendar',
];
const { part } = fc.letrec<{ part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc
      .tuple(fc.constantFrom(...PARTS), fc.array(tie('part'), { maxLength: 5 }))
      .map(([name, parts]) => `<${name}>${parts.join('')}</${name}>`),
  ),
}));
const record = fc
  .tuple(
    fc.constantFrom(
      'Tasks/Task',
      'Resources/Resource',
      'Assignments/Assignment',
      'Calendars/Calendar',
      'Views/View',
      'Tasks/Resource',
    ),
    fc.array(part, { maxLength: 12 }),
  )
  .map(([path, parts]) => {
    const [outer, inner] = path.split('/');
    return `<${outer}><${inner}>${parts.join('')}</${inner}></${outer}>`;
  });

describe('whatever the file', () => {
  test('random plans are read or refused, and the counts add up', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), (records) => {
        const xml = wrap(records.join(''));
        const code = codeOf(() => {
          const { plan, report } = readMspdi(xml);
          for (const kind of ELEMENT_KINDS) {
            const { inFile, read, changed, leftOut } = report.counts[kind];
            expect(read + leftOut).toBe(inFile);
            expect(changed).toBeLessThanOrEqual(read);
            expect(changed).toBeGreaterThanOrEqual(0);
          }
          const uids = new Set(plan.tasks.map(({ uid }) => uid));
          for (const { predecessorUid, successorUid } of plan.links)
            expect(uids.has(predecessorUid) && uids.has(successorUid)).toBe(true);
        });
        expect(['read', 'malformed']).toContain(code);
      }),
      { numRuns: 600 },
    );
  });

  test('random text and random bytes end in a reading or a known refusal', () => {
    const known = ['read', ...PLAN_FILE_REFUSALS.map((code) => code.replace('projects/plan-file-', ''))];
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 200 }).map((text) => wrap(text)),
      fc
        .array(
          fc.constantFrom(
            '<',
            '>',
            '/',
            '&',
            ';',
            '"',
            '<!',
            '[CDATA[',
            ']]>',
            '<!--',
            '-->',
            '<?',
            '?>',
            'Project',
            'Tasks',
            'Task',
            ' ',
            '=',
            '\ud800',
            '\u0000',
            '&#x',
            '&#55296;',
            '&#x110000;',
            '&#99999999999;',
            '&#xD800;',
            '&#-1;',
          ),
        )
        .map((parts) => `<Project>${parts.join('')}`),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        expect(known).toContain(codeOf(() => readMspdi(text)));
      }),
      { numRuns: 1500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(known).toContain(codeOf(() => readPlanFile(bytes)));
      }),
      { numRuns: 500 },
    );
  });
});
