import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '@meridian/refusal';
import { PLAN_FILE_REFUSALS } from './plan-file-refusal.js';
import { readPlanFile } from './read-plan-file.js';
import type { ReadLimits } from './read-limits.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const pmxml = (body: string): string =>
  `<APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/V19.12/API/BusinessObjects">${body}</APIBusinessObjects>`;
const xer = (...lines: readonly string[]): string => ['ERMHDR\t8.4\t2026-01-01', ...lines, '%E'].join('\n');
const PROJECT = ['%T\tPROJECT', '%F\tproj_id\tproj_short_name', '%R\t1\tP'];

/** The end of the code with which a file is refused; undefined when it is read. */
function codeOf(text: string, name = 'plan', limits: Partial<ReadLimits> = {}): string | undefined {
  try {
    readPlanFile(encode(text), name, limits);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(PLAN_FILE_REFUSALS).toContain(error.code);
    expect(error.message).toMatch(/\.$/);
    return error.code.replace('projects/plan-file-', '');
  }
}

describe('hostile Primavera XML', () => {
  test.each([
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${pmxml('')}`, 'doctype'],
    ['an entity of its own', pmxml('<Project><Name>&lol;</Name></Project>'), 'entity'],
    ['an external entity', pmxml('<Project><Name>&xxe;</Name></Project>'), 'entity'],
    ['no end', pmxml('<Project>').slice(0, -10), 'malformed'],
    ['depth without end', pmxml(`<Project>${'<a>'.repeat(100)}`), 'too-deep'],
    ['a huge text', pmxml(`<Project><Name>${'x'.repeat(1_100_000)}</Name></Project>`), 'text-too-long'],
    ['no project', pmxml('<Calendar><ObjectId>1</ObjectId></Calendar>'), 'not-a-plan'],
  ])('%s', (_what, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test('more elements than allowed, in all and in one object', () => {
    const many = pmxml(`<Project>${'<Activity><ObjectId>1</ObjectId></Activity>'.repeat(100)}</Project>`);
    expect(codeOf(many, 'plan.xml', { maxElements: 100 })).toBe('too-many-elements');
    const one = pmxml(`<Project><Activity>${'<a/>'.repeat(200)}</Activity></Project>`);
    expect(codeOf(one, 'plan.xml', { maxElementsPerRecord: 100 })).toBe('too-many-elements');
  });

  test('elements named like properties of objects are only names', () => {
    const body =
      '<__proto__>x</__proto__><Activity><ObjectId>1</ObjectId><Name>a</Name><__proto__><isAdmin>1</isAdmin></__proto__></Activity>';
    const { plan } = readPlanFile(encode(pmxml(`<Project><ObjectId>1</ObjectId>${body}</Project>`)));
    expect(plan.tasks).toHaveLength(1);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  test('WBS elements below each other without end are read without end of the stack', () => {
    const deep = Array.from(
      { length: 20_000 },
      (_, at) =>
        `<WBS><ObjectId>${at + 2}</ObjectId><ParentObjectId>${at + 1}</ParentObjectId><Name>w</Name></WBS>`,
    );
    const { plan } = readPlanFile(
      encode(pmxml(`<Project><ObjectId>1</ObjectId><WBSObjectId>1</WBSObjectId>${deep.join('')}</Project>`)),
    );
    expect(plan.tasks).toHaveLength(20_001);
  });
});

describe('hostile XER', () => {
  test.each([
    ['rows before any table', xer('%R\t1'), 'malformed'],
    ['text that belongs to nothing', xer('hello'), 'malformed'],
    ['hundreds of columns', xer('%T\tTASK', `%F\t${'a\t'.repeat(600)}`), 'malformed'],
    ['one huge line', xer(...PROJECT, `%R\t${'x'.repeat(2_100_000)}`), 'text-too-long'],
    [
      'a value that goes on without end',
      xer(...PROJECT, ...Array.from({ length: 30 }, () => 'x'.repeat(50_000))),
      'text-too-long',
    ],
    ['no project', xer('%T\tTASK', '%F\ttask_id', '%R\t1'), 'not-a-plan'],
  ])('%s', (_what, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test('more rows than allowed', () => {
    const rows = Array.from({ length: 101 }, (_, at) => `%R\t${at}\t1`);
    expect(
      codeOf(xer(...PROJECT, '%T\tTASK', '%F\ttask_id\tproj_id', ...rows), 'plan.xer', { maxRows: 100 }),
    ).toBe('too-many-rows');
  });

  test('tables and columns named like properties of objects are only names', () => {
    const text = xer(
      ...PROJECT,
      '%T\t__proto__',
      '%F\tconstructor',
      '%R\t1',
      '%T\tTASK',
      '%F\ttask_id\tproj_id\t__proto__',
      '%R\t1\t1\tx',
    );
    expect(readPlanFile(encode(text)).plan.tasks).toHaveLength(1);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test.each([
    '(',
    '(0||',
    `${'(0||a()('.repeat(5_000)}`,
    '(0||CalendarData()(0||DaysOfWeek()((0||2()((0||0(s|25:00|f|99:99)())))))',
    '(0||CalendarData()((0||Exceptions()((0||0(d|99999999999)())(0||1(d|-5)())))))',
    ')'.repeat(10_000),
  ])('a calendar text that is none leaves Primavera’s own week: %.30s', (text) => {
    const calendar = ['%T\tCALENDAR', '%F\tclndr_id\tclndr_name\tclndr_data', `%R\t1\tOdd\t${text}`];
    const { plan } = readPlanFile(encode(xer(...PROJECT, ...calendar)));
    expect(plan.calendars[0]!.weekdays.map(({ shifts }) => shifts.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(plan.calendars[0]!.exceptions).toEqual([]);
  });
});

describe('hostile CSV', () => {
  test.each([
    ['nothing', '  \n ', 'plan.csv', 'empty'],
    ['no heading of a name', 'a,b\n1,2\n', 'plan.csv', 'not-a-plan'],
    ['some text', 'hello world', 'plan', 'not-a-plan'],
  ])('%s', (_what, text, name, code) => {
    expect(codeOf(text, name)).toBe(code);
  });

  test('more rows than allowed', () => {
    expect(codeOf(`Name\n${'x\n'.repeat(200)}`, 'plan.csv', { maxRows: 100 })).toBe('too-many-rows');
  });

  test('what cannot be read is named with what is allowed, and nothing is invented', () => {
    const { plan, report } = readPlanFile(
      encode(
        'ID,Name,Start,Duration,Predecessors,% Complete,Outline Level\n1,Dig,01/02/2026,soon,9FS+x,140,99999\n2,Pave,,,1XX,,\n',
      ),
      'plan.csv',
    );
    expect(plan.tasks[0]).toMatchObject({
      start: null,
      durationMinutes: null,
      actual: { percentComplete: 100 },
    });
    const sentences = report.changed.map(({ sentence }) => sentence);
    expect(sentences).toContain('percent is 140; it must be between 0 and 100. It was read as 100.');
    expect(sentences).toContain(
      'duration is "soon"; it must be a duration like 5d, 40h or 3ed, up to a hundred years. It was left empty.',
    );
    expect(sentences).toContain(
      'start is "01/02/2026"; it must be a date like 2026-03-01 or Sun 3/1/26. It was left empty.',
    );
    expect(report.leftOut.map(({ reason, sentence }) => [reason, sentence])).toEqual([
      ['unknown-value', 'Its predecessor "9FS+x" is not of the form 3, 3SS or 3FS+2d.'],
      ['unknown-value', 'Its predecessor "1XX" is not of the form 3, 3SS or 3FS+2d.'],
    ]);
  });
});

test('whatever comes in, it is read or refused with one of the listed codes', () => {
  const pieces = fc.constantFrom(
    '%T\tTASK\n',
    '%T\tPROJECT\n',
    '%F\tproj_id\ttask_id\n',
    '%R\t1\t2\n',
    '%E\n',
    'x\ty\n',
    '\u0000',
    '%R',
    '\r\n',
    '%T\tCALENDAR\n',
    '%F\tclndr_id\tclndr_data\n',
    '(0||CalendarData()(',
    ')',
    'é',
    '%T\tTASKPRED\n',
    '%F\ttask_id\tpred_task_id\n',
  );
  const tables = fc
    .array(pieces, { maxLength: 30 })
    .map((parts) => `ERMHDR\t8\n%T\tPROJECT\n%F\tproj_id\n%R\t1\n${parts.join('')}`);
  fc.assert(
    fc.property(tables, (text) => {
      codeOf(text);
    }),
    { numRuns: 300 },
  );
  const cells = fc.array(
    fc.constantFrom(
      '1',
      '"',
      ',',
      '\n',
      'Dig',
      '2026-01-05',
      '5d',
      '3FS-2d',
      '=1+1',
      ';',
      '[50%]',
      '\\',
      "'",
      '-',
      '\u202e',
      '99999999999999999999',
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(cells, (parts) => {
      codeOf(`ID,Name,Start,Duration,Predecessors,Resources\n${parts.join('')}`, 'plan.csv');
    }),
    { numRuns: 300 },
  );
  const elements = fc.array(
    fc.constantFrom(
      '<Activity>',
      '</Activity>',
      '<ObjectId>1</ObjectId>',
      '<WBS>',
      '</WBS>',
      '<ParentObjectId>1</ParentObjectId>',
      '<Name>a</Name>',
      '<PlannedDuration>1e9</PlannedDuration>',
      '<Relationship/>',
      '&amp;',
      '<UDF/>',
      '<Code>',
    ),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(elements, (parts) => {
      codeOf(pmxml(`<Project>${parts.join('')}</Project>`));
    }),
    { numRuns: 300 },
  );
}, 300_000);
