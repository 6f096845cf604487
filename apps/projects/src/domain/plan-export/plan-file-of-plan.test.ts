import { describe, expect, test } from '@jest/globals';
import { planOfFile } from '../plan/plan-of-file.js';
import { planNetwork, schedulePlan } from '../plan/schedule-plan.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import { readPlanFile } from '../plan-file/read-plan-file.js';
import { exportPlan } from './export-plan.js';
import { planFileOfPlan } from './plan-file-of-plan.js';
import type { AdoptedPlan } from './plan-file-of-plan.js';

const LIST = `ID,WBS,Activity ID,Name,Start,Finish,Duration,Predecessors,Resources,Constraint Type,Constraint Date,Deadline,% Complete,Actual Start,Remaining Duration,Baseline Start,Baseline Finish,Cost
1,1,,Bridge,,,,,,,,,,,,,,
2,1.1,B10,Dig,2026-03-02,2026-03-04,3d,,Ada; Crane[200%],,,,50,2026-03-02,1.5d,2026-03-02,2026-03-03,1200.50
3,1.2,B20,Pave,,,2d,2FS+1d,Ada,SNET,2026-03-09,2026-03-20,,,,,,800
4,1.3,B30,Cure,,,2ed,3,,,,,,,,,,
5,1.4,B40,Open,,,0d,3FF-50%,,,,,,,,,,
`;

/** What the service keeps of a plan file. */
function adopted(file: PlanFile): AdoptedPlan {
  let count = 0;
  const taken = planOfFile(file, {
    planVersion: 1,
    earlier: [],
    isSameLineage: false,
    hasOwnBaseline: false,
    newId: () => `id-${(count += 1)}`,
    takesMoney: true,
    fallbackStart: '2026-03-02T08:00:00',
  });
  const computed = schedulePlan(planNetwork(taken), taken.tasks);
  const names = new Map(file.resources.map(({ uid, name }) => [uid, name]));
  return {
    fileGuid: file.header.guid,
    name: 'Bridge',
    manager: 'Grace',
    currency: 'EUR',
    statusDate: null,
    ...taken,
    finish: computed.finish,
    dates: computed.dates,
    assignments: file.assignments.map(({ taskUid, resourceUid, units }) => ({
      taskId: taken.taskIdByUid.get(taskUid)!,
      resourceName: names.get(resourceUid!)!,
      resourceKey: null,
      resourceKind: 'work',
      unitsPercent: (units ?? 1) * 100,
      workMinutes: 0,
    })),
  };
}

const read = (text: string, name: string): PlanFile =>
  readPlanFile(new TextEncoder().encode(text), name).plan;
const datesByUid = ({ tasks, dates }: AdoptedPlan) =>
  tasks.map(({ uid, taskId }) => [uid, dates.get(taskId)?.start, dates.get(taskId)?.finish]);

describe('an adopted plan as a file', () => {
  const before = adopted(read(LIST, 'Bridge.csv'));
  const file = planFileOfPlan(before);

  test('carries its tasks by the UIDs they came with, with the dates that were computed here', () => {
    expect(
      file.tasks.map(({ uid, name, outlineLevel, parentUid }) => [uid, name, outlineLevel, parentUid]),
    ).toEqual([
      [1, 'Bridge', 1, null],
      [2, 'Dig', 2, 1],
      [3, 'Pave', 2, 1],
      [4, 'Cure', 2, 1],
      [5, 'Open', 2, 1],
    ]);
    const pave = file.tasks[2]!;
    expect(pave).toMatchObject({
      start: '2026-03-09T08:00:00',
      finish: '2026-03-10T17:00:00',
      deadline: '2026-03-20T17:00:00',
    });
    expect(file.tasks[1]).toMatchObject({
      actual: { start: '2026-03-02T08:00:00', percentComplete: 50, remainingDurationMinutes: 720 },
      baselines: [{ number: 0, start: '2026-03-02T08:00:00', finish: '2026-03-03T17:00:00' }],
      cost: { totalMinor: 120_050n },
    });
    expect(file.resources.map(({ name }) => name)).toEqual(['Ada', 'Crane']);
    expect(file.assignments.map(({ taskUid, resourceUid, units }) => [taskUid, resourceUid, units])).toEqual([
      [2, 1, 1],
      [2, 2, 2],
      [3, 1, 1],
    ]);
  });

  test.each(['mspdi', 'pmxml', 'csv'] as const)(
    'goes out as %s, comes back and has the same dates',
    (format) => {
      const { content } = exportPlan(file, format);
      const after = adopted(read(content, format === 'csv' ? 'plan.csv' : 'plan.xml'));
      const withoutSummary = (plan: AdoptedPlan) => datesByUid(plan).filter(([uid]) => uid !== 1);
      expect(withoutSummary(after)).toEqual(withoutSummary(before));
    },
  );

  test('its calendars keep their hours, shifts over midnight too, and the first of two exceptions counts again', () => {
    const calendars = {
      '7': {
        name: 'Nights',
        week: { friday: [{ from: '22:00', to: '06:00' }], sunday: [{ from: '20:00', to: '24:00' }] },
        exceptions: [
          { name: 'Closed', from: '2026-04-03', to: '2026-04-06' },
          {
            name: 'Open after all',
            from: '2026-04-04',
            to: '2026-04-04',
            shifts: [{ from: '08:00', to: '12:00' }],
          },
        ],
      },
    };
    const [calendar] = planFileOfPlan({ ...before, calendars }).calendars;
    const shiftsOn = (weekday: number) => calendar!.weekdays.find((rule) => rule.weekday === weekday)!.shifts;
    expect(shiftsOn(5)).toEqual([{ fromMinute: 1_320, toMinute: 1_440 }]);
    expect(shiftsOn(6)).toEqual([{ fromMinute: 0, toMinute: 360 }]);
    expect(shiftsOn(7)).toEqual([{ fromMinute: 1_200, toMinute: 1_440 }]);
    expect(calendar!.exceptions.map(({ name }) => name)).toEqual(['Open after all', 'Closed']);
  });

  test('a plan from Primavera goes on with the rules it came with', () => {
    const settings = {
      ...before.settings,
      lagCalendar: 'predecessor',
      statusDate: '2026-03-05T08:00:00',
      honour: 'link',
    } as const;
    const again = read(
      exportPlan(planFileOfPlan({ ...before, statusDate: '2026-03-05', settings }), 'pmxml').content,
      'plan.xml',
    );
    expect(again.header).toMatchObject({ lagCalendar: 'predecessor', honourConstraints: false });
    expect(again.header.progress.remainsAfterStatusDate).toBe(true);
  });
});
