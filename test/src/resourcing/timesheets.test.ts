import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LeaveApproved } from '@meridian/contracts-connectors';
import {
  DecideTimesheet,
  KeepTime,
  ListTimesheets,
  MissingTimesheets,
  PersonTime,
  RecordPerson,
  RecordTimesheet,
  SubmitTimesheet,
  TimeBooked,
  TimeKeeping,
  Timesheet,
  TimesheetMissed,
} from '@meridian/contracts-resourcing';
import type { TimeLine } from '@meridian/contracts-resourcing';
import { eventually, ServiceUnderTest } from '@meridian/testing';
import type { TestPerson } from '@meridian/testing';
import { MONDAY, projectOf } from './levelled-portfolio.js';
import type { TrialProject } from './levelled-portfolio.js';
import { lea, recordWorker, worker } from './workers.js';

const STEP_MS = 120_000;
const WEDNESDAY = '2031-03-05';
const ines = worker('T-1', 'Ines Moreau');
const boss = worker('T-2', 'Ada Boss');
const ole = worker('T-3', 'Ole Lindqvist', 'contractor');

let resourcing: ServiceUnderTest;
let bridge: TrialProject;
let secret: TrialProject;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  await record('T-2', { name: 'Ada Boss' });
  await record('T-1', { name: 'Ines Moreau', lineManagerId: boss.personId, grade: 'P3', site: 'Basel' });
  await record('T-3', { name: 'Ole Lindqvist', employedFrom: '2025-01-06', isContractor: true });
  bridge = await projectOf(resourcing, { name: 'Bridge', personEmail: 't-1@example.org', tasks: 2 });
  secret = await projectOf(resourcing, {
    name: 'Secret',
    personEmail: 't-1@example.org',
    isConfidential: true,
  });
}, STEP_MS);

afterAll(() => resourcing?.end(), STEP_MS);

function record(employeeNumber: string, facts: Partial<RecordPerson>) {
  return recordWorker(resourcing, { employeeNumber, name: employeeNumber, ...facts });
}

function write(who: TestPerson, weekStart: string, lines: readonly Partial<TimeLine>[], version: number) {
  const body = { weekStart, lines: lines as readonly TimeLine[] };
  return resourcing.ask(who, RecordTimesheet, body, { version });
}

function sheetOf(who: TestPerson, weekStart: string, asker = who) {
  const whose = asker === who ? {} : { personId: who.personId };
  return resourcing.ask(asker, Timesheet, { weekStart, ...whose });
}

/** A sheet of the week with these lines, handed in and approved by the resource manager. */
async function approved(who: TestPerson, weekStart: string, lines: readonly Partial<TimeLine>[]) {
  const { version } = await write(who, weekStart, lines, (await sheetOf(who, weekStart)).version);
  const { id, version: submitted } = await resourcing.ask(who, SubmitTimesheet, { weekStart }, { version });
  await resourcing.ask(lea, DecideTimesheet, { sheetId: id, outcome: 'approved' }, { version: submitted });
  return sheetOf(who, weekStart);
}

const refused = (code: string) => expect.objectContaining({ code });

describe('the sheet of a week', () => {
  test('shows what is planned, is written, handed in, and approved by the line manager; its lines are told once', async () => {
    const empty = await sheetOf(ines, WEDNESDAY);
    expect(empty).toMatchObject({ version: 0, state: 'open', weekStart: MONDAY, capacityMinutes: 2_400 });
    expect(empty.dueOn).toBe('2031-03-10');
    expect(empty.planned.filter(({ projectId }) => projectId === bridge.projectId)).toMatchObject([
      { projectName: 'Bridge', taskName: 'Task 1', plannedMinutes: 2_400 },
      { projectName: 'Bridge', taskName: 'Task 2', plannedMinutes: 2_400 },
    ]);

    const lines = [
      { day: MONDAY, projectId: bridge.projectId, taskId: bridge.taskIds[0], minutes: 300 },
      { day: MONDAY, background: 'meetings' as const, minutes: 120, note: 'Town hall' },
      { day: WEDNESDAY, projectId: secret.projectId, minutes: 60 },
    ];
    const written = await write(ines, WEDNESDAY, lines, 0);
    const submitted = await resourcing.ask(
      ines,
      SubmitTimesheet,
      { weekStart: MONDAY },
      { version: written.version },
    );
    const { timesheets } = await resourcing.ask(boss, ListTimesheets, {});
    expect(timesheets).toMatchObject([
      { personName: 'Ines Moreau', totalMinutes: 480, pendingMinutes: 480, capacityMinutes: 2_400 },
    ]);
    const seen = await sheetOf(ines, MONDAY, boss);
    expect(seen.entries.map(({ projectName }) => projectName)).toEqual(['Bridge', undefined, undefined]);
    expect(JSON.stringify(seen)).not.toContain(secret.projectId);

    const decision = { sheetId: written.id, outcome: 'approved' as const };
    const options = { version: submitted.version, key: 'the-same-decision-again' };
    const done = await resourcing.ask(boss, DecideTimesheet, decision, options);
    expect(await resourcing.ask(boss, DecideTimesheet, decision, options)).toEqual(done);
    const told = await resourcing.announced(TimeBooked, bridge.projectId);
    expect(told).toEqual([
      {
        entryId: seen.entries[0]?.entryId,
        projectId: bridge.projectId,
        taskId: bridge.taskIds[0],
        personId: ines.personId,
        role: 'Engineer',
        grade: 'P3',
        siteId: 'Basel',
        day: MONDAY,
        minutes: 300,
      },
    ]);
    expect(await resourcing.announced(TimeBooked, secret.projectId)).toMatchObject([{ minutes: 60 }]);
    expect(await sheetOf(ines, MONDAY)).toMatchObject({ state: 'approved', decidedByName: 'Ada Boss' });
  });

  test('is decided on neither by its owner nor by a colleague, and seen by no colleague', async () => {
    const week = '2031-03-10';
    const { id, version } = await write(ines, week, [{ day: week, background: 'training', minutes: 60 }], 0);
    const { version: submitted } = await resourcing.ask(ines, SubmitTimesheet, { weekStart: week });
    expect(submitted).toBe(version + 1);
    const decision = { sheetId: id, outcome: 'approved' as const };
    await expect(resourcing.ask(ines, DecideTimesheet, decision)).rejects.toMatchObject(
      refused('resourcing/own-timesheet'),
    );
    await expect(resourcing.ask(ole, DecideTimesheet, decision)).rejects.toMatchObject(
      refused('resourcing/timesheet-not-found'),
    );
    await expect(sheetOf(ines, week, ole)).rejects.toMatchObject(refused('resourcing/person-not-found'));
    await expect(write(ines, week, [], submitted)).rejects.toMatchObject(
      refused('resourcing/timesheet-submitted'),
    );
    const reason = 'The course was on Tuesday.';
    await resourcing.ask(boss, DecideTimesheet, { sheetId: id, outcome: 'returned', reason });
    expect(await sheetOf(ines, week)).toMatchObject({ state: 'open', reason, version: submitted + 1 });
  });

  test('takes nothing for a hidden project, a task of another plan, a day off the calendar or before the employment', async () => {
    const week = '2026-10-05';
    const wrong = [
      [{ day: week, projectId: secret.projectId, minutes: 60 }, 'access/project-not-found'],
      [{ day: '2026-02-31', background: 'other' as const, minutes: 60 }, 'resourcing/no-such-day'],
    ] as const;
    for (const [line, code] of wrong) {
      await expect(write(ole, week, [line], 0)).rejects.toMatchObject(refused(code));
    }
    const task = { day: week, projectId: secret.projectId, taskId: bridge.taskIds[0], minutes: 60 };
    await expect(write(ines, week, [task], 0)).rejects.toMatchObject(refused('resourcing/task-not-in-plan'));
    await expect(
      write(ole, '2024-12-30', [{ day: '2024-12-30', background: 'other', minutes: 60 }], 0),
    ).rejects.toMatchObject(refused('resourcing/not-employed'));
    expect((await sheetOf(ole, week)).version).toBe(0);
  });

  test('written by two at once is written by one of them', async () => {
    const week = '2031-04-07';
    const both = await Promise.allSettled(
      [60, 90].map((minutes) => write(ines, week, [{ day: week, background: 'other', minutes }], 0)),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'resourcing/version-conflict' },
    });
  });
});

describe('allocated, planned and logged', () => {
  test('stand next to each other with the gap, for the person and whoever decides on the sheets, not for colleagues', async () => {
    const body = { personId: ines.personId, from: MONDAY, weeks: 1 };
    const figures = await resourcing.ask(boss, PersonTime, body);
    expect(figures).toEqual(await resourcing.ask(ines, PersonTime, { from: MONDAY, weeks: 1 }));
    expect(figures.weeks).toEqual([
      {
        weekStart: MONDAY,
        grossMinutes: 2_400,
        leaveMinutes: 0,
        allocatedMinutes: 7_200,
        plannedMinutes: 7_200,
        loggedMinutes: 480,
        projectMinutes: 360,
        unplannedMinutes: 0,
        unloggedMinutes: 6_840,
        utilisation: [
          { basis: 'gross', ofMinutes: 2_400, percent: 15 },
          { basis: 'net-of-leave', ofMinutes: 2_400, percent: 15 },
          { basis: 'logged', ofMinutes: 480, percent: 75 },
        ],
      },
    ]);
    await expect(resourcing.ask(ole, PersonTime, body)).rejects.toMatchObject(
      refused('resourcing/person-not-found'),
    );
  });

  /** next-pms, issue 1740. */
  test('40 hours allocated, 24 planned and 18 logged leave 16 hours without work', async () => {
    const { projectId } = await projectOf(resourcing, {
      name: 'Gap',
      personEmail: 't-2@example.org',
      workMinutes: 24 * 60,
    });
    await write(boss, MONDAY, [{ day: MONDAY, projectId, minutes: 18 * 60 }], 0);
    const { weeks } = await resourcing.ask(boss, PersonTime, { from: MONDAY, weeks: 1 });
    expect(weeks).toMatchObject([
      {
        allocatedMinutes: 40 * 60,
        plannedMinutes: 24 * 60,
        projectMinutes: 18 * 60,
        unplannedMinutes: 16 * 60,
        unloggedMinutes: 6 * 60,
      },
    ]);
  });
});

describe('an approved line', () => {
  const week = '2026-08-03';

  test('is taken back once, and the project is told minutes below zero', async () => {
    const line = { day: week, projectId: bridge.projectId, minutes: 240 };
    const { entries } = await approved(ines, week, [line]);
    const reversesEntryId = entries[0]?.entryId ?? '';
    const corrected = await approved(ines, week, [
      { day: week, reversesEntryId, note: 'Half a day only' },
      { ...line, minutes: 120 },
    ]);
    expect(corrected).toMatchObject({ state: 'approved', totalMinutes: 120 });
    expect(corrected.entries.map(({ minutes, isReversed }) => [minutes, isReversed])).toEqual([
      [240, true],
      [-240, false],
      [120, false],
    ]);
    const told = (await resourcing.announced(TimeBooked, bridge.projectId)).filter(({ day }) => day === week);
    expect(told.map(({ minutes }) => minutes)).toEqual([240, -240, 120]);
    expect(told[1]).toMatchObject({ reversesEntryId, grade: 'P3' });
    await expect(
      write(ines, week, [{ day: week, reversesEntryId }], corrected.version),
    ).rejects.toMatchObject(refused('resourcing/entry-reversed'));
  });

  test('cannot be changed in the database either', async () => {
    await expect(
      resourcing.rows('UPDATE time_entry SET minutes = minutes + 1 WHERE is_approved'),
    ).rejects.toThrow(/never changed or deleted/);
    await expect(resourcing.rows('DELETE FROM time_entry WHERE is_approved')).rejects.toThrow(
      /never changed or deleted/,
    );
  });
});

describe('closed time', () => {
  const week = '2026-06-01';
  const line = { day: week, projectId: '', minutes: 480 };

  test('takes no line; a line of it is taken back on an open day; it is not closed over sheets that wait', async () => {
    const { entries } = await approved(ines, week, [{ ...line, projectId: bridge.projectId }]);
    const reversesEntryId = entries[0]?.entryId ?? '';
    const keeping = await resourcing.ask(lea, TimeKeeping, {});
    const pending = await write(ole, week, [{ day: week, background: 'other', minutes: 60 }], 0);
    await resourcing.ask(ole, SubmitTimesheet, { weekStart: week });
    const lock = { lockedThrough: '2026-06-30' };
    await expect(resourcing.ask(lea, KeepTime, lock)).rejects.toMatchObject(
      refused('resourcing/timesheets-waiting'),
    );
    await resourcing.ask(lea, DecideTimesheet, { sheetId: pending.id, outcome: 'returned' });
    const kept = await resourcing.ask(lea, KeepTime, lock, { version: keeping.version });
    await expect(resourcing.ask(lea, KeepTime, lock, { version: keeping.version })).rejects.toMatchObject(
      refused('resourcing/version-conflict'),
    );
    await expect(
      resourcing.ask(lea, KeepTime, { lockedThrough: '2026-06-29' }, { version: kept.version }),
    ).rejects.toMatchObject(refused('resourcing/lock-goes-forward'));

    await expect(resourcing.ask(ole, SubmitTimesheet, { weekStart: week })).rejects.toMatchObject(
      refused('resourcing/period-locked'),
    );
    await expect(
      resourcing.rows(
        'UPDATE time_entry SET is_approved = true, approved_at = now() WHERE day = $1 AND NOT is_approved',
        week,
      ),
    ).rejects.toThrow(/Time is closed/);
    await approved(ines, '2026-07-06', [{ day: '2026-07-06', reversesEntryId }]);
    expect((await resourcing.announced(TimeBooked, bridge.projectId)).at(-1)).toMatchObject({
      day: '2026-07-06',
      minutes: -480,
      reversesEntryId,
    });
  });
});

describe('a sheet that does not come', () => {
  test('is told once to be missing, and once more when it comes; leave of a week owes no sheet', async () => {
    const week = weeksAgo(2);
    const leave = { workerKey: 'hr:T-3', employeeNumber: 'T-3', leaveKey: 'hr:leave-1' };
    await resourcing.hears(LeaveApproved, { ...leave, from: week, to: dayAfter(week, 6) });
    const missing = await resourcing.ask(lea, MissingTimesheets, { weekStart: week });
    expect(missing.isOverdue).toBe(true);
    expect(missing.missing.map(({ personName }) => personName)).toEqual(['Ada Boss', 'Ines Moreau']);
    await resourcing.ask(lea, KeepTime, { keptFrom: week });
    expect((await chased(week))[0]).toMatchObject({ state: 'missing', lineManagerId: boss.personId });
    await resourcing.ask(ines, SubmitTimesheet, { weekStart: week });
    const after = await resourcing.announced(TimesheetMissed, ines.personId);
    expect(after.filter(({ weekStart }) => weekStart === week).map(({ state }) => state)).toEqual([
      'missing',
      'handed-in',
    ]);
    await resourcing.restart();
    const before = dayAfter(week, -7);
    await resourcing.ask(lea, KeepTime, { keptFrom: before });
    await chased(before);
    const ofBoss = await resourcing.announced(TimesheetMissed, boss.personId);
    expect(ofBoss.filter(({ weekStart }) => weekStart === week)).toHaveLength(1);
    const others = await resourcing.ask(boss, MissingTimesheets, { weekStart: week });
    expect(others.missing).toEqual([]);
    const all = await resourcing.ask(lea, MissingTimesheets, { weekStart: week });
    expect(all.missing).toMatchObject([{ personName: 'Ada Boss', isChased: true, isBegun: false }]);
  });
});

/** What was told of the sheet of Ines of a week, as soon as it was. */
function chased(week: string) {
  return eventually(
    async () => {
      const told = await resourcing.announced(TimesheetMissed, ines.personId);
      const ofWeek = told.filter(({ weekStart }) => weekStart === week);
      if (ofWeek.length === 0) throw new Error('Nobody was told yet.');
      return ofWeek;
    },
    { timeoutMs: 60_000 },
  );
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of a week that is over. */
function weeksAgo(weeks: number): string {
  const today = new Date();
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  return dayAfter(today.toISOString().slice(0, 10), -(sinceMonday + 7 * weeks));
}
