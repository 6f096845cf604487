import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PortfolioHealth, ProjectStatus, ProjectStatusChanged } from '@meridian/contracts-reporting';
import { ProjectStaffingChanged } from '@meridian/contracts-resourcing';
import { migrationDrift } from '@meridian/runtime';
import { eventually, person, ServiceUnderTest } from '@meridian/testing';
import { factsOf, idOf } from './portfolio-facts.js';
import { environmentOf, rebuilt, runRebuild } from './rebuild-run.js';
import { fact, TrialOwners } from './trial-owners.js';

const PROJECTS = 60;
const anna = person('pmo-manager', 'Anna');
let reporting: ServiceUnderTest;
let owners: TrialOwners;

beforeAll(async () => {
  reporting = await ServiceUnderTest.start('reporting');
  owners = await TrialOwners.start(reporting);
  for (let project = 1; project <= PROJECTS; project += 1) await owners.tell(factsOf(project));
  await owners.areHeard();
}, 120_000);

afterAll(async () => {
  await owners.end();
  await reporting.end();
});

const health = () => reporting.ask(anna, PortfolioHealth, { limit: 1_000 });
const linesOf = async () => (await health()).lines;

/** Asks again and again until `work` has ended; any question that fails fails the test. */
async function askingWhile<T>(work: Promise<T>): Promise<{ result: T; answers: number[] }> {
  let isRunning = true;
  const answers: number[] = [];
  const ended = work.finally(() => (isRunning = false));
  while (isRunning) answers.push((await health()).lines.length);
  return { result: await ended, answers };
}

describe('the rebuild of reporting', () => {
  test('gives the same rows from the records of the services, and answers all the while', async () => {
    const before = await linesOf();
    const { result, answers } = await askingWhile(rebuilt(reporting));
    expect(result).toMatchObject({
      events: PROJECTS * 11,
      rows: { project_status: PROJECTS, milestone: PROJECTS },
      differing: [],
      isEqual: true,
    });
    expect(Object.keys(result.owners)).toEqual([
      'budgeting',
      'governance',
      'projects',
      'quality',
      'resourcing',
    ]);
    expect(answers.length).toBeGreaterThan(3);
    expect(new Set(answers)).toEqual(new Set([PROJECTS]));
    expect(await linesOf()).toEqual(before);
  }, 60_000);

  test('announces nothing', async () => {
    const count = async () => (await reporting.announced(ProjectStatusChanged)).length;
    const before = await count();
    await rebuilt(reporting);
    expect(await count()).toBe(before);
  }, 60_000);

  test('loses no event that arrives meanwhile', async () => {
    const first = idOf('project', 1);
    let told = 0;
    let isRunning = true;
    const rebuilding = rebuilt(reporting).finally(() => (isRunning = false));
    while (isRunning) {
      told += 1;
      await owners.tell([...factsOf(2, told), staffed(first, told)]);
    }
    const during = await rebuilding;
    expect(told).toBeGreaterThan(3);
    expect(during).toMatchObject({ isEqual: true, differing: [] });
    await owners.areHeard();
    const [row] = await reporting.rows<{ booked_people: number }>(
      'SELECT booked_people FROM project_status WHERE project_id = $1',
      first,
    );
    expect(row).toEqual({ booked_people: told });
    expect(await rebuilt(reporting)).toMatchObject({ isEqual: true, events: await owners.told() });
  }, 90_000);

  test('puts right what somebody changed by hand, and names it', async () => {
    const projectId = idOf('project', 7);
    await reporting.rows('UPDATE project_status SET name = $2 WHERE project_id = $1', projectId, 'Wrong');
    await reporting.rows('DELETE FROM milestone WHERE milestone_id = $1', idOf('milestone', 8));
    const run = await runRebuild(environmentOf(reporting), ['reporting']);
    expect(run).toMatchObject({ exitCode: 2, stderr: '' });
    expect(run.stdout).toContain(
      `project_status ${projectId}: name was "Wrong", is "Project 7.0"\n  milestone ${idOf('milestone', 8)}: was missing`,
    );
    const { status } = await reporting.ask(anna, ProjectStatus, { projectId });
    expect(status.name).toBe('Project 7.0');
    expect(await runRebuild(environmentOf(reporting), ['reporting'])).toMatchObject({ exitCode: 0 });
  }, 60_000);

  test('finds the tables that the service is written for', async () => {
    const schemaFile = fileURLToPath(
      new URL('../../../apps/reporting/prisma/schema.prisma', import.meta.url),
    );
    expect(await migrationDrift({ url: reporting.home.url, schemaFile })).toBeUndefined();
  });

  test('is not needed for a new database: what starts with nothing ends with the same rows', async () => {
    const { checksum } = await rebuilt(reporting);
    await reporting.rows('DROP SCHEMA public CASCADE');
    await reporting.rows('CREATE SCHEMA public');
    await reporting.rows('DROP SCHEMA bus CASCADE');
    await reporting.restart();
    await owners.areHeard();
    expect((await rebuilt(reporting)).checksum.before).toBe(checksum.after);
  }, 180_000);

  test('leaves an event out that a person discarded', async () => {
    const projectId = idOf('project', 9);
    const before = await reporting.rows('SELECT * FROM project_status WHERE project_id = $1', projectId);
    const { unknowable, known } = { unknowable: staffed(projectId, 77), known: staffed(projectId, 5) };
    await reporting.rows('ALTER TABLE project_status ADD CONSTRAINT few CHECK (booked_people <> 77)');
    await owners.tell([unknowable, known]);
    const letter = await eventually(
      async () => {
        const [parked] = await reporting.rows<{ id: string }>('SELECT id FROM bus.dead_letter');
        if (!parked) throw new Error('Nothing is parked yet.');
        return parked;
      },
      { timeoutMs: 60_000 },
    );
    await reporting.rows('ALTER TABLE project_status DROP CONSTRAINT few');
    expect(await rebuilt(reporting)).toMatchObject({ isEqual: true });
    expect(await reporting.rows('SELECT * FROM project_status WHERE project_id = $1', projectId)).toEqual(
      before,
    );
    await reporting.rows(
      `UPDATE bus.dead_letter SET state = 'requested', asked_for = 'discard' WHERE id = $1`,
      letter.id,
    );
    await owners.areHeard();
    expect(await rebuilt(reporting)).toMatchObject({ isEqual: true });
    const [row] = await reporting.rows('SELECT * FROM project_status WHERE project_id = $1', projectId);
    expect(row).toMatchObject({ booked_people: 5 });
  }, 120_000);

  test('changes nothing and says so when an owner lost its record', async () => {
    const record = owners.recordOf('quality');
    const lost = idOf('project', 3);
    await record.$executeRawUnsafe(
      'CREATE TABLE kept AS SELECT * FROM bus.outbox WHERE aggregate_id = $1 AND sequence = 2'.replace(
        '$1',
        `'${lost}'`,
      ),
    );
    await record.$executeRawUnsafe('DELETE FROM bus.outbox WHERE aggregate_id = $1 AND sequence = 2', lost);
    const before = await linesOf();
    const run = await runRebuild(environmentOf(reporting), ['reporting']);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toMatch(new RegExp(`record of ${lost} does not lead from event 1 to 2 `));
    expect(await linesOf()).toEqual(before);
    await record.$executeRawUnsafe('INSERT INTO bus.outbox SELECT * FROM kept');
    expect(await rebuilt(reporting)).toMatchObject({ isEqual: true });
  }, 60_000);

  test('is refused in one sentence when the product does not run, or was started from other code', async () => {
    const nowhere = { ...environmentOf(reporting), DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    const sentence =
      'Meridian does not run, so there is nothing to rebuild: start it with `npm start` first.\n';
    expect(await runRebuild({}, ['reporting'])).toEqual({ exitCode: 1, stdout: '', stderr: sentence });
    expect(await runRebuild(nowhere, ['reporting'])).toEqual({ exitCode: 1, stdout: '', stderr: sentence });
    await reporting.rows(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ('x', 'x', '29990101000000_later', now(), now(), 1)`,
    );
    const run = await runRebuild(environmentOf(reporting), ['reporting']);
    await reporting.rows(`DELETE FROM _prisma_migrations WHERE id = 'x'`);
    expect(run.stderr).toBe(
      'The running service and this code differ in the migration 29990101000000_later: start the product again first.\n',
    );
  }, 60_000);
});

function staffed(projectId: string, people: number) {
  const none = { bookedMinutes: 0, unfilledAssignments: 0, overloadedPeople: 0 };
  return fact(ProjectStaffingChanged, { projectId, people, ...none });
}
