import { describe, expect, test } from '@jest/globals';
import { planOfFile } from '../plan/plan-of-file.js';
import { planNetwork, schedulePlan } from '../plan/schedule-plan.js';
import { readPlanFile } from '../plan-file/read-plan-file.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import { exportPlan } from './export-plan.js';
import { planFileOfPlan } from './plan-file-of-plan.js';

const SHIFTS = [
  ['08', '12'],
  ['13', '17'],
].map(
  ([from, to]) => `<WorkingTime><FromTime>${from}:00:00</FromTime><ToTime>${to}:00:00</ToTime></WorkingTime>`,
);
const WEEK = [1, 2, 3, 4, 5, 6, 7].map((day) =>
  day === 1 || day === 7
    ? `<WeekDay><DayType>${day}</DayType><DayWorking>0</DayWorking></WeekDay>`
    : `<WeekDay><DayType>${day}</DayType><DayWorking>1</DayWorking><WorkingTimes>${SHIFTS.join('')}</WorkingTimes></WeekDay>`,
);

/** A day of March 2026 of an assignment; the 2nd is a Monday. */
const onDay = (type: number, day: number, hours: number): string =>
  `<TimephasedData><Type>${type}</Type><UID>1</UID><Start>2026-03-${String(day).padStart(2, '0')}T08:00:00</Start>` +
  `<Finish>2026-03-${String(day).padStart(2, '0')}T17:00:00</Finish><Unit>2</Unit><Value>PT${hours}H0M0S</Value></TimephasedData>`;

function project(task: string, phases: string, resource = 1): PlanFile {
  return read(
    `<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>` +
      `<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${WEEK.join('')}</WeekDays></Calendar></Calendars>` +
      `<Tasks><Task><UID>1</UID><Name>Dig</Name><Start>2026-03-02T08:00:00</Start><Work>PT40H0M0S</Work>${task}</Task></Tasks>` +
      `<Resources><Resource><UID>1</UID><Name>Ada</Name><Type>1</Type><CalendarUID>1</CalendarUID></Resource></Resources>` +
      `<Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>${resource}</ResourceUID><Work>PT40H0M0S</Work>${phases}</Assignment></Assignments></Project>`,
  );
}

function read(text: string): PlanFile {
  return readPlanFile(Buffer.from(text), 'plan.xml').plan;
}

/** What the service keeps of a plan file and computes from it. */
function adopted(file: PlanFile) {
  const taken = planOfFile(file, {
    planVersion: 1,
    earlier: [],
    isSameLineage: false,
    newId: () => 'dig',
    takesMoney: true,
    fallbackStart: '2026-03-02T08:00:00',
  });
  const { dates, finish } = schedulePlan(planNetwork(taken), taken.tasks);
  const assignments = file.assignments.flatMap(({ resourceUid }) =>
    resourceUid === null
      ? []
      : [
          {
            taskId: 'dig',
            resourceName: 'Ada',
            resourceKey: null,
            resourceKind: 'work',
            unitsPercent: 100,
            workMinutes: 2400,
          },
        ],
  );
  const names = { fileGuid: null, name: 'Wall', manager: null, currency: 'EUR', statusDate: null };
  return { ...names, ...taken, dates, finish, assignments };
}

/** Written by the product and read again. */
function again(file: PlanFile, format: 'mspdi' | 'pmxml') {
  return adopted(read(exportPlan(planFileOfPlan(adopted(file)), format).content));
}

const factsOf = ({ tasks: [task], dates }: ReturnType<typeof adopted>) => ({
  start: dates.get('dig')?.start,
  finish: dates.get('dig')?.finish,
  durationMinutes: task?.durationMinutes,
  idleMinutes: task?.idleMinutes,
  pauses: task?.pauses,
  remainingMinutes: task?.remainingMinutes,
});

/** Five days of work with Tuesday and the Friday after it free. */
const TWO_PAUSES = [2, 3, 4, 5, 6, 9, 10]
  .map((day) => onDay(1, day, day === 3 || day === 6 ? 0 : 8))
  .join('');
/** Two days done, Wednesday free and Friday to be free. */
const BEGUN =
  '<Duration>PT40H0M0S</Duration><PercentComplete>40</PercentComplete><ActualStart>2026-03-02T08:00:00</ActualStart>' +
  '<Stop>2026-03-03T17:00:00</Stop><Resume>2026-03-05T08:00:00</Resume><RemainingDuration>PT24H0M0S</RemainingDuration>';
const BEGUN_PHASES =
  onDay(2, 2, 8) + onDay(2, 3, 8) + [5, 6, 9, 10].map((day) => onDay(1, day, day === 6 ? 0 : 8)).join('');

describe('a split task keeps its pauses', () => {
  const planned = project('<Duration>PT40H0M0S</Duration>', TWO_PAUSES);
  const begun = project(BEGUN, BEGUN_PHASES);

  test('they are read where they are', () => {
    expect(factsOf(adopted(planned))).toEqual({
      start: '2026-03-02T08:00:00',
      finish: '2026-03-10T17:00:00',
      durationMinutes: 2400,
      idleMinutes: 960,
      pauses: [
        { afterMinutes: 480, minutes: 480 },
        { afterMinutes: 1920, minutes: 480 },
      ],
      remainingMinutes: null,
    });
    expect(factsOf(adopted(begun))).toMatchObject({
      finish: '2026-03-10T17:00:00',
      idleMinutes: 960,
      pauses: [
        { afterMinutes: 960, minutes: 480 },
        { afterMinutes: 1920, minutes: 480 },
      ],
      remainingMinutes: 3 * 480 + 960,
    });
  });

  test.each([
    ['before it begins', planned],
    ['when nobody has been given the work', project('<Duration>PT40H0M0S</Duration>', TWO_PAUSES, -65535)],
    ['when it has begun', begun],
    [
      'when it has ended',
      project(
        '<Duration>PT40H0M0S</Duration><PercentComplete>100</PercentComplete><ActualStart>2026-03-02T08:00:00</ActualStart>' +
          '<ActualFinish>2026-03-10T17:00:00</ActualFinish><Finish>2026-03-10T17:00:00</Finish>',
        TWO_PAUSES.replaceAll('<Type>1', '<Type>2'),
      ),
    ],
  ])('%s, out as Microsoft Project XML and in again', (_when, file) => {
    expect(factsOf(again(file, 'mspdi'))).toEqual(factsOf(adopted(file)));
  });

  test('in Primavera XML one suspension stays one, other pauses count as duration, and the dates stay', () => {
    expect(factsOf(again(planned, 'pmxml'))).toMatchObject({
      finish: '2026-03-10T17:00:00',
      durationMinutes: 2400 + 960,
      idleMinutes: 0,
    });
    expect(factsOf(again(begun, 'pmxml'))).toMatchObject({
      finish: '2026-03-10T17:00:00',
      durationMinutes: 2400 + 480,
      idleMinutes: 480,
      pauses: [{ afterMinutes: 960, minutes: 480 }],
    });
    const { losses } = exportPlan(planFileOfPlan(adopted(planned)), 'pmxml').report;
    expect(losses.find(({ field }) => field === 'durationMinutes')?.sentence).toContain(
      'Primavera suspends an activity once',
    );
  });
});

describe('a suspended activity of Primavera goes on where it is resumed, or on the data date', () => {
  /** Two weeks of work, begun on Monday, suspended on Wednesday evening. Remaining: seven days. */
  const suspended = (dataDate: string, resume: string): PlanFile =>
    read(
      `<APIBusinessObjects><Calendar><ObjectId>1</ObjectId><Name>Standard</Name><Type>Global</Type><StandardWorkWeek>${[
        'Monday',
        'Tuesday',
        'Wednesday',
        'Thursday',
        'Friday',
      ]
        .map(
          (day) =>
            `<StandardWorkHours><DayOfWeek>${day}</DayOfWeek><WorkTime><Start>08:00:00</Start><Finish>15:59:00</Finish></WorkTime></StandardWorkHours>`,
        )
        .join('')}</StandardWorkWeek></Calendar>` +
        `<Project><ObjectId>1</ObjectId><Id>P</Id><PlannedStartDate>2026-03-02T08:00:00</PlannedStartDate><DataDate>${dataDate}</DataDate>` +
        `<ActivityDefaultCalendarObjectId>1</ActivityDefaultCalendarObjectId><Activity><ObjectId>7</ObjectId><Id>A</Id><Name>Dig</Name>` +
        `<CalendarObjectId>1</CalendarObjectId><PlannedDuration>80</PlannedDuration><RemainingDuration>56</RemainingDuration>` +
        `<ActualStartDate>2026-03-02T08:00:00</ActualStartDate><SuspendDate>2026-03-04T16:00:00</SuspendDate><ResumeDate>${resume}</ResumeDate>` +
        `<Status>In Progress</Status></Activity></Project></APIBusinessObjects>`,
    );

  test.each([
    ['suspended at the data date', '2026-03-05T08:00:00', '2026-03-09T08:00:00', '2026-03-17T16:00:00'],
    ['suspended some days before it', '2026-03-06T08:00:00', '2026-03-09T08:00:00', '2026-03-17T16:00:00'],
    ['resumed before it', '2026-03-12T08:00:00', '2026-03-09T08:00:00', '2026-03-20T16:00:00'],
  ])('%s', (_what, dataDate, resume, finish) => {
    const file = suspended(dataDate, resume);
    expect(factsOf(adopted(file)).finish).toBe(finish);
    expect(factsOf(again(file, 'pmxml'))).toMatchObject({ finish });
  });
});
