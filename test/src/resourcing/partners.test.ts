import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AdmitPartnerPerson,
  ChangePartnerAccess,
  DecideTimesheet,
  HandOverNeeded,
  HandOvers,
  OutsiderAccess,
  PartnerAccessEnding,
  Partners,
  personIdOf,
  ProjectPeople,
  RecordPartner,
  RecordPerson,
  RecordTimesheet,
  SubmitTimesheet,
  TimeBooked,
} from '@meridian/contracts-resourcing';
import type { PartnerLine } from '@meridian/contracts-resourcing';
import { eventually, person, ServiceUnderTest } from '@meridian/testing';
import type { TestPerson } from '@meridian/testing';
import { projectOf } from './levelled-portfolio.js';

const STEP_MS = 120_000;
const lea = person('resource-manager', 'Lea Chen');
const northwind = randomUUID();
const agreement = { name: 'Northwind Engineering', agreedFrom: '2026-01-01', agreedUntil: '2032-12-31' };

let resourcing: ServiceUnderTest;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  await resourcing.ask(lea, RecordPartner, { partnerId: northwind, ...agreement }, { version: 0 });
}, STEP_MS);

afterAll(() => resourcing?.end(), STEP_MS);

const refused = (code: string) => expect.objectContaining({ code });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function admit(employeeNumber: string, name: string, accessUntil: string, accessFrom = '2026-02-02') {
  const email = `${employeeNumber.toLowerCase()}@northwind.example`;
  const work = { role: 'Migration specialist', grade: 'N2', ftePercent: 100, email };
  const body = { partnerId: northwind, employeeNumber, name, ...work, accessFrom, accessUntil };
  return resourcing.ask(lea, AdmitPartnerPerson, body);
}

function end(personId: string, accessUntil: string, version: number) {
  const body = { partnerId: northwind, personId, accessUntil, reason: 'The migration is over.' };
  return resourcing.ask(lea, ChangePartnerAccess, body, { version });
}

function outsider(personId: string): TestPerson {
  return { ...person('contractor', 'Kai Novak'), subject: personId, personId };
}

async function recorded(): Promise<PartnerLine | undefined> {
  const { partners } = await resourcing.ask(lea, Partners, { partnerId: northwind });
  return partners[0];
}

test('a partner is recorded once, as a whole, and nobody overwrites what another one changed', async () => {
  const twice = { partnerId: randomUUID(), ...agreement, name: ' northwind  engineering' };
  await expect(resourcing.ask(lea, RecordPartner, twice, { version: 0 })).rejects.toMatchObject(
    refused('resourcing/partner-exists'),
  );
  const change = { partnerId: northwind, ...agreement, contactName: 'Kim Vale' };
  await expect(resourcing.ask(lea, RecordPartner, change, { version: 0 })).rejects.toMatchObject(
    refused('resourcing/version-conflict'),
  );
  await resourcing.ask(lea, RecordPartner, change, { version: 1 });
  expect(await recorded()).toMatchObject({ version: 2, name: agreement.name, contactName: 'Kim Vale' });
});

test('access has a last day within the agreement, and the days are kept with who set them', async () => {
  await expect(admit('N-1', 'Kai Novak', '2033-01-01')).rejects.toMatchObject(
    refused('resourcing/access-outside-agreement'),
  );
  await expect(admit('N-1', 'Kai Novak', inDays(-1))).rejects.toMatchObject(
    refused('resourcing/day-is-over'),
  );
  const { id, version } = await admit('N-1', 'Kai Novak', '2032-06-30');
  expect(await resourcing.ask(outsider(id), OutsiderAccess, {})).toEqual({
    accessFrom: '2026-02-02',
    accessUntil: '2032-06-30',
    partnerName: agreement.name,
  });
  await expect(admit('N-1', 'Kai Novak', '2032-07-31')).rejects.toMatchObject(
    refused('resourcing/admitted-already'),
  );
  await end(id, '2032-09-30', version);
  const shorter = { partnerId: northwind, ...agreement, agreedUntil: '2032-08-31' };
  await expect(resourcing.ask(lea, RecordPartner, shorter, { version: 2 })).rejects.toMatchObject(
    refused('resourcing/access-outside-agreement'),
  );
  expect((await recorded())?.people).toMatchObject([
    {
      personName: 'Kai Novak',
      access: 'open',
      accessUntil: '2032-09-30',
      changes: [
        { accessUntil: '2032-09-30', reason: 'The migration is over.', changedByName: 'Lea Chen' },
        { accessUntil: '2032-06-30', changedByName: 'Lea Chen' },
      ],
    },
  ]);
});

test('employees are not let in as somebody of a partner', async () => {
  const employed = { role: 'Analyst', orgUnit: 'IT', ftePercent: 100, employedFrom: '2020-01-06' };
  await resourcing.ask(lea, RecordPerson, { employeeNumber: 'E-77', name: 'Ines', ...employed });
  await expect(admit('E-77', 'Ines', '2032-06-30')).rejects.toMatchObject(
    refused('resourcing/employed-here'),
  );
  const employee = outsider(personIdOf('E-77'));
  expect(await resourcing.ask(employee, OutsiderAccess, {})).toEqual({});
});

test('work after the last day waits for another, and work that goes on is told and listed', async () => {
  const { id, version } = await admit('N-2', 'Mo Vale', '2032-06-30');
  const { projectId } = await projectOf(resourcing, {
    name: 'Bridge',
    personEmail: 'n-2@northwind.example',
    tasks: 2,
  });
  const lines = async () => (await resourcing.ask(lea, ProjectPeople, { projectId })).bookings;
  expect((await lines()).map(({ personId }) => personId)).toEqual([id, id]);
  const [running] = await lines();
  await resourcing.rows(
    `UPDATE booking SET start = '2031-02-24' WHERE assignment_id = $1::uuid`,
    running?.assignmentId,
  );
  await end(id, '2031-02-28', version);
  const after = await lines();
  expect(new Set(after.map(({ stage }) => stage))).toEqual(new Set(['open', 'soft']));
  expect((await resourcing.announced(HandOverNeeded, id)).at(-1)).toMatchObject({
    lastDay: '2031-02-28',
    releasedAssignments: 1,
    runningAssignments: 1,
  });
  const { handOvers } = await resourcing.ask(lea, HandOvers, {});
  expect(handOvers.filter(({ personId }) => personId === id)).toMatchObject([
    { kind: 'running-work', lastDay: '2031-02-28', assignmentId: running?.assignmentId },
  ]);
  await end(id, '2032-06-30', version + 1);
  const again = await resourcing.ask(lea, HandOvers, {});
  expect(again.handOvers.filter(({ personId }) => personId === id)).toEqual([]);
});

test('approved time of a partner’s person says who lent them, that of others nobody', async () => {
  const { id } = await admit('N-6', 'Jo Field', '2032-06-30');
  const monday = '2026-11-09';
  const jo = outsider(id);
  const { projectId } = await projectOf(resourcing, { name: 'Quay', personEmail: 'n-6@northwind.example' });
  const lines = [{ day: monday, projectId, minutes: 420 }];
  const { version } = await resourcing.ask(jo, RecordTimesheet, { weekStart: monday, lines }, { version: 0 });
  const sheet = await resourcing.ask(jo, SubmitTimesheet, { weekStart: monday }, { version });
  const decision = { sheetId: sheet.id, outcome: 'approved' as const };
  await resourcing.ask(lea, DecideTimesheet, decision, { version: sheet.version });
  const told = await resourcing.announced(TimeBooked, projectId);
  expect(told).toMatchObject([{ personId: id, partnerId: northwind, grade: 'N2', minutes: 420 }]);
});

test('a day that is over takes access away at once, also what was to begin later', async () => {
  const { id, version } = await admit('N-3', 'Ash Lane', '2032-06-30');
  await end(id, inDays(-1), version);
  expect(await resourcing.ask(outsider(id), OutsiderAccess, {})).toMatchObject({ accessUntil: inDays(-1) });
  const later = await admit('N-4', 'Bo Reed', '2032-06-30', '2031-01-06');
  await end(later.id, inDays(-1), later.version);
  const people = (await recorded())?.people ?? [];
  const access = people.filter(({ personName }) => ['Ash Lane', 'Bo Reed'].includes(personName));
  expect(access.map((one) => one.access)).toEqual(['ended', 'ended']);
});

test(
  'access that ends within two weeks is told once, with what is to be handed over',
  async () => {
    const { id, version } = await admit('N-5', 'Sky Moor', inDays(10));
    await eventually(async () => {
      const told = await resourcing.announced(PartnerAccessEnding, id);
      expect(told).toEqual([
        {
          personId: id,
          personName: 'Sky Moor',
          partnerId: northwind,
          partnerName: agreement.name,
          accessUntil: inDays(10),
          openItems: 0,
        },
      ]);
    });
    await end(id, inDays(12), version);
    await eventually(async () => {
      const told = await resourcing.announced(PartnerAccessEnding, id);
      expect(told.map(({ accessUntil }) => accessUntil)).toEqual([inDays(10), inDays(12)]);
    });
  },
  STEP_MS,
);
