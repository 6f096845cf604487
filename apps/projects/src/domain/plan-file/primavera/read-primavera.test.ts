import { describe, expect, test } from '@jest/globals';
import { fidelityOf } from '../../fidelity/plan-fidelity.js';
import type { PlanReading } from '../plan-reading.js';
import { readPlanFile } from '../read-plan-file.js';
import { readPmxml, readXer } from './read-primavera.js';

/** A table of XER: its columns and rows, each with blanks between the values (`_` is an empty one, `+` a blank). */
function table(name: string, columns: string, ...rows: readonly string[]): string {
  const line = (mark: string, values: string): string =>
    [mark, ...values.split(' ').map((value) => (value === '_' ? '' : value.replace(/\+/g, ' ')))].join('\t');
  return [`%T\t${name}`, line('%F', columns), ...rows.map((row) => line('%R', row))].join('\r\n');
}

const HEADER = ['ERMHDR', '20.12', '2026-01-05', 'Project', 'a', 'a', 'db', 'Project Management', 'EUR'].join(
  '\t',
);
/** A part of the text in which Primavera keeps a calendar. */
const part = (name: string, attributes: string, ...parts: readonly string[]): string =>
  `(0||${name}(${attributes})(${parts.join('')}))`;
const shift = (from: string, to: string): string => part('0', `s|${from}|f|${to}`);
const days = (numbers: readonly number[], hours: string): string =>
  part('DaysOfWeek', '', ...numbers.map((day) => part(String(day), '', hours)));
const CALENDAR = part(
  'CalendarData',
  '',
  days([2, 3, 4, 5, 6], shift('08:00', '16:00')),
  part('VIEW', 'ShowTotal|N'),
  part('Exceptions', '', part('0', 'd|46028'), part('1', 'd|46032', shift('09:00', '12:00'))),
);
const calendar = (
  rows: readonly string[] = [`1 Y Week _ CA_Base 8 40 172 ${CALENDAR.replace(/ /g, '+')}`],
): string =>
  table(
    'CALENDAR',
    'clndr_id default_flag clndr_name base_clndr_id clndr_type day_hr_cnt week_hr_cnt month_hr_cnt clndr_data',
    ...rows,
  );
const project = (rows: readonly string[] = ['7 Y P7 1 2026-01-05+08:00 2026-01-05+08:00 _']): string =>
  table(
    'PROJECT',
    'proj_id export_flag proj_short_name clndr_id plan_start_date last_recalc_date plan_end_date',
    ...rows,
  );
const WBS = 'wbs_id proj_id parent_wbs_id seq_num proj_node_flag wbs_short_name wbs_name';
const wbs = (...rows: readonly string[]): string => table('PROJWBS', WBS, '70 7 _ 1 Y P7 Bridge', ...rows);
const TASK =
  'task_id proj_id wbs_id clndr_id task_code task_name task_type status_code target_drtn_hr_cnt remain_drtn_hr_cnt';
const xer = (...parts: readonly string[]): string => [HEADER, ...parts, '%E', ''].join('\r\n');
const read = (...parts: readonly string[]): PlanReading =>
  readXer(xer(project(), calendar(), wbs(), ...parts));
const taskNamed = ({ plan }: PlanReading, name: string) => plan.tasks.find((task) => task.name === name)!;

describe('the outline of an XER file', () => {
  const elements = ['72 7 70 2 N B Deck', '71 7 70 1 N A Piers', '73 7 71 1 N I Footing'];
  const tasks = [
    '1 7 73 1 A10 Dig TT_Task TK_NotStart 16 16',
    '2 7 72 1 A20 Pave TT_Task TK_NotStart 8 8',
    '3 7 70 1 A30 Open TT_FinMile TK_NotStart 0 0',
  ];
  const reading = readXer(xer(project(), calendar(), wbs(...elements), table('TASK', TASK, ...tasks)));

  test('activities come before the elements beside them, elements by their sequence, with the path of their codes', () => {
    expect(reading.plan.tasks.map(({ name, outlineLevel, wbs: path }) => [name, outlineLevel, path])).toEqual(
      [
        ['Bridge', 0, 'P7'],
        ['Open', 1, 'P7'],
        ['Piers', 1, 'P7.A'],
        ['Footing', 2, 'P7.A.I'],
        ['Dig', 3, 'P7.A.I'],
        ['Deck', 1, 'P7.B'],
        ['Pave', 2, 'P7.B'],
      ],
    );
    expect(taskNamed(reading, 'Dig')).toMatchObject({ code: 'A10', parentUid: 73, durationMinutes: 960 });
    expect(taskNamed(reading, 'Open')).toMatchObject({ isMilestone: true, activityKind: 'finish-milestone' });
  });

  test('an element whose parents lead back to itself stands below the project, and the report says so', () => {
    const circle = ['71 7 72 1 N A Piers', '72 7 71 1 N B Deck'];
    const { plan, report } = readXer(xer(project(), calendar(), wbs(...circle)));
    expect(plan.tasks.map(({ name }) => name).sort()).toEqual(['Bridge', 'Deck', 'Piers']);
    expect(report.changed.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringContaining('lead back to itself'),
    );
    expect(report.counts.task).toMatchObject({ inFile: 3, read: 3, leftOut: 0 });
  });

  test('an activity whose id a WBS element has goes by another, and its links follow it', () => {
    const links = table(
      'TASKPRED',
      'task_pred_id task_id pred_task_id pred_type lag_hr_cnt',
      '1 71 2 PR_FS 4',
    );
    const { plan, report } = readXer(
      xer(
        project(),
        calendar(),
        wbs('71 7 70 1 N A Piers'),
        table(
          'TASK',
          TASK,
          '71 7 70 1 A10 Dig TT_Task TK_NotStart 8 8',
          '2 7 70 1 A20 Pave TT_Task TK_NotStart 8 8',
        ),
        links,
      ),
    );
    const dig = plan.tasks.find(({ name }) => name === 'Dig')!;
    expect(dig.uid).toBe(72);
    expect(plan.links).toEqual([
      expect.objectContaining({ predecessorUid: 2, successorUid: 72, lagMinutes: 240 }),
    ]);
    expect(report.changed.some(({ uid, sentence }) => uid === 72 && sentence.includes('ObjectId 71'))).toBe(
      true,
    );
  });
});

describe('what activities say', () => {
  test('each of the ten kinds of constraint is read as what it is', () => {
    const kinds = [
      'CS_ALAP',
      'CS_MANDSTART',
      'CS_MANDFIN',
      'CS_MSOA',
      'CS_MSOB',
      'CS_MEOA',
      'CS_MEOB',
      'CS_MSO',
      'CS_MEO',
      '_',
    ];
    const rows = kinds.map(
      (kind, at) => `${at + 1} 7 70 1 A${at} T${at} TT_Task TK_NotStart 8 8 ${kind} 2026-02-02+08:00`,
    );
    const { plan, report } = read(table('TASK', `${TASK} cstr_type cstr_date`, ...rows));
    expect(plan.tasks.slice(1).map(({ constraint }) => constraint.type)).toEqual([
      'as-late-as-possible',
      'must-start-on',
      'must-finish-on',
      'start-no-earlier-than',
      'start-no-later-than',
      'finish-no-earlier-than',
      'finish-no-later-than',
      'start-on',
      'finish-on',
      'as-soon-as-possible',
    ]);
    expect(plan.tasks[2]!.constraint.date).toBe('2026-02-02T08:00:00');
    expect(report.counts.task.changed).toBe(0);
  });

  test('a second constraint "finish on or before" is a deadline; any other is left out and named', () => {
    const columns = `${TASK} cstr_type2 cstr_date2`;
    const reading = read(
      table(
        'TASK',
        columns,
        '1 7 70 1 A10 Dig TT_Task TK_NotStart 8 8 CS_MEOB 2026-03-06+16:00',
        '2 7 70 1 A20 Pave TT_Task TK_NotStart 8 8 CS_MSOA 2026-03-06+08:00',
      ),
    );
    expect(taskNamed(reading, 'Dig').deadline).toBe('2026-03-06T16:00:00');
    expect(taskNamed(reading, 'Pave').deadline).toBeNull();
    expect(reading.report.changed).toContainEqual(
      expect.objectContaining({ uid: 2, sentence: expect.stringContaining('second constraint') }),
    );
  });

  test('an unknown word is named with those that are allowed', () => {
    const { report, plan } = read(table('TASK', TASK, '1 7 70 1 A10 Dig TT_Odd TK_NotStart 8 8'));
    expect(plan.tasks[1]!.activityKind).toBe('task-dependent');
    expect(report.changed[0]?.sentence).toBe(
      'Type is "TT_Odd"; it must be one of Task Dependent, Resource Dependent, Level of Effort, Start Milestone, Finish Milestone, WBS Summary. It was read as task-dependent.',
    );
  });

  test('a level of effort keeps the dates of the file: it follows others and drives nobody', () => {
    const columns = `${TASK} early_start_date early_end_date`;
    const reading = read(
      table(
        'TASK',
        columns,
        '1 7 70 1 A10 Manage TT_LOE TK_NotStart 80 80 2026-01-06+08:00 2026-01-20+16:00',
      ),
    );
    expect(taskNamed(reading, 'Manage')).toMatchObject({ isManual: true, activityKind: 'level-of-effort' });
    expect(fidelityOf(reading)).toMatchObject({ datesCompared: 2, datesEqual: 2 });
  });

  test('activity codes and user-defined fields are kept as named values', () => {
    const reading = read(
      table('ACTVTYPE', 'actv_code_type_id actv_code_type', '5 Phase'),
      table('ACTVCODE', 'actv_code_id actv_code_type_id short_name actv_code_name', '50 5 EXE Execution'),
      table(
        'UDFTYPE',
        'udf_type_id table_name udf_type_label logical_data_type',
        '9 TASK Risk+owner FT_TEXT',
        '10 TASK Share FT_FLOAT_2_DECIMALS',
      ),
      table('TASK', TASK, '1 7 70 1 A10 Dig TT_Task TK_NotStart 8 8'),
      table('TASKACTV', 'task_id actv_code_type_id actv_code_id', '1 5 50'),
      table('UDFVALUE', 'udf_type_id fk_id udf_text udf_number', '9 1 Ada+L. _', '10 1 _ 0.25'),
    );
    expect(taskNamed(reading, 'Dig').customFields).toEqual([
      { fieldId: 'code:5', name: 'Phase', kind: 'code', value: 'EXE' },
      { fieldId: '9', name: 'Risk owner', kind: 'text', value: 'Ada L.' },
      { fieldId: '10', name: 'Share', kind: 'number', value: '0.25' },
    ]);
  });

  test('planned dates that were left are baseline 0, and the report says why', () => {
    const columns = `${TASK} act_start_date target_start_date target_end_date target_work_qty`;
    const reading = read(
      table(
        'TASK',
        columns,
        '1 7 70 1 A10 Dig TT_Task TK_Active 16 8 2026-01-06+08:00 2026-01-05+08:00 2026-01-06+16:00 12',
      ),
    );
    expect(taskNamed(reading, 'Dig').baselines).toEqual([
      expect.objectContaining({
        number: 0,
        start: '2026-01-05T08:00:00',
        finish: '2026-01-06T16:00:00',
        durationMinutes: 960,
        workMinutes: 720,
      }),
    ]);
    expect(reading.report.changed.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringContaining('no baseline'),
    );
    expect(taskNamed(reading, 'Dig').actual).toMatchObject({
      percentComplete: 50,
      remainingDurationMinutes: 480,
    });
  });
});

describe('the schedule of a Primavera plan', () => {
  const tasks = (columns = '', ...extra: readonly string[]): string =>
    table(
      'TASK',
      `${TASK}${columns}`,
      ...['1 7 70 1 A10 Dig TT_Task', '2 7 70 2 A20 Pave TT_Task'].map(
        (row, at) => `${row} TK_NotStart 8 8${extra[at] ?? ''}`,
      ),
    );
  const nights = part('CalendarData', '', days([2, 3, 4, 5], shift('16:00', '00:00')));
  const both = calendar([
    `1 Y Week _ CA_Base 8 40 172 ${CALENDAR.replace(/ /g, '+')}`,
    `2 N Nights _ CA_Base 8 32 128 ${nights}`,
  ]);
  const lag = table('TASKPRED', 'task_pred_id task_id pred_task_id pred_type lag_hr_cnt', '1 2 1 PR_FS 8');
  const options = (word: string): string =>
    table('SCHEDOPTIONS', 'schedoptions_id proj_id sched_calendar_on_relationship_lag', `1 7 ${word}`);
  const startOfPave = (word: string): string | undefined => {
    const reading = readXer(
      xer(project(), both, wbs(), options(word), tasks(' early_start_date', ' _', ' 2026-01-01+00:00'), lag),
    );
    return fidelityOf(reading).differences.find(({ uid, end }) => uid === 2 && end === 'start')?.computed;
  };

  test('a lag of eight hours is counted in the time of the predecessor, of the successor, or around the clock', () => {
    // Dig works on Monday 5 January 08:00 to 16:00; Tuesday the 6th is free in the week, Thursday and Friday are not.
    expect(startOfPave('rcal_Predecessor')).toBe('2026-01-07T16:00:00');
    expect(startOfPave('rcal_Successor')).toBe('2026-01-06T16:00:00');
    expect(startOfPave('rcal_24Hour')).toBe('2026-01-06T16:00:00');
  });

  test('lags around the clock are elapsed ones', () => {
    const { plan } = readXer(xer(project(), both, wbs(), options('rcal_24Hour'), tasks(), lag));
    expect(plan.links[0]).toMatchObject({ lagKind: 'elapsed', lagMinutes: 480 });
  });

  test('nothing undone is planned before the data date', () => {
    const reading = readXer(
      xer(
        project(['7 Y P7 1 2026-01-05+08:00 2026-01-12+08:00 _']),
        calendar(),
        wbs(),
        tasks(' early_start_date', ' 2026-01-12+08:00', ' _'),
      ),
    );
    expect(fidelityOf(reading).differences.filter(({ uid }) => uid === 1)).toEqual([]);
  });

  test('an activity that depends on its resources works in their calendar, any other in its own', () => {
    const people = [
      table('RSRC', 'rsrc_id rsrc_name rsrc_type clndr_id', '1 Ada RT_Labor 2'),
      table('TASKRSRC', 'taskrsrc_id task_id rsrc_id', '1 1 1', '2 2 1'),
    ];
    const columns = `${TASK} early_start_date`;
    const rows = [
      '1 7 70 1 A10 Dig TT_Task TK_NotStart 8 8 2026-01-05+08:00',
      '2 7 70 1 A20 Weld TT_Rsrc TK_NotStart 8 8 2026-01-05+16:00',
    ];
    const reading = readXer(xer(project(), both, wbs(), ...people, table('TASK', columns, ...rows)));
    expect(fidelityOf(reading)).toMatchObject({ datesCompared: 2, datesEqual: 2 });
  });

  test('a mandatory date overrules a link; "on or before" beside it bounds late dates only', () => {
    const honours = (...kinds: readonly string[]): boolean => {
      const rows = kinds.map(
        (kind, at) => `${at + 1} 7 70 1 A${at} T${at} TT_Task TK_NotStart 8 8 ${kind} 2026-02-02+08:00`,
      );
      return read(table('TASK', `${TASK} cstr_type cstr_date`, ...rows)).plan.header.honourConstraints;
    };
    expect(honours('CS_MANDSTART', 'CS_MSOA')).toBe(true);
    expect(honours('CS_MANDSTART', 'CS_MEOB')).toBe(false);
    expect(honours('CS_MEOB')).toBe(false);
  });

  test('holidays are free and short days short, written as the days since 1899', () => {
    const { exceptions, weekdays } = read().plan.calendars[0]!;
    expect(exceptions).toEqual([
      { name: null, from: '2026-01-06', to: '2026-01-06', shifts: [] },
      { name: null, from: '2026-01-10', to: '2026-01-10', shifts: [{ fromMinute: 540, toMinute: 720 }] },
    ]);
    expect(weekdays.map(({ shifts }) => shifts.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });
});

test('of several projects the exported one is read, the others are left out by name', () => {
  const two = project(['8 N P8 1 2026-01-05+08:00 _ _', '7 Y P7 1 2026-01-05+08:00 _ _']);
  const rows = ['1 7 70 1 A10 Dig TT_Task TK_NotStart 8 8', '9 8 80 1 B10 Other TT_Task TK_NotStart 8 8'];
  const links = table(
    'TASKPRED',
    'task_pred_id task_id pred_task_id proj_id pred_proj_id pred_type lag_hr_cnt',
    '1 1 9 7 8 PR_FS 0',
  );
  const { plan, report } = readXer(xer(two, calendar(), wbs(), table('TASK', TASK, ...rows), links));
  expect(plan.tasks.map(({ name }) => name)).toEqual(['Bridge', 'Dig']);
  expect(report.leftOut).toEqual([
    expect.objectContaining({ kind: 'task', name: 'Other', reason: 'cross-project' }),
    expect.objectContaining({ kind: 'link', uid: 1, reason: 'cross-project' }),
  ]);
  expect(report.counts.task).toEqual({ inFile: 3, read: 2, changed: 0, leftOut: 1 });
});

test('people, roles, prices and assignments of an XER file', () => {
  const reading = read(
    table(
      'RSRC',
      'rsrc_id rsrc_name rsrc_short_name rsrc_type clndr_id email_addr active_flag',
      '1 Ada AL RT_Labor 1 ada@example.org Y',
      '2 Crane CR RT_Equip _ _ N',
      '3 Steel ST RT_Mat _ _ Y',
    ),
    table(
      'RSRCRATE',
      'rsrc_rate_id rsrc_id max_qty_per_hr cost_per_qty cost_per_qty2 start_date',
      '1 1 1 60.5 75 1984-01-01+00:00',
      '2 1 0.5 65 _ 2026-06-01+00:00',
    ),
    table('ROLES', 'role_id role_name role_short_name', '1 Welder WE'),
    table('TASK', TASK, '1 7 70 1 A10 Dig TT_Task TK_Active 8 4'),
    table(
      'TASKRSRC',
      'taskrsrc_id task_id rsrc_id role_id target_qty_per_hr act_reg_qty remain_qty act_reg_cost remain_cost rate_type',
      '1 1 1 _ 0.5 2 2 121 121 COST_PER_QTY2',
      '2 1 _ 1 1 0 4 0 0 COST_PER_QTY',
      '3 1 9 _ 1 0 4 0 0 COST_PER_QTY',
    ),
  );
  const [ada, crane, steel, welder] = reading.plan.resources;
  expect(ada).toMatchObject({
    name: 'Ada',
    email: 'ada@example.org',
    maxUnits: 1,
    calendarUid: 1,
    standardRate: { amountPerHour: '60.5' },
  });
  expect(
    ada!.rates.map(({ table: of, from, to, standard }) => [of, from, to, standard?.amountPerHour]),
  ).toEqual([
    ['A', null, '2026-06-01T00:00:00', '60.5'],
    ['A', '2026-06-01T00:00:00', null, '65'],
    ['B', null, '2026-06-01T00:00:00', '75'],
  ]);
  expect(ada!.availability.map(({ units }) => units)).toEqual([1, 0.5]);
  expect([crane, steel]).toMatchObject([
    { isEquipment: true, isInactive: true },
    { type: 'material', maxUnits: null },
  ]);
  expect(welder).toMatchObject({ uid: 4, name: 'Welder', isGeneric: true });
  expect(reading.plan.assignments).toMatchObject([
    {
      taskUid: 1,
      resourceUid: 1,
      units: 0.5,
      workMinutes: 240,
      actualWorkMinutes: 120,
      costMinor: 24_200n,
      rateTable: 'B',
    },
    { taskUid: 1, resourceUid: 4, workMinutes: 240 },
  ]);
  expect(taskNamed(reading, 'Dig').cost).toMatchObject({ totalMinor: 24_200n, actualMinor: 12_100n });
  expect(reading.report.leftOut).toMatchObject([{ kind: 'assignment', uid: 3, reason: 'missing-resource' }]);
});

test('a text with accents is read in the code page of the machine that exported it, and the report says so', () => {
  const text = xer(project(), calendar(), wbs('71 7 70 1 N A Brückenbau'));
  const { plan, report } = readPlanFile(Buffer.from(text, 'latin1'), 'plan.xer');
  expect(plan.tasks[1]!.name).toBe('Brückenbau');
  expect(report.changed[0]?.sentence).toContain('Windows-1252');
  const utf16 = readPlanFile(new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]));
  expect(utf16.plan.tasks[1]!.name).toBe('Brückenbau');
});

test('Primavera XML says the same as XER, in other words', () => {
  const xml = `<?xml version="1.0"?><APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/V19.12/API/BusinessObjects">
    <Currency><Id>EUR</Id><IsBaseCurrency>1</IsBaseCurrency></Currency>
    <Calendar><ObjectId>1</ObjectId><Name>Week</Name><Type>Global</Type><HoursPerDay>8</HoursPerDay>
      <StandardWorkWeek>${['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
        .map(
          (day) =>
            `<StandardWorkHours><DayOfWeek>${day}</DayOfWeek><WorkTime><Start>08:00:00</Start><Finish>15:59:00</Finish></WorkTime></StandardWorkHours>`,
        )
        .join('')}</StandardWorkWeek>
      <HolidayOrExceptions><HolidayOrException><Date>2026-01-06T00:00:00</Date><WorkTime/></HolidayOrException></HolidayOrExceptions></Calendar>
    <ActivityCodeType><ObjectId>5</ObjectId><Name>Phase</Name></ActivityCodeType>
    <ActivityCode><ObjectId>50</ObjectId><CodeTypeObjectId>5</CodeTypeObjectId><CodeValue>EXE</CodeValue></ActivityCode>
    <Project><ObjectId>7</ObjectId><Id>P7</Id><Name>Bridge</Name><WBSObjectId>70</WBSObjectId>
      <ActivityDefaultCalendarObjectId>1</ActivityDefaultCalendarObjectId>
      <PlannedStartDate>2026-01-05T08:00:00</PlannedStartDate><DataDate>2026-01-05T08:00:00</DataDate><MustFinishByDate>2026-02-27T16:00:00</MustFinishByDate>
      <WBS><ObjectId>71</ObjectId><ParentObjectId>70</ParentObjectId><Code>A</Code><Name>Piers</Name></WBS>
      <Activity><ObjectId>1</ObjectId><Id>A10</Id><Name>Dig</Name><WBSObjectId>71</WBSObjectId><CalendarObjectId>1</CalendarObjectId>
        <Type>Task Dependent</Type><Status>In Progress</Status><PercentCompleteType>Physical</PercentCompleteType><PhysicalPercentComplete>0.3</PhysicalPercentComplete>
        <PlannedDuration>16</PlannedDuration><RemainingDuration>8</RemainingDuration><ActualStartDate>2026-01-05T08:00:00</ActualStartDate>
        <SuspendDate>2026-01-05T16:00:00</SuspendDate><ResumeDate>2026-01-08T08:00:00</ResumeDate><GUID>{0ABF0B7C-1D58-4D6A-9A0F-0F8D3C2E1B4A}</GUID>
        <Code><TypeObjectId>5</TypeObjectId><ValueObjectId>50</ValueObjectId></Code></Activity>
      <Activity><ObjectId>2</ObjectId><Id>A20</Id><Name>Pave</Name><WBSObjectId>70</WBSObjectId><Type>Start Milestone</Type><PlannedDuration>0</PlannedDuration></Activity>
      <Relationship><PredecessorActivityObjectId>1</PredecessorActivityObjectId><SuccessorActivityObjectId>2</SuccessorActivityObjectId><Type>Finish to Finish</Type><Lag>-4</Lag></Relationship>
      <ActivityNote><ActivityObjectId>1</ActivityObjectId><Note>&lt;HTML&gt;&lt;BODY&gt;Mind the &lt;b&gt;cable&lt;/b&gt;&lt;br/&gt;&amp;amp; pipe&lt;/BODY&gt;&lt;/HTML&gt;</Note></ActivityNote>
      <ScheduleOptions><OutOfSequenceScheduleType>Progress Override</OutOfSequenceScheduleType><RelationshipLagCalendar>Project Default Calendar</RelationshipLagCalendar></ScheduleOptions>
      <Risk><ObjectId>1</ObjectId><Name>Flood</Name></Risk>
    </Project>
    <BaselineProject><ObjectId>8</ObjectId><OriginalProjectObjectId>7</OriginalProjectObjectId><Name>First promise</Name>
      <Activity><ObjectId>11</ObjectId><Id>A10</Id><PlannedStartDate>2026-01-02T08:00:00</PlannedStartDate><PlannedFinishDate>2026-01-05T16:00:00</PlannedFinishDate><PlannedDuration>16</PlannedDuration></Activity></BaselineProject>
  </APIBusinessObjects>`;
  const reading = readPmxml(xml);
  const { plan, report } = reading;
  expect(plan.header).toMatchObject({
    name: 'Bridge',
    currency: 'EUR',
    lagCalendar: 'project',
    mustFinishBy: '2026-02-27T16:00:00',
  });
  expect(plan.header.progress).toEqual({ remainsAfterStatusDate: true, outOfSequence: 'progress-override' });
  expect(plan.tasks.map(({ uid, name, wbs: path }) => [uid, name, path])).toEqual([
    [70, 'Bridge', 'P7'],
    [2, 'Pave', 'P7'],
    [71, 'Piers', 'P7.A'],
    [1, 'Dig', 'P7.A'],
  ]);
  expect(taskNamed(reading, 'Dig')).toMatchObject({
    guid: '0ABF0B7C-1D58-4D6A-9A0F-0F8D3C2E1B4A',
    notes: 'Mind the cable\n& pipe',
    actual: {
      percentKind: 'physical',
      physicalPercentComplete: 30,
      percentComplete: 50,
      stop: '2026-01-05T16:00:00',
      resume: '2026-01-08T08:00:00',
    },
    baselines: [{ number: 0, start: '2026-01-02T08:00:00' }],
    customFields: [{ name: 'Phase', value: 'EXE' }],
  });
  expect(plan.calendars[0]!.weekdays[0]!.shifts).toEqual([{ fromMinute: 480, toMinute: 960 }]);
  expect(plan.links).toEqual([
    {
      predecessorUid: 1,
      successorUid: 2,
      type: 'finish-finish',
      lagKind: 'working',
      lagMinutes: -240,
      lagPercent: null,
      lagUnit: 'hour',
    },
  ]);
  expect(report.changed.map(({ sentence }) => sentence)).toEqual([
    'These parts have no place in a plan here and were not read: Risk (1).',
  ]);
});

test('older exports keep activities beside their project, not in it: each goes to its own', () => {
  const activity = (id: number, owner: number): string =>
    `<p6:Activity><p6:ObjectId>${id}</p6:ObjectId><p6:Id>A${id}</p6:Id><p6:Name>T${id}</p6:Name><p6:ProjectObjectId>${owner}</p6:ProjectObjectId></p6:Activity>`;
  const xml = `<p6:APIBusinessObjects xmlns:p6="http://xmlns.oracle.com/Primavera/P6/V8.3/API/BusinessObjects"><p6:Project><p6:ObjectId>7</p6:ObjectId><p6:Id>P7</p6:Id></p6:Project>${activity(1, 7)}${activity(2, 8)}</p6:APIBusinessObjects>`;
  expect(readPmxml(xml).plan.tasks.map(({ name }) => name)).toEqual(['T1']);
});
