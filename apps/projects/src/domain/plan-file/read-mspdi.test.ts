import { describe, expect, test } from '@jest/globals';
import type { PlanReading } from './plan-reading.js';
import { readMspdi } from './read-mspdi.js';
import { resolveCalendar } from './resolve-calendar.js';

function read(body: string): PlanReading {
  return readMspdi(
    `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">${body}</Project>`,
  );
}

function tasks(...bodies: string[]): PlanReading {
  return read(`<Tasks>${bodies.map((body) => `<Task>${body}</Task>`).join('')}</Tasks>`);
}

const task = (uid: number, more = ''): string =>
  `<UID>${uid}</UID><Name>Task ${uid}</Name><OutlineLevel>1</OutlineLevel>${more}`;
const link = (from: number, more = '<Type>1</Type>'): string =>
  `<PredecessorLink><PredecessorUID>${from}</PredecessorUID>${more}</PredecessorLink>`;
const reasons = ({ report }: PlanReading): string[] =>
  report.leftOut.map((note) => `${note.kind} ${note.uid} ${note.reason}`);

describe('tasks', () => {
  test('a duration is in working minutes, an elapsed one in clock minutes, seconds as a fraction', () => {
    const { plan } = tasks(
      task(1, '<Duration>PT57H8M24S</Duration><DurationFormat>7</DurationFormat>'),
      task(2, '<Duration>PT24H0M0S</Duration><DurationFormat>40</DurationFormat>'),
    );
    expect(plan.tasks.map(({ durationMinutes }) => durationMinutes)).toEqual([3428.4, 1440]);
    expect(plan.tasks.map(({ durationStyle }) => durationStyle)).toEqual([
      { unit: 'day', elapsed: false, estimated: false },
      { unit: 'day', elapsed: true, estimated: true },
    ]);
  });

  test('the outline makes the tree, whatever the summary flags say', () => {
    const levels = [
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 2],
      [5, 1],
    ];
    const { plan, report } = tasks(
      ...levels.map(([uid, level]) => `<UID>${uid}</UID><Name>T</Name><OutlineLevel>${level}</OutlineLevel>`),
    );
    expect(plan.tasks.map(({ parentUid }) => parentUid)).toEqual([null, null, 1, 2, 1, null]);
    expect(plan.tasks.map(({ isSummary }) => isSummary)).toEqual([true, true, true, false, false, false]);
    expect(report.changed.map(({ uid }) => uid)).toEqual([1, 2]);
  });

  test('money is in minor units of the currency of the plan', () => {
    const cost = (code: string): unknown =>
      read(
        `<CurrencyCode>${code}</CurrencyCode><Tasks><Task>${task(1, '<Cost>820050</Cost>')}</Task></Tasks>`,
      ).plan.tasks[0]!.cost.totalMinor;
    expect([cost('GBP'), cost('JPY'), cost('KWD')]).toEqual([820_050n, 8_201n, 8_200_500n]);
  });

  test('an empty row, a shadow of another project and a second task with a UID are left out with their parts', () => {
    const reading = tasks(
      task(1),
      `<UID>2</UID><IsNull>1</IsNull>${link(1)}`,
      task(3, '<ExternalTask>1</ExternalTask>'),
      task(1, '<Baseline><Number>0</Number></Baseline>'),
      '<Name>no uid</Name>',
    );
    expect(reasons(reading)).toEqual([
      'task 2 empty-row',
      'link 2 owner-left-out',
      'task 3 external-task',
      'task 1 duplicate-uid',
      'baseline 1 owner-left-out',
      'task null no-uid',
    ]);
    expect(reading.report.counts.task).toEqual({ inFile: 5, read: 1, changed: 0, leftOut: 4 });
  });

  test('a name is trimmed and freed of control characters, and the report says so', () => {
    const { plan, report } = tasks('<UID>1</UID><Name>  Dig\u0085 the\nhole </Name>');
    expect(plan.tasks[0]!.name).toBe('Dig the hole');
    expect(report.changed).toEqual([
      {
        kind: 'task',
        uid: 1,
        name: 'Dig the hole',
        sentence:
          'In Name, control characters were removed and line breaks became blanks and blanks around it were removed.',
      },
    ]);
  });

  test('a figure that cannot be read is a gap, and the report says what was found and what is allowed', () => {
    const { plan, report } = tasks(
      task(1, '<Start>yesterday</Start><Duration>8h</Duration><PercentComplete>140</PercentComplete>'),
    );
    expect(plan.tasks[0]).toMatchObject({
      start: null,
      durationMinutes: null,
      actual: { percentComplete: 100 },
    });
    expect(report.changed.map(({ sentence }) => sentence)).toEqual([
      'Start is "yesterday"; it must be a date and time like 2026-03-01T08:00:00 in the years 1900 to 2199. It was left empty.',
      'Duration is "8h"; it must be a duration like PT8H0M0S, up to a hundred years. It was left empty.',
      'PercentComplete is 140; it must be between 0 and 100. It was read as 100.',
    ]);
    expect(report.counts.task.changed).toBe(1);
  });

  test('a hyperlink that a browser could run is not taken over', () => {
    const { plan } = tasks(
      task(1, '<HyperlinkAddress>javascript:alert(1)</HyperlinkAddress>'),
      task(2, '<HyperlinkAddress>https://example.org</HyperlinkAddress>'),
    );
    expect(plan.tasks.map(({ hyperlink }) => hyperlink?.address ?? null)).toEqual([
      null,
      'https://example.org',
    ]);
  });

  test('time-phased values are summed up by type', () => {
    const day = (from: string, to: string, value: string): string =>
      `<TimephasedData><Type>1</Type><Start>${from}</Start><Finish>${to}</Finish><Value>${value}</Value></TimephasedData>`;
    const { plan } = tasks(
      task(
        1,
        day('2026-01-02T08:00:00', '2026-01-03T08:00:00', 'PT8H0M0S') +
          day('2026-01-01T08:00:00', '2026-01-02T08:00:00', 'PT4H30M0S'),
      ),
    );
    expect(plan.tasks[0]!.timePhased).toEqual([
      {
        type: 1,
        entries: 2,
        from: '2026-01-01T08:00:00',
        to: '2026-01-03T08:00:00',
        totalMinutes: 750,
        idle: [],
      },
    ]);
  });

  test('custom fields go by the name people gave them; costs, dates and durations are readable', () => {
    const definitions = ['Cost1:1:Price', 'Duration1:2:', 'Text1:3:Region', 'Flag1:4:Ready'].map((row) => {
      const [name, id, alias] = row.split(':');
      return `<ExtendedAttribute><FieldID>${id}</FieldID><FieldName>${name}</FieldName>${alias ? `<Alias>${alias}</Alias>` : ''}</ExtendedAttribute>`;
    });
    const value = (id: number, text: string): string =>
      `<ExtendedAttribute><FieldID>${id}</FieldID><Value>${text}</Value></ExtendedAttribute>`;
    const { plan } = read(
      `<ExtendedAttributes>${definitions.join('')}</ExtendedAttributes><Tasks><Task>${task(1, value(1, '12345') + value(2, 'PT16H0M0S') + value(3, 'North') + value(4, '1') + value(9, 'x'))}</Task></Tasks>`,
    );
    expect(
      plan.tasks[0]!.customFields.map(({ name, kind, value: text }) => `${name} ${kind} ${text}`),
    ).toEqual([
      'Price cost 123.45',
      'Duration1 duration 960',
      'Region text North',
      'Ready flag yes',
      'Field 9 text x',
    ]);
  });
});

describe('links', () => {
  test('lag is tenths of a minute, elapsed where the format says so, and a percent of the predecessor', () => {
    const eightHours = '<Duration>PT8H0M0S</Duration>';
    const lag = (format: number, value: number): string =>
      link(1, `<Type>3</Type><LinkLag>${value}</LinkLag><LagFormat>${format}</LagFormat>`);
    const { plan, report } = tasks(
      task(1, eightHours),
      task(2, lag(7, 4800)),
      task(3, lag(8, -14_400)),
      task(4, lag(19, 50)),
      task(5, lag(20, 25)),
    );
    expect(
      plan.links.map(({ lagKind, lagMinutes, lagPercent }) => [lagKind, lagMinutes, lagPercent]),
    ).toEqual([
      ['working', 480, null],
      ['elapsed', -1440, null],
      ['percent', 240, 50],
      ['elapsed-percent', 120, 25],
    ]);
    expect(report.counts.link).toEqual({ inFile: 4, read: 4, changed: 2, leftOut: 0 });
  });

  test('a link to nowhere, to itself, to another project, of unknown type or a second time is left out', () => {
    const reading = tasks(
      task(1),
      task(
        2,
        link(9) +
          link(2) +
          link(1, '<CrossProject>1</CrossProject>') +
          link(1, '<Type>7</Type>') +
          link(1) +
          link(1),
      ),
    );
    expect(reasons(reading)).toEqual([
      'link 2 missing-task',
      'link 2 self-link',
      'link 2 cross-project',
      'link 2 unknown-value',
      'link 2 duplicate',
    ]);
    expect(reading.plan.links).toHaveLength(1);
  });

  test('the link that closes a circle is left out, the ones before it stay', () => {
    const reading = tasks(task(1, link(3)), task(2, link(1)), task(3, link(2)));
    expect(
      reading.plan.links.map(({ predecessorUid, successorUid }) => `${predecessorUid}-${successorUid}`),
    ).toEqual(['3-1', '1-2']);
    expect(reasons(reading)).toEqual(['link 3 link-cycle']);
  });

  test('a circle through a summary is a circle: its parts wait when it waits', () => {
    const inner = (uid: number, level: number, more = ''): string =>
      `<UID>${uid}</UID><Name>T</Name><OutlineLevel>${level}</OutlineLevel>${more}`;
    const reading = tasks(inner(1, 1, link(3)), inner(2, 2), inner(3, 1, link(2)));
    expect(reasons(reading)).toEqual(['link 3 link-cycle']);
    expect(reasons(tasks(inner(1, 1, link(2)), inner(2, 2)))).toEqual(['link 1 summary-and-own-part']);
  });
});

describe('resources and assignments', () => {
  const resource = (uid: number, more = ''): string =>
    `<Resource><UID>${uid}</UID><Name>R${uid}</Name>${more}</Resource>`;
  const assignment = (uid: number, taskUid: number, resourceUid: number): string =>
    `<Assignment><UID>${uid}</UID><TaskUID>${taskUid}</TaskUID><ResourceUID>${resourceUid}</ResourceUID></Assignment>`;
  const wrapped = (assignments: string): PlanReading =>
    read(
      `<Tasks><Task>${task(1)}</Task></Tasks><Resources>${resource(1)}</Resources><Assignments>${assignments}</Assignments>`,
    );

  test('rates are per hour in the file and exact, whatever unit they are shown in', () => {
    const rates =
      '<Rates><Rate><RatesFrom>1984-01-01T00:00:00</RatesFrom><RatesTo>2009-06-16T08:00:00</RatesTo><RateTable>1</RateTable><StandardRate>6.25</StandardRate><StandardRateFormat>3</StandardRateFormat><OvertimeRate>0.04087</OvertimeRate><OvertimeRateFormat>7</OvertimeRateFormat><CostPerUse>1500</CostPerUse></Rate></Rates>';
    const { plan } = read(`<Resources>${resource(1, rates)}</Resources>`);
    expect(plan.resources[0]!.rates).toEqual([
      {
        table: 'B',
        from: null,
        to: '2009-06-16T08:00:00',
        standard: { amountPerHour: '6.25', shownPer: 'day' },
        overtime: { amountPerHour: '0.04087', shownPer: 'year' },
        costPerUseMinor: 1500n,
      },
    ]);
  });

  test('a cost resource is one whichever way the file says it', () => {
    const { plan } = read(
      `<Resources>${resource(1, '<Type>0</Type><IsCostResource>1</IsCostResource>')}${resource(2, '<Type>2</Type>')}${resource(3, '<Type>0</Type>')}</Resources>`,
    );
    expect(plan.resources.map(({ type }) => type)).toEqual(['cost', 'cost', 'material']);
  });

  test('work that nobody has been given is kept and noted; work on unknown things is left out', () => {
    const reading = wrapped(
      assignment(1, 1, 1) + assignment(2, 1, -65535) + assignment(3, 9, 1) + assignment(4, 1, 9),
    );
    expect(reading.plan.assignments.map(({ resourceUid }) => resourceUid)).toEqual([1, null]);
    expect(reasons(reading)).toEqual(['assignment 3 missing-task', 'assignment 4 missing-resource']);
    expect(reading.report.counts.assignment).toEqual({ inFile: 4, read: 2, changed: 1, leftOut: 2 });
  });
});

describe('calendars', () => {
  const hours = (from: string, to: string): string =>
    `<WorkingTimes><WorkingTime><FromTime>${from}:00</FromTime><ToTime>${to}:00</ToTime></WorkingTime></WorkingTimes>`;

  test('a calendar follows its base where it is silent, and its own rules come first', () => {
    const { plan } = read(`<Calendars>
      <Calendar><UID>1</UID><Name>Base</Name><WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>${hours('09:00', '17:00')}</WeekDay></WeekDays></Calendar>
      <Calendar><UID>2</UID><Name>Night</Name><BaseCalendarUID>1</BaseCalendarUID><WeekDays><WeekDay><DayType>1</DayType><DayWorking>1</DayWorking>${hours('22:00', '00:00')}</WeekDay></WeekDays></Calendar>
    </Calendars>`);
    const night = resolveCalendar(plan.calendars, 2)!;
    expect(night.week[0]).toEqual([{ fromMinute: 540, toMinute: 1020 }]);
    expect(night.week[6]).toEqual([{ fromMinute: 1320, toMinute: 1440 }]);
    expect(night.week[5]).toEqual([]);
    expect(resolveCalendar(plan.calendars, 9)).toBeUndefined();
  });

  test('bases that lead in a circle are cut, and the report says so', () => {
    const calendar = (uid: number, base: number): string =>
      `<Calendar><UID>${uid}</UID><Name>C${uid}</Name><BaseCalendarUID>${base}</BaseCalendarUID></Calendar>`;
    const { plan, report } = read(
      `<Calendars>${calendar(1, 2)}${calendar(2, 1)}${calendar(3, 9)}</Calendars>`,
    );
    expect(plan.calendars.map(({ baseUid }) => baseUid)).toEqual([2, null, null]);
    expect(report.changed.map(({ uid }) => uid)).toEqual([2, 3]);
  });
});

test('characters that XML forbids are removed from a file that has them, and the report says how many', () => {
  const { plan, report } = tasks('<UID>1</UID><Name>Dig\u0003&#x1F; it</Name>');
  expect(plan.tasks[0]!.name).toBe('Dig it');
  expect(report.changed[0]).toMatchObject({
    kind: 'project',
    sentence: '2 characters that XML does not allow were removed from the file.',
  });
});
