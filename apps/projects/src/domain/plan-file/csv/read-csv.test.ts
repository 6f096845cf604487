import { expect, test } from '@jest/globals';
import { fidelityOf } from '../../fidelity/plan-fidelity.js';
import { readPlanFile } from '../read-plan-file.js';

const read = (text: string, name = 'Bridge.csv') => readPlanFile(new TextEncoder().encode(text), name);

const LIST = `ID,WBS,Task Name,Start,Finish,Duration,Predecessors,Resource Names,% Complete,Constraint,Constraint Date,Risk owner
1,1,Bridge,,,,,,,,,
2,1.1,Dig,2026-01-05,2026-01-06,2 days,,Ada;Bob[50%],50%,,,Grace
3,1.2,"Pave, twice",2026-01-08,2026-01-12,3d,2FS+1d,,,,,
4,1.3,Open,2026-01-12 17:00,,0d,3,,,Finish No Later Than,2026-01-16,
`;

test('a list as people write it is a plan: outline by its numbers, durations in words, dates of working days', () => {
  const { plan, report } = read(LIST);
  expect(plan.header).toMatchObject({ name: 'Bridge', start: '2026-01-05T08:00:00' });
  expect(
    plan.tasks.map(({ uid, name, outlineLevel, parentUid, isSummary }) => [
      uid,
      name,
      outlineLevel,
      parentUid,
      isSummary,
    ]),
  ).toEqual([
    [1, 'Bridge', 1, null, true],
    [2, 'Dig', 2, 1, false],
    [3, 'Pave, twice', 2, 1, false],
    [4, 'Open', 2, 1, false],
  ]);
  expect(plan.tasks[1]).toMatchObject({
    start: '2026-01-05T08:00:00',
    finish: '2026-01-06T17:00:00',
    durationMinutes: 960,
    actual: { percentComplete: 50 },
    customFields: [{ name: 'Risk owner', kind: 'text', value: 'Grace' }],
  });
  expect(plan.tasks[3]).toMatchObject({
    isMilestone: true,
    constraint: { type: 'finish-no-later-than', date: '2026-01-16T17:00:00' },
  });
  expect(plan.links).toEqual([
    {
      predecessorUid: 2,
      successorUid: 3,
      type: 'finish-start',
      lagKind: 'working',
      lagMinutes: 480,
      lagPercent: null,
      lagUnit: 'day',
    },
    {
      predecessorUid: 3,
      successorUid: 4,
      type: 'finish-start',
      lagKind: 'working',
      lagMinutes: 0,
      lagPercent: null,
      lagUnit: 'day',
    },
  ]);
  expect(plan.resources.map(({ name }) => name)).toEqual(['Ada', 'Bob']);
  expect(plan.assignments.map(({ taskUid, resourceUid, units }) => [taskUid, resourceUid, units])).toEqual([
    [2, 1, 1],
    [2, 2, 0.5],
  ]);
  expect(report.counts.task).toMatchObject({ inFile: 4, read: 4, leftOut: 0 });
});

test('its dates come out of the network again', () => {
  expect(fidelityOf(read(LIST))).toMatchObject({ datesCompared: 5, datesEqual: 5, differences: [] });
});

test('semicolons between cells, a decimal comma, no ids: rows are numbered', () => {
  const { plan } = read('Name;Duration;Predecessors\nDig;2,5d;\nPave;1d;"1SS+50%"\n');
  expect(plan.tasks.map(({ uid, durationMinutes }) => [uid, durationMinutes])).toEqual([
    [1, 1_200],
    [2, 480],
  ]);
  expect(plan.links).toMatchObject([
    { type: 'start-start', lagKind: 'percent', lagPercent: 50, lagMinutes: 600 },
  ]);
});

test('a list is known by its headings as well as by its name', () => {
  expect(read('Name,Duration\nDig,1d\n', 'list').plan.tasks).toHaveLength(1);
  expect(read('Name,Duration\nDig,1d\n', 'list').plan.format).toBe('csv');
});

test('links to nothing, to the task itself and in a circle are left out and counted', () => {
  const { plan, report } = read('ID,Name,Duration,Predecessors\n1,A,1d,2\n2,B,1d,"1, 2, 9"\n');
  expect(plan.links).toHaveLength(1);
  expect(report.counts.link).toMatchObject({ inFile: 4, read: 1, leftOut: 3 });
  expect(report.leftOut.map(({ reason }) => reason).sort()).toEqual([
    'link-cycle',
    'missing-task',
    'self-link',
  ]);
});

test('a broken line and a line without a name are left out; the rest is read', () => {
  const { plan, report } = read('ID,Name\n1,A\n2,"B\n3,C\n4,\n');
  expect(plan.tasks.map(({ name }) => name)).toEqual(['A', 'C']);
  expect(report.leftOut.map(({ reason }) => reason)).toEqual(['broken-row', 'empty-row']);
});
