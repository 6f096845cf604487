import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WorkerLeft } from '@meridian/contracts-connectors';
import {
  HandOverNeeded,
  HandOvers,
  MoveBooking,
  OwnPeople,
  personIdOf,
  ProjectPeople,
  RecordPerson,
  RecordTimesheet,
  SubmitTimesheet,
  DecideTimesheet,
} from '@meridian/contracts-resourcing';
import { person, ServiceUnderTest } from '@meridian/testing';
import type { TestPerson } from '@meridian/testing';
import { projectOf } from './levelled-portfolio.js';

const STEP_MS = 120_000;
const LAST_DAY = '2032-01-30';
const lea = person('resource-manager', 'Lea Chen');
const [boss, other, ines] = [worker('P-1', 'Ada Boss'), worker('P-2', 'Bo Boss'), worker('P-3', 'Ines')];
const ole = worker('P-4', 'Ole');

let resourcing: ServiceUnderTest;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  await record('P-1', 'Ada Boss');
  await record('P-2', 'Bo Boss');
  await record('P-3', 'Ines Moreau', boss.personId);
  await record('P-4', 'Ole Lindqvist', other.personId);
}, STEP_MS);

afterAll(() => resourcing?.end(), STEP_MS);

function worker(employeeNumber: string, name: string): TestPerson {
  const personId = personIdOf(employeeNumber);
  return { ...person('team-member', name), subject: personId, personId };
}

function record(employeeNumber: string, name: string, lineManagerId?: string) {
  const email = `${employeeNumber.toLowerCase()}@example.org`;
  const base = { role: 'Engineer', orgUnit: 'IT', ftePercent: 100, employedFrom: '2020-01-06', email };
  const of = lineManagerId === undefined ? {} : { lineManagerId };
  return resourcing.ask(lea, RecordPerson, { employeeNumber, name, ...base, ...of });
}

async function handIn(who: TestPerson, weekStart: string) {
  const lines = [{ day: weekStart, background: 'support' as const, minutes: 420 }];
  const { version } = await resourcing.ask(who, RecordTimesheet, { weekStart, lines }, { version: 0 });
  return resourcing.ask(who, SubmitTimesheet, { weekStart }, { version });
}

async function namesOf(who: TestPerson): Promise<readonly string[]> {
  const { people } = await resourcing.ask(who, OwnPeople, {});
  return people.map(({ personName }) => personName);
}

test('a line manager is given exactly the own people, and nobody else anybody, whatever the role', async () => {
  expect(await namesOf(boss)).toEqual(['Ines Moreau']);
  expect(await namesOf(other)).toEqual(['Ole Lindqvist']);
  expect(await namesOf(ines)).toEqual([]);
  expect(await namesOf(lea)).toEqual([]);
  expect(await namesOf(person('pmo-manager', 'Anna'))).toEqual([]);
});

test('what waits for who leaves is told and listed, until another one has decided', async () => {
  const sheet = await handIn(ines, '2026-11-09');
  await handIn(ole, '2026-11-09');
  expect((await resourcing.ask(boss, OwnPeople, {})).people).toMatchObject([{ sheetsWaiting: 1 }]);
  const { projectId, managerPersonId } = await projectOf(resourcing, { name: 'Lock', personEmail: 'Welder' });
  const manager = {
    ...person('project-manager', 'Jon'),
    subject: managerPersonId,
    personId: managerPersonId,
  };
  const step = async (who: TestPerson, body: Pick<MoveBooking, 'step'> & Partial<MoveBooking>) => {
    const [line] = (await resourcing.ask(lea, ProjectPeople, { projectId })).bookings;
    const request = { projectId, assignmentId: line?.assignmentId ?? '', ...body };
    await resourcing.ask(who, MoveBooking, request, { version: line?.version ?? 0 });
  };
  await step(manager, { step: 'request' });
  await step(lea, { step: 'propose', personId: ines.personId });
  await step(manager, { step: 'agree' });
  const left = { workerKey: 'hr:P-1', employeeNumber: 'P-1', effectiveOn: LAST_DAY };
  await resourcing.hears(WorkerLeft, left);
  expect((await resourcing.announced(HandOverNeeded, boss.personId)).at(-1)).toMatchObject({
    peopleManaged: 1,
    openApprovals: 2,
  });
  const open = async () => (await resourcing.ask(lea, HandOvers, {})).approvals;
  expect(await open()).toMatchObject([
    { kind: 'booking', personName: 'Ada Boss', lastDay: LAST_DAY, otherPersonName: 'Ines Moreau', projectId },
    { kind: 'timesheet', otherPersonId: ines.personId, weekStart: '2026-11-09' },
  ]);
  const approve = { sheetId: sheet.id, outcome: 'approved' as const };
  await resourcing.ask(lea, DecideTimesheet, approve, { version: sheet.version });
  await step(lea, { step: 'confirm' });
  expect(await open()).toEqual([]);
});
