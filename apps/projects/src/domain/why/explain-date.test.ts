import { expect, test } from '@jest/globals';
import { compileCalendar, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import { compileNetwork, schedule } from '@meridian/network';
import type { Activity, Link, ScheduleOptions } from '@meridian/network';
import { explainDate } from './explain-date.js';

const MONDAY = momentFromIso('2026-03-02T08:00');
const THURSDAY = momentFromIso('2026-03-12T08:00');
const NAMES = new Map([
  ['dig', 'Dig'],
  ['pour', 'Pour'],
]);

/** Dig takes a day, Pour two; both may be changed. */
function kinds(
  changes: { readonly dig?: Partial<Activity>; readonly pour?: Partial<Activity> },
  options: Partial<ScheduleOptions> = {},
  links: readonly Link[] = [{ from: 'dig', to: 'pour', kind: 'FS' }],
) {
  const network = compileNetwork({
    activities: [
      { id: 'dig', durationMinutes: 480, ...changes.dig },
      { id: 'pour', durationMinutes: 960, ...changes.pour },
    ],
    links,
    projectCalendar: compileCalendar(STANDARD_CALENDAR),
  });
  const computed = schedule(network, { projectStart: MONDAY, ...options } as ScheduleOptions);
  return explainDate(computed, NAMES, { taskId: 'pour', end: 'start' });
}

test('a constraint ends the chain with its date', () => {
  const [step, ...others] = kinds({ pour: { constraint: { kind: 'SNET', at: THURSDAY } } });
  expect(others).toEqual([]);
  expect(step).toMatchObject({
    name: 'Pour',
    at: '2026-03-12T08:00:00',
    kind: 'constraint',
    sentence: 'Its constraint says "start no earlier than 2026-03-12 08:00".',
  });
});

test('a delay by levelling says from where it was put later, and goes on with the link', () => {
  const steps = kinds({ pour: { delay: { minutes: 480 } } });
  expect(steps.map(({ kind }) => kind)).toEqual(['levelling-delay', 'link', 'work', 'project-start']);
  expect(steps[0]).toMatchObject({
    at: '2026-03-04T08:00:00',
    sentence: 'Levelling put it 8 hours later than its links ask (2026-03-03 08:00).',
  });
});

test('a lag is told with its hours, and a weekend in between is a step of the calendar', () => {
  const steps = kinds({}, {}, [{ from: 'dig', to: 'pour', kind: 'FS', lag: { minutes: 4 * 480 } }]);
  expect(steps.map(({ kind, at }) => [kind, at])).toEqual([
    ['calendar', '2026-03-09T08:00:00'],
    ['link', '2026-03-06T17:00:00'],
    ['work', '2026-03-02T17:00:00'],
    ['project-start', '2026-03-02T08:00:00'],
  ]);
  expect(steps[1]?.sentence).toBe(
    'It starts after the finish of "Dig" (2026-03-02 17:00), plus 32 working hours.',
  );
});

test('what is not done waits for the data date', () => {
  const statusDate = momentFromIso('2026-03-05T00:00');
  const steps = kinds({}, { statusDate });
  expect(steps.at(-1)).toMatchObject({ name: 'Dig', kind: 'data-date', at: '2026-03-05T08:00:00' });
});

test('what remains of a running task goes on at the data date', () => {
  const steps = kinds(
    {},
    {
      statusDate: momentFromIso('2026-03-05T00:00'),
      progress: new Map([['dig', { actualStart: MONDAY, remainingMinutes: 240 }]]),
    },
  );
  expect(steps.map(({ name, kind }) => [name, kind])).toEqual([
    ['Pour', 'link'],
    ['Dig', 'progress'],
    ['Dig', 'data-date'],
  ]);
  expect(steps[1]?.sentence).toBe('It is running; the 4 hours that remain go on on 2026-03-05 08:00.');
});

test('a task by hand and a task as late as possible say so', () => {
  const byHand = { start: THURSDAY, finish: momentFromIso('2026-03-12T17:00') };
  expect(kinds({ pour: { manual: byHand } })).toMatchObject([
    { kind: 'manual', sentence: 'It is scheduled by hand for 2026-03-12 08:00.' },
  ]);
  const late = kinds({ dig: { durationMinutes: 4_800 }, pour: { constraint: { kind: 'ALAP' } } }, {}, []);
  expect(late.map(({ kind }) => kind)).toEqual(['work', 'project-finish']);
});
