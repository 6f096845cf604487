import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WorkerLeft } from '@meridian/contracts-connectors';
import {
  BookingFile,
  BookingMoved,
  BookingWork,
  FillAssignment,
  HandOverNeeded,
  HandOvers,
  MoveBooking,
  personIdOf,
  ProjectPeople,
  RecordSkill,
} from '@meridian/contracts-resourcing';
import type { BookingLine } from '@meridian/contracts-resourcing';
import { person, ServiceUnderTest } from '@meridian/testing';
import type { TestPerson } from '@meridian/testing';
import { MONDAY, planOf, projectOf } from './levelled-portfolio.js';
import type { TrialProject } from './levelled-portfolio.js';
import { lea, recordWorker, worker } from './workers.js';

const STEP_MS = 120_000;
const boss = worker('B-2', 'Ada Boss');
const [ines, ole] = [personIdOf('B-1'), personIdOf('B-3')];

let resourcing: ServiceUnderTest;
let bridge: TrialProject;
let manager: TestPerson;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  await record('B-2', 'Ada Boss');
  await record('B-1', 'Ines Moreau', boss.personId);
  await record('B-3', 'Ole Lindqvist');
  bridge = await projectOf(resourcing, { name: 'Bridge', personEmail: 'Engineer' });
  const { managerPersonId: personId } = bridge;
  manager = { ...person('project-manager', 'Jon'), subject: personId, personId };
}, STEP_MS);

afterAll(() => resourcing?.end(), STEP_MS);

function record(employeeNumber: string, name: string, lineManagerId?: string) {
  return recordWorker(resourcing, { employeeNumber, name, lineManagerId });
}

function leave(employeeNumber: string, effectiveOn: string): Promise<void> {
  return resourcing.hears(WorkerLeft, { workerKey: `hr:${employeeNumber}`, employeeNumber, effectiveOn });
}

async function lines({ projectId }: Pick<TrialProject, 'projectId'>): Promise<readonly BookingLine[]> {
  return (await resourcing.ask(lea, ProjectPeople, { projectId })).bookings;
}

const refused = (code: string) => expect.objectContaining({ code });

describe('an assignment on its way to a person', () => {
  async function step(who: TestPerson, body: Pick<MoveBooking, 'step'> & Partial<MoveBooking>, key?: string) {
    const [line] = await lines(bridge);
    const assignmentId = line?.assignmentId ?? '';
    const request = { projectId: bridge.projectId, assignmentId, ...body };
    const options = { version: line?.version ?? 0, ...(key !== undefined && { key }) };
    return resourcing.ask(who, MoveBooking, request, options);
  }
  const stage = async () => (await lines(bridge))[0]?.stage;

  test('is requested, proposed, agreed on and confirmed, each step by whose it is; a proposal books nobody', async () => {
    await expect(step(lea, { step: 'request' })).rejects.toMatchObject(refused('access/not-your-project'));
    await step(manager, { step: 'request' });
    await expect(step(manager, { step: 'propose', personId: ines })).rejects.toMatchObject(
      refused('resourcing/not-functional-manager'),
    );
    await step(boss, { step: 'propose', personId: ines });
    expect((await lines(bridge))[0]).toMatchObject({
      stage: 'proposed',
      state: 'unfilled',
      proposedPersonId: ines,
    });
    await expect(step(boss, { step: 'confirm' })).rejects.toMatchObject(
      refused('resourcing/booking-step-not-possible'),
    );
    await step(manager, { step: 'agree' });
    expect((await lines(bridge))[0]).toMatchObject({ stage: 'soft', state: 'booked', personId: ines });
    await expect(step(manager, { step: 'confirm' })).rejects.toMatchObject(
      refused('resourcing/not-functional-manager'),
    );
    const [line] = await lines(bridge);
    const confirm = {
      projectId: bridge.projectId,
      assignmentId: line?.assignmentId ?? '',
      step: 'confirm' as const,
    };
    const options = { version: line?.version ?? 0, key: 'confirmed-once-only' };
    const done = await resourcing.ask(boss, MoveBooking, confirm, options);
    expect(await resourcing.ask(boss, MoveBooking, confirm, options)).toEqual(done);
    const told = await resourcing.announced(BookingMoved, bridge.projectId);
    expect(told.map((one) => [one.step, one.stage])).toEqual([
      ['request', 'requested'],
      ['propose', 'proposed'],
      ['agree', 'soft'],
      ['confirm', 'hard'],
    ]);
  });

  test('is swapped and released; a plan adopted meanwhile changes nothing of it', async () => {
    await step(lea, { step: 'swap', personId: ole, reason: 'Parental leave' });
    expect(await stage()).toBe('soft');
    const told = await resourcing.announced(BookingMoved, bridge.projectId);
    expect(told.at(-1)).toMatchObject({ personId: ole, formerPersonId: ines, reason: 'Parental leave' });
    await step(manager, { step: 'release' });
    expect((await lines(bridge))[0]).toMatchObject({ stage: 'open', state: 'unfilled' });
    const booked = await resourcing.rows('SELECT 1 FROM person_load WHERE person_id = ANY ($1::uuid[])', [
      ines,
      ole,
    ]);
    expect(booked).toEqual([]);
  });
});

describe('the work list of bookings', () => {
  let pier: TrialProject;
  let mole: TrialProject;
  let owner: TestPerson;

  beforeAll(async () => {
    pier = await projectOf(resourcing, { name: 'Pier', personEmail: 'Engineer' });
    mole = await projectOf(resourcing, {
      name: 'Mole',
      personEmail: 'b-1@example.org',
      isConfidential: true,
    });
    const personId = pier.managerPersonId;
    owner = { ...person('project-manager', 'Vera'), subject: personId, personId };
  }, STEP_MS);

  async function move(who: TestPerson, body: Pick<MoveBooking, 'step'> & Partial<MoveBooking>) {
    const [line] = await lines(pier);
    const assignmentId = line?.assignmentId ?? '';
    const request = { projectId: pier.projectId, assignmentId, ...body };
    return resourcing.ask(who, MoveBooking, request, { version: line?.version ?? 0 });
  }
  const work = async (who: TestPerson, list?: BookingWork['list']) => {
    const { bookings } = await resourcing.ask(who, BookingWork, list === undefined ? {} : { list });
    const found = bookings.find(({ projectId }) => projectId === pier.projectId);
    return found && [found.stage, found.waitsForCaller, [...found.steps]];
  };

  test('shows each step to whom it waits for and to who asked, and to nobody else', async () => {
    expect(await work(owner, 'open')).toEqual(['open', false, ['request']]);
    await move(owner, { step: 'request', reason: 'Piles in March' });
    expect(await work(owner)).toEqual(['requested', false, ['release']]);
    expect(await work(boss)).toEqual(['requested', true, ['propose']]);
    expect(await work(worker('B-3', 'Ole Lindqvist'))).toBeUndefined();
    await move(boss, { step: 'propose', personId: ines });
    expect(await work(owner)).toEqual(['proposed', true, ['agree', 'release']]);
    expect(await work(boss)).toEqual(['proposed', false, ['propose', 'release']]);
    await move(owner, { step: 'agree' });
    expect(await work(boss)).toEqual(['soft', true, ['confirm', 'swap', 'release']]);
    const { waiting, total } = await resourcing.ask(boss, BookingWork, {});
    expect([waiting, total]).toEqual([1, 1]);
  });

  test('shows the PMO the work of every project, and of a confidential one nothing to who may not see it', async () => {
    const projectsOf = async (who: TestPerson, list: BookingWork['list']) =>
      (await resourcing.ask(who, BookingWork, { list })).bookings.map(({ projectId }) => projectId);
    const pmo = person('pmo-manager', 'Anna');
    expect(await projectsOf(pmo, 'moving')).toContain(pier.projectId);
    expect(await projectsOf(pmo, 'planned')).toContain(mole.projectId);
    expect(await projectsOf(lea, 'planned')).not.toContain(mole.projectId);
  });

  test('the file of a booking names the weeks that are too full, who else could do it, and every step', async () => {
    await resourcing.ask(
      lea,
      RecordSkill,
      {
        personId: ole,
        skill: 'Engineer',
        level: 4,
        evidence: 'Ten years of piers',
      },
      { version: 0 },
    );
    const [line] = await lines(pier);
    const request = { projectId: pier.projectId, assignmentId: line?.assignmentId ?? '' };
    const file = await resourcing.ask(lea, BookingFile, request);
    expect(file.booking).toMatchObject({ personName: 'Ines Moreau', weeksOver: 1 });
    expect(file.conflicts).toEqual([
      { weekStart: MONDAY, capacityMinutes: 2_400, workMinutes: 2_400, others: [{ workMinutes: 2_400 }] },
    ]);
    expect(file.candidates.map(({ name }) => name)).toContain('Ole Lindqvist');
    expect(file.history.map((one) => [one.step, one.movedByName, one.personName, one.reason])).toEqual([
      ['request', 'Vera', undefined, 'Piles in March'],
      ['propose', 'Ada Boss', 'Ines Moreau', undefined],
      ['agree', 'Vera', 'Ines Moreau', undefined],
    ]);
    const hidden = { projectId: mole.projectId, assignmentId: request.assignmentId };
    await expect(resourcing.ask(owner, BookingFile, hidden)).rejects.toMatchObject(
      refused('access/project-not-found'),
    );
    expect((await resourcing.ask(owner, BookingFile, request)).candidates).toEqual([]);
  });
});

describe('the day it is known that somebody leaves', () => {
  test('work that starts afterwards waits for another, and what else they have is told and listed', async () => {
    await record('B-5', 'Lara Leaver');
    const lara = personIdOf('B-5');
    await record('B-6', 'Rita Report', lara);
    const tunnel = await projectOf(resourcing, { name: 'Tunnel', personEmail: 'b-5@example.org', tasks: 2 });
    const [later, running] = await lines(tunnel);
    await resourcing.rows(
      `UPDATE booking SET start = '2030-12-30' WHERE assignment_id = $1::uuid`,
      running?.assignmentId,
    );
    await leave('B-5', '2031-01-31');
    expect((await resourcing.announced(HandOverNeeded, lara)).at(-1)).toEqual({
      personId: lara,
      personName: 'Lara Leaver',
      lastDay: '2031-01-31',
      releasedAssignments: 1,
      runningAssignments: 1,
      accountableFor: 0,
      peopleManaged: 1,
      openApprovals: 0,
    });
    const after = await lines(tunnel);
    expect(after.find(({ assignmentId }) => assignmentId === later?.assignmentId)?.stage).toBe('open');
    const { handOvers } = await resourcing.ask(lea, HandOvers, {});
    const hers = handOvers.filter(({ personId }) => personId === lara);
    expect(hers.map(({ kind, name }) => [kind, name])).toEqual([
      ['line-manager', 'Rita Report'],
      ['running-work', running?.taskName],
    ]);
    await resourcing.ask(
      lea,
      FillAssignment,
      { projectId: tunnel.projectId, assignmentId: running?.assignmentId ?? '', personId: ole },
      { version: after.find(({ assignmentId }) => assignmentId === running?.assignmentId)?.version ?? 0 },
    );
    await record('B-6', 'Rita Report', boss.personId);
    const rest = await resourcing.ask(lea, HandOvers, {});
    expect(rest.handOvers.filter(({ personId }) => personId === lara)).toEqual([]);
  });

  /** In whatever order plans, choices and leaving come. */
  test('whoever is freed does not stay booked, and no later plan books them again', async () => {
    const orders = [
      ['plan', 'leave', 'plan'],
      ['leave', 'plan', 'plan'],
      ['plan', 'choose', 'leave', 'plan'],
      ['plan', 'choose', 'plan', 'leave'],
      ['plan', 'propose', 'leave', 'plan'],
    ] as const;
    for (const [round, order] of orders.entries()) await play(`B-2${round}`, order);
    expect(
      await resourcing.rows(
        `SELECT booking.* FROM booking JOIN person ON person.person_id IN (booking.person_id, booking.proposed_person_id)
         WHERE person.employed_until < booking.start`,
      ),
    ).toEqual([]);
  });

  async function play(employeeNumber: string, order: readonly ('plan' | 'leave' | 'choose' | 'propose')[]) {
    const personId = personIdOf(employeeNumber);
    await record(employeeNumber, `Worker ${employeeNumber}`);
    const personEmail = `${employeeNumber.toLowerCase()}@example.org`;
    const { projectId } = await projectOf(resourcing, { name: randomUUID(), personEmail: 'Nobody yet' });
    let planVersion = 1;
    for (const act of order) {
      const [line] = await lines({ projectId });
      const assignment = { projectId, assignmentId: line?.assignmentId ?? '' };
      planVersion += 1;
      if (act === 'plan') await planOf(resourcing, { projectId, planVersion, personEmail, tasks: 2 });
      if (act === 'leave') await leave(employeeNumber, '2031-02-28');
      if (act === 'choose') await resourcing.ask(lea, FillAssignment, { ...assignment, personId });
      if (act === 'propose') {
        await resourcing.ask(lea, MoveBooking, { ...assignment, step: 'release' });
        await resourcing.ask(lea, MoveBooking, { ...assignment, step: 'propose', personId });
      }
    }
    const after = await lines({ projectId });
    expect(after.filter((line) => line.personId === personId)).toEqual([]);
    expect(after.every(({ start }) => start === MONDAY)).toBe(true);
  }
});
