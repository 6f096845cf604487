import { compileCalendar, isoFromMoment, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import { expect, test } from '@jest/globals';
import { compileNetwork } from '../compile-network.js';
import { schedule } from '../schedule.js';

/**
 * ServiceNow's published example of a scheduling conflict: T1 as soon as possible on 20 January, one day; T2 must start no
 * later than 20 January; a finish-to-start link asks for 21 January.
 */
const DAY = 480;
const projectStart = momentFromIso('2025-01-20T08:00');
const network = compileNetwork({
  activities: [
    { id: 'T1', durationMinutes: DAY },
    { id: 'T2', durationMinutes: DAY, constraint: { kind: 'SNLT', at: projectStart } },
  ],
  links: [{ from: 'T1', to: 'T2', kind: 'FS' }],
  projectCalendar: compileCalendar(STANDARD_CALENDAR),
});

test('when constraints are honoured T2 starts on 20 January and the conflict is shown', () => {
  const result = schedule(network, { projectStart });
  expect(isoFromMoment(result.at('T2').earlyStart)).toBe('2025-01-20T08:00:00');
  expect(result.at('T2')).toMatchObject({
    totalFloatMinutes: -DAY,
    driver: { kind: 'constraint', constraint: 'SNLT' },
  });
  expect(result.clashes).toEqual([
    {
      kind: 'constraint',
      activityId: 'T2',
      constraint: 'SNLT',
      wantedAt: projectStart,
      logicAt: momentFromIso('2025-01-21T08:00'),
      end: 'start',
      honoured: 'constraint',
      linkIndex: 0,
    },
  ]);
});

test('when links are honoured T2 starts on 21 January, one day late, and the conflict is shown', () => {
  const result = schedule(network, { projectStart, honour: 'link' });
  expect(isoFromMoment(result.at('T2').earlyStart)).toBe('2025-01-21T08:00:00');
  expect(result.at('T2')).toMatchObject({ totalFloatMinutes: -DAY, driver: { kind: 'link', linkIndex: 0 } });
  expect(result.clashes).toMatchObject([{ activityId: 'T2', constraint: 'SNLT', honoured: 'link' }]);
});
