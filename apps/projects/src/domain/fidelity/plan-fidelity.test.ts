import { describe, expect, test } from '@jest/globals';
import { readPlanFile } from '../plan-file/read-plan-file.js';
import { fidelityAnswer, fidelityText } from './fidelity-answer.js';
import { fidelityOf } from './plan-fidelity.js';

const RUN = { at: '2026-11-23T12:00:00.000Z', machine: { cores: 4, memoryGb: 24, node: '20' } };

/** A plan of a standard week that begins on Monday 2 March 2026, with the tasks given as XML. */
function fidelity(tasks: string, project = '') {
  const days = [2, 3, 4, 5, 6]
    .map(
      (day) =>
        `<WeekDay><DayType>${day}</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime><WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>`,
    )
    .join('');
  const calendar = `<Calendars><Calendar><UID>1</UID><Name>Week</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays><WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay><WeekDay><DayType>7</DayType><DayWorking>0</DayWorking></WeekDay>${days}</WeekDays></Calendar></Calendars>`;
  const xml = `<Project xmlns="http://schemas.microsoft.com/project"><Name>P</Name><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>${project}${calendar}<Tasks>${tasks}</Tasks></Project>`;
  return fidelityOf(readPlanFile(new TextEncoder().encode(xml)));
}
const task = (uid: number, start: string, finish: string, more = '') =>
  `<Task><UID>${uid}</UID><Name>T${uid}</Name><OutlineLevel>1</OutlineLevel><Start>2026-03-${start}</Start><Finish>2026-03-${finish}</Finish><Duration>PT8H0M0S</Duration>${more}</Task>`;
const after = (uid: number) =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>1</Type></PredecessorLink>`;

describe('dates that come out again', () => {
  test('a plan that was scheduled as it says is equal to the minute', () => {
    const plan = fidelity(
      task(1, '02T08:00:00', '02T17:00:00') + task(2, '03T08:00:00', '03T17:00:00', after(1)),
    );
    expect(plan).toEqual({
      tasks: 2,
      links: 1,
      resources: 0,
      assignments: 0,
      datesCompared: 4,
      datesEqual: 4,
      differences: [],
    });
  });

  test('a date that nothing in the file explains is named with both dates', () => {
    const { differences, datesCompared, datesEqual } = fidelity(task(1, '04T08:00:00', '04T17:00:00'));
    expect([datesCompared, datesEqual]).toEqual([2, 0]);
    expect(differences[0]).toEqual({
      uid: 1,
      name: 'T1',
      end: 'start',
      stored: '2026-03-04T08:00:00',
      computed: '2026-03-02T08:00:00',
      cause: 'unknown',
      sentence: 'Nothing in the file explains it.',
    });
  });

  test('a successor of a task that differs differs because of it', () => {
    const { differences } = fidelity(
      task(1, '04T08:00:00', '04T17:00:00') + task(2, '05T08:00:00', '05T17:00:00', after(1)),
    );
    expect(
      differences.filter(({ uid }) => uid === 2).map(({ cause, sentence }) => [cause, sentence]),
    ).toEqual(
      Array.from({ length: 2 }, () => ['predecessor-differs', 'Its predecessor "T1" (1) differs already.']),
    );
  });

  test.each([
    ['link-left-out', after(9), 'A link to it was left out'],
    [
      'started',
      '<ActualStart>2026-03-03T08:00:00</ActualStart><PercentComplete>50</PercentComplete><RemainingDuration>PT40H0M0S</RemainingDuration>',
      'It began on 2026-03-03',
    ],
    [
      'constraint',
      '<ConstraintType>4</ConstraintType><ConstraintDate>2026-03-10T08:00:00</ConstraintDate>',
      '"start-no-earlier-than" on 2026-03-10',
    ],
    [
      'levelling',
      '<EarlyStart>2026-03-02T08:00:00</EarlyStart><EarlyFinish>2026-03-02T17:00:00</EarlyFinish>',
      'it was delayed by levelling',
    ],
    [
      'split',
      '<Stop>2026-03-02T12:00:00</Stop><Resume>2026-03-03T08:00:00</Resume>',
      'It was interrupted on',
    ],
  ])('the cause "%s" is found where the file shows it', (cause, more, sentence) => {
    const { differences } = fidelity(task(1, '04T08:00:00', '04T17:00:00', more));
    expect(differences.at(-1)).toMatchObject({ cause, sentence: expect.stringContaining(sentence) });
  });

  test('summaries and inactive tasks are not compared: the first follow, the others are not scheduled', () => {
    const inactive = task(1, '09T08:00:00', '09T17:00:00', '<Active>0</Active>');
    expect(fidelity(inactive)).toMatchObject({ tasks: 1, datesCompared: 0, datesEqual: 0 });
  });
});

test('the answer has the form of a benchmark, with a line a file and a share over all', () => {
  const [good, bad] = [
    fidelity(task(1, '02T08:00:00', '02T17:00:00')),
    fidelity(task(1, '04T08:00:00', '04T17:00:00')),
  ];
  const answer = fidelityAnswer(
    [
      { file: 'a.xml', ...good },
      { file: 'b.xml', ...bad },
      { file: 'c.mpp', refusal: 'It is binary.' },
    ],
    RUN,
  );
  expect(answer).toMatchObject({ name: 'fidelity', share: 0.5, goals: [{ figure: 'share', holds: false }] });
  expect(answer.figures.files).toEqual([
    { file: 'a.xml', tasks: 1, links: 0, resources: 0, assignments: 0, datesCompared: 2, datesEqual: 2 },
    { file: 'b.xml', tasks: 1, links: 0, resources: 0, assignments: 0, datesCompared: 2, datesEqual: 0 },
  ]);
  expect(answer.figures.share).toEqual({ median: 0.5, min: 0, max: 1, unit: 'share of dates', n: 2 });
  expect(answer.files).toHaveLength(3);
  const text = fidelityText(answer);
  expect(text).toContain('b.xml: 1 tasks, 0 links, 0 resources, 0 assignments; 0 of 2 dates equal');
  expect(text).toContain('c.mpp: refused. It is binary.');
  expect(text).toContain('In all 50.00 % of the dates are equal.');
});
