import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  GroupPerformance,
  PerformanceReady,
  PerformanceSeen,
  PersonPerformance,
  SeePerformance,
  TeamPerformance,
} from '@meridian/contracts-resourcing';
import { eventually, person, ServiceUnderTest } from '@meridian/testing';
import type { TestPerson } from '@meridian/testing';
import { pastPlan, progress } from './past-plan.js';
import type { PastPlan, PastTask } from './past-plan.js';
import { lea, recordWorker, worker } from './workers.js';

const STEP_MS = 120_000;
/** The weeks from 4 January to 4 April 2021. */
const period = '2021-Q1';
const anna = person('pmo-manager', 'Anna');
const ines = worker('P-1', 'Ines Moreau');
const boss = worker('P-2', 'Ada Boss');
const ole = worker('P-3', 'Ole Lindqvist');

let resourcing: ServiceUnderTest;
let bridge: PastPlan;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  await record('P-2', 'Ada Boss');
  await record('P-1', 'Ines Moreau', boss.personId);
  await record('P-3', 'Ole Lindqvist', ines.personId);
  const week = { start: '2021-01-11', finish: '2021-01-15' };
  const own = (name: string, doneOn: string): PastTask => ({
    name,
    email: 'p-1@example.org',
    ...week,
    doneOn,
  });
  const foundation = {
    name: 'Foundation',
    email: 'p-3@example.org',
    start: '2021-01-04',
    finish: '2021-01-08',
  };
  const piers = { ...own('Piers', '2021-01-22'), before: ['Foundation'], startedOn: '2021-01-15' };
  bridge = await pastPlan(resourcing, {
    name: 'Bridge',
    acceptedOn: '2021-02-01',
    tasks: [
      { ...foundation, doneOn: '2021-01-14' },
      piers,
      own('Deck', '2021-01-15'),
      own('Rail', '2021-01-14'),
    ],
  });
  await pastPlan(resourcing, {
    name: 'Secret',
    isConfidential: true,
    acceptedOn: '2021-02-01',
    tasks: [own('Hidden gate', '2021-01-15'), own('Hidden door', '2021-01-13')],
  });
}, STEP_MS);

afterAll(() => resourcing?.end(), STEP_MS);

function record(employeeNumber: string, name: string, lineManagerId?: string) {
  return recordWorker(resourcing, { employeeNumber, name, orgUnit: 'Yard', lineManagerId });
}

const refused = (code: string) => expect.objectContaining({ code });
const figuresOf = (asker: TestPerson, personId?: string) =>
  resourcing.ask(asker, PersonPerformance, { period, ...(personId !== undefined && { personId }) });

test('a person reads the own figures at any time, with what is behind them', async () => {
  const { figures, version, isFrozen } = await figuresOf(ines);
  expect({ version, isFrozen }).toEqual({ version: 0, isFrozen: false });
  const [onTime, estimates, , utilisation, , waiting] = figures;
  expect(onTime).toMatchObject({ kind: 'on-time', counted: 4, of: 5, ofWhat: 'accepted-tasks', percent: 80 });
  expect(onTime?.rows.map(({ name }) => name).sort()).toEqual([
    'Deck',
    'Hidden door',
    'Hidden gate',
    'Piers',
    'Rail',
  ]);
  expect(estimates).toMatchObject({ known: 0, isEnough: false });
  expect(utilisation).toMatchObject({ ofWhat: 'minutes-net-of-leave', isEnough: false });
  expect(waiting).toMatchObject({ counted: 4, of: 65, ofWhat: 'working-days', percent: 6.2 });
  expect(waiting?.rows).toMatchObject([{ name: 'Piers', counted: 4, day: '2021-01-11' }]);
  expect(waiting?.rows[0]?.note).toContain('"Foundation" was agreed for 2021-01-08');
});

test('nobody sees them before the person did: not the line manager, not the PMO, not a resource manager', async () => {
  await expect(figuresOf(boss, ines.personId)).rejects.toMatchObject(
    refused('resourcing/performance-not-released'),
  );
  for (const other of [anna, lea, ole]) {
    await expect(figuresOf(other, ines.personId)).rejects.toMatchObject(
      refused('resourcing/person-not-found'),
    );
  }
  const { people } = await resourcing.ask(boss, TeamPerformance, { period });
  expect(people).toEqual([
    { personId: ines.personId, personName: 'Ines Moreau', isSeen: false, isReleased: false },
  ]);
});

test('seen, they are settled and the line manager gets them with the comment, confidential work without its names', async () => {
  const sight = { period, comment: 'The foundation came a week late.' };
  await resourcing.ask(ines, SeePerformance, sight, { version: 0, key: 'one-look-only' });
  await resourcing.ask(ines, SeePerformance, sight, { version: 0, key: 'one-look-only' });
  await expect(resourcing.ask(ines, SeePerformance, { period }, { version: 0 })).rejects.toMatchObject(
    refused('resourcing/version-conflict'),
  );
  await progress(resourcing, bridge, 'Rail', { percentComplete: 60, asOf: '2021-03-01' });
  const own = await figuresOf(ines);
  const seen = await figuresOf(boss, ines.personId);
  expect(own).toMatchObject({ version: 1, isFrozen: true });
  expect(seen).toMatchObject({ isFrozen: true, comment: sight.comment, seenAt: own.seenAt });
  expect(seen.figures[0]).toMatchObject({ counted: 4, of: 5, percent: 80 });
  expect(seen.figures[0]?.rows.map(({ name }) => name).sort()).toEqual([
    'Confidential work',
    'Confidential work',
    'Deck',
    'Piers',
    'Rail',
  ]);
  expect(JSON.stringify(seen)).not.toContain('Hidden');
  for (const other of [anna, lea, ole]) {
    await expect(figuresOf(other, ines.personId)).rejects.toMatchObject(
      refused('resourcing/person-not-found'),
    );
  }
  const { people } = await resourcing.ask(boss, TeamPerformance, { period });
  expect(people).toMatchObject([{ isSeen: true, isReleased: true }]);
  expect(await resourcing.announced(PerformanceSeen, ines.personId)).toEqual([
    { personId: ines.personId, period },
  ]);
});

test('a period that runs is not settled, and what was seen stays in the table as well', async () => {
  const running = { period: '2099-Q4' };
  await expect(resourcing.ask(ines, SeePerformance, running)).rejects.toMatchObject(
    refused('resourcing/period-not-over'),
  );
  await expect(
    resourcing.rows(`UPDATE performance_review SET figures = '[]' WHERE person_id = $1::uuid`, ines.personId),
  ).rejects.toThrow(/Figures stay as they were seen/);
});

test('a person with approved time is told once, and after the notice the line manager sees without a look', async () => {
  await approvedTime(ole);
  await resourcing.restart();
  const [told] = await eventually(
    async () => {
      const all = await resourcing.announced(PerformanceReady, ole.personId);
      if (all.length === 0) throw new Error('Nothing was told.');
      return all;
    },
    { timeoutMs: 60_000 },
  );
  expect(told).toMatchObject({ personName: 'Ole Lindqvist', lineManagerId: ines.personId });
  expect(Object.keys(told ?? {})).not.toContain('figures');
  const question = { period: told?.period ?? '', personId: ole.personId };
  await expect(resourcing.ask(ines, PersonPerformance, question)).rejects.toMatchObject(
    refused('resourcing/performance-not-released'),
  );
  await resourcing.rows(
    `UPDATE performance_review SET released_on = '2021-01-01' WHERE person_id = $1::uuid`,
    ole.personId,
  );
  await resourcing.restart();
  const settled = await eventually(
    async () => {
      const answer = await resourcing.ask(ines, PersonPerformance, question);
      if (!answer.isFrozen) throw new Error('Not settled.');
      return answer;
    },
    { timeoutMs: 60_000 },
  );
  expect(settled).not.toHaveProperty('seenAt');
  expect(await resourcing.announced(PerformanceReady, ole.personId)).toHaveLength(1);
});

test('a unit of five is shown, one of four is hidden, and so is one of five to who knows one of them', async () => {
  const yard = [...Array.from({ length: 4 }, () => randomUUID()), ines.personId];
  await reviews('Yard', yard);
  await reviews(
    'Office',
    Array.from({ length: 4 }, () => randomUUID()),
  );
  await resourcing.restart();
  const question = { period: '2020-Q2' };
  const { groups, smallestGroup } = await eventually(
    async () => {
      const answer = await resourcing.ask(lea, GroupPerformance, question);
      if (answer.groups.length === 0) throw new Error('No groups were made.');
      return answer;
    },
    { timeoutMs: 60_000 },
  );
  expect(smallestGroup).toBe(5);
  expect(groups).toEqual([
    { orgUnit: 'Office', isHidden: true, figures: [] },
    {
      orgUnit: 'Yard',
      isHidden: false,
      figures: [{ kind: 'overtime', ofWhat: 'approved-minutes', percent: 10 }],
    },
  ]);
  for (const knowing of [boss, ines]) {
    const answer = await resourcing.ask(knowing, GroupPerformance, question);
    expect(answer.groups.map(({ isHidden }) => isHidden)).toEqual([true, true]);
  }
});

/** Approved lines of half a year, so that some lie in the last period whatever today is. */
async function approvedTime({ personId }: TestPerson): Promise<void> {
  await resourcing.rows(
    `WITH sheet AS (
       INSERT INTO timesheet (sheet_id, person_id, week_start, state, total_minutes)
       SELECT gen_random_uuid(), $1::uuid, to_char(date_trunc('week', now()) - n * interval '4 weeks', 'YYYY-MM-DD'), 'approved', 60
       FROM generate_series(1, 7) AS n RETURNING *)
     INSERT INTO time_entry (entry_id, sheet_id, person_id, place, day, background, minutes, is_approved, approved_at)
     SELECT gen_random_uuid(), sheet_id, person_id, 1, week_start, 'training', 60, true, now() FROM sheet`,
    personId,
  );
}

/** Settled figures of people who left the house since. */
async function reviews(orgUnit: string, personIds: readonly string[]): Promise<void> {
  const base = { known: 4, needed: 4, isEnough: true, rows: [] };
  const figure = { kind: 'overtime', ofWhat: 'approved-minutes', counted: 60, of: 600, ...base };
  await resourcing.rows(
    `INSERT INTO performance_review (person_id, period, org_unit, released_on, figures)
     SELECT one::uuid, '2020-Q2', $1, '2020-08-01', $2::jsonb FROM unnest($3::text[]) AS one`,
    orgUnit,
    JSON.stringify([figure]),
    personIds,
  );
}
