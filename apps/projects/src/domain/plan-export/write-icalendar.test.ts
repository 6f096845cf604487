import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BLANK_HEADER } from '../plan-file/blank-header.js';
import { BLANK_TASK } from '../plan-file/blank-task.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { PlanTask } from '../plan-file/plan-task.js';
import { exportCalendar } from './export-plan.js';
import { writeIcalendar } from './write-icalendar.js';

const OPTIONS = {
  now: '2026-11-23T12:00:00.000Z',
  calendarId: 'p-1',
  contents: 'milestones-and-tasks',
} as const;
const task = (uid: number, of: Partial<PlanTask>): PlanTask => ({
  ...BLANK_TASK,
  uid,
  id: uid,
  name: `Task ${uid}`,
  outlineLevel: 1,
  parentUid: null,
  wbs: null,
  start: '2026-03-02T08:00:00',
  finish: '2026-03-04T17:00:00',
  ...of,
});
const plan = (...tasks: readonly PlanTask[]): PlanFile => ({
  format: 'mspdi',
  header: { ...BLANK_HEADER, name: 'Bridge' },
  calendars: [],
  tasks,
  links: [],
  resources: [],
  assignments: [],
});

/** The lines of a calendar as a reader sees them: folded ones put together again (RFC 5545 3.1). */
const unfolded = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('a plan in the calendars of people', () => {
  test('a task goes from start to finish by the clock on the wall and keeps nobody busy', () => {
    const lines = unfolded(writeIcalendar(plan(task(1, {})), OPTIONS));
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'DTSTAMP:20261123T120000Z',
        'DTSTART:20260302T080000',
        'DTEND:20260304T170000',
        'SUMMARY:Task 1',
        'TRANSP:TRANSPARENT',
        'END:VCALENDAR',
      ]),
    );
  });

  test('a milestone takes the whole of its day, also the last of a year', () => {
    const lines = unfolded(
      writeIcalendar(plan(task(1, { isMilestone: true, finish: '2026-12-31T17:00:00' })), OPTIONS),
    );
    expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
    expect(lines).toContain('DTEND;VALUE=DATE:20270101');
  });

  test('a task keeps the UID of its event when it moves, and two plans never share one', () => {
    const uidOf = (of: Partial<PlanTask>, calendarId = 'p-1') =>
      unfolded(writeIcalendar(plan(task(7, of)), { ...OPTIONS, calendarId })).find((line) =>
        line.startsWith('UID:'),
      );
    expect(uidOf({ start: '2027-01-04T08:00:00', name: 'Moved' })).toBe(uidOf({}));
    expect(uidOf({}, 'p-2')).not.toBe(uidOf({}));
    expect(uidOf({ guid: '0ABF0B7C-1D58-4D6A-9A0F-0F8D3C2E1B4A' })).toBe(
      'UID:0abf0b7c-1d58-4d6a-9a0f-0f8d3c2e1b4a.p-1@meridian',
    );
  });

  test('summaries, inactive tasks and tasks without dates are not shown, and the report counts them', () => {
    const { content, report } = exportCalendar(
      plan(
        task(1, {}),
        task(2, { isSummary: true }),
        task(3, { isActive: false }),
        task(4, { start: null, finish: null }),
      ),
      OPTIONS,
    );
    expect(content.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(report.losses).toMatchObject([{ kind: 'task', count: 3 }]);
  });

  test('only milestones, when that is what was asked for', () => {
    const content = writeIcalendar(plan(task(1, {}), task(2, { isMilestone: true })), {
      ...OPTIONS,
      contents: 'milestones',
    });
    expect(content.match(/SUMMARY:.*/g)).toEqual(['SUMMARY:Task 2']);
  });

  test('any name comes through whole: no line is longer than 75 octets, none ends within a character', () => {
    const names = fc.string({ unit: fc.constantFrom(...'aé中🚀;,\\:" '), minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(names, (name) => {
        const content = writeIcalendar(plan(task(1, { name })), OPTIONS);
        for (const line of content.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toContain('\ufffd');
        }
        const summary = unfolded(content).find((line) => line.startsWith('SUMMARY:'))!;
        expect(summary.slice('SUMMARY:'.length).replace(/\\([;,\\])/g, '$1')).toBe(name);
      }),
      { numRuns: 200 },
    );
  });

  test('a line break in a name cannot add a line of its own', () => {
    const content = writeIcalendar(plan(task(1, { name: 'A\r\nATTENDEE:mailto:x@example.org' })), OPTIONS);
    expect(unfolded(content).some((line) => line.startsWith('ATTENDEE'))).toBe(false);
  });
});
