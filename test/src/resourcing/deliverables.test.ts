import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AdmitPartnerPerson,
  ChangePartnerAccess,
  DecideDeliverable,
  DeliverableMoved,
  Deliverables,
  HandInDeliverable,
  RecordDeliverable,
  RecordPartner,
} from '@meridian/contracts-resourcing';
import { person, ServiceUnderTest } from '@meridian/testing';
import type { TestPerson } from '@meridian/testing';
import { projectOf } from './levelled-portfolio.js';

const STEP_MS = 120_000;
const lea = person('resource-manager', 'Lea Chen');
const anna = person('pmo-manager', 'Anna Meyer');
const [northwind, southgate] = [randomUUID(), randomUUID()];
const criteria = ['No record is lost', 'Two regions are done'];

let resourcing: ServiceUnderTest;
let projectId: string;
let jon: TestPerson;
let kai: TestPerson;
let rival: TestPerson;
let hiddenId: string;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  kai = await guestOf(northwind, 'Northwind', 'D-1');
  rival = await guestOf(southgate, 'Southgate', 'D-2');
  const bridge = await projectOf(resourcing, { name: 'Bridge', personEmail: 'Nobody' });
  projectId = bridge.projectId;
  const { managerPersonId } = bridge;
  jon = { ...person('project-manager', 'Jon'), subject: managerPersonId, personId: managerPersonId };
  const hidden = { name: 'Falcon', personEmail: 'Nobody', isConfidential: true };
  hiddenId = (await projectOf(resourcing, hidden)).projectId;
}, STEP_MS);

afterAll(() => resourcing?.end(), STEP_MS);

async function guestOf(partnerId: string, name: string, employeeNumber: string): Promise<TestPerson> {
  const agreed = { partnerId, name, agreedFrom: '2026-01-01' };
  await resourcing.ask(lea, RecordPartner, agreed, { version: 0 });
  const days = { accessFrom: '2026-02-02', accessUntil: '2032-06-30' };
  const work = { role: 'Migration specialist', ftePercent: 100 };
  const { id } = await resourcing.ask(lea, AdmitPartnerPerson, {
    partnerId,
    employeeNumber,
    name: `Guest of ${name}`,
    ...work,
    ...days,
  });
  return { ...person('contractor', `Guest of ${name}`), subject: id, personId: id };
}

const refused = (code: string) => expect.objectContaining({ code });

async function agree(partnerId = northwind, of = projectId, who = anna): Promise<string> {
  const deliverableId = randomUUID();
  const body = { deliverableId, partnerId, projectId: of, name: 'Records', criteria, dueOn: '2031-06-30' };
  await resourcing.ask(who, RecordDeliverable, body, { version: 0 });
  return deliverableId;
}

function handIn(who: TestPerson, deliverableId: string, version: number) {
  return resourcing.ask(who, HandInDeliverable, { deliverableId, evidence: 'Report 12' }, { version });
}

function decide(who: TestPerson, deliverableId: string, met: readonly boolean[], version: number) {
  const findings = met.map((isMet, index) => ({ criterion: index + 1, isMet, evidence: 'Counted twice' }));
  return resourcing.ask(who, DecideDeliverable, { deliverableId, findings }, { version });
}

async function seenBy(who: TestPerson): Promise<readonly string[]> {
  const { deliverables } = await resourcing.ask(who, Deliverables, {});
  return deliverables.map(({ deliverableId }) => deliverableId);
}

test('a deliverable is handed in by the partner, rejected on a criterion, handed in again and accepted', async () => {
  const id = await agree();
  await expect(decide(jon, id, [true, true], 1)).rejects.toMatchObject(
    refused('resourcing/deliverable-not-handed-in'),
  );
  await handIn(kai, id, 1);
  await expect(handIn(kai, id, 2)).rejects.toMatchObject(refused('resourcing/deliverable-settled'));
  await expect(decide(kai, id, [true, true], 2)).rejects.toMatchObject(refused('access/project-not-found'));
  await expect(decide(jon, id, [true], 2)).rejects.toMatchObject(refused('resourcing/criteria-not-judged'));
  await decide(jon, id, [true, false], 2);
  await handIn(kai, id, 3);
  await expect(decide(jon, id, [true, true], 3)).rejects.toMatchObject(
    refused('resourcing/version-conflict'),
  );
  await decide(jon, id, [true, true], 4);
  const { deliverables } = await resourcing.ask(kai, Deliverables, {});
  const [line] = deliverables.filter(({ deliverableId }) => deliverableId === id);
  expect(line).toMatchObject({ state: 'accepted', isOverdue: false, mayHandIn: false, mayDecide: false });
  expect(line?.steps.map(({ state, byName }) => [state, byName])).toEqual([
    ['accepted', 'Jon'],
    ['handed-in', 'Guest of Northwind'],
    ['rejected', 'Jon'],
    ['handed-in', 'Guest of Northwind'],
    ['agreed', 'Anna Meyer'],
  ]);
  expect(line?.steps[2]?.findings?.map(({ isMet }) => isMet)).toEqual([true, false]);
  const told = await resourcing.announced(DeliverableMoved, id);
  expect(told.map(({ state }) => state)).toEqual([
    'agreed',
    'handed-in',
    'rejected',
    'handed-in',
    'accepted',
  ]);
  const change = `UPDATE deliverable SET state = 'agreed' WHERE deliverable_id = $1::uuid`;
  await expect(resourcing.rows(change, id)).rejects.toThrow(/stays/);
});

test('a partner sees and hands in its own alone, and a colleague does not see that of a hidden project', async () => {
  const [ours, theirs, hidden] = [
    await agree(),
    await agree(southgate),
    await agree(northwind, hiddenId, anna),
  ];
  expect(await seenBy(kai)).toEqual(expect.arrayContaining([ours, hidden]));
  expect(await seenBy(kai)).not.toContain(theirs);
  expect(await seenBy(rival)).toEqual([theirs]);
  await expect(handIn(rival, ours, 1)).rejects.toMatchObject(refused('resourcing/deliverable-not-found'));
  const seenByJon = await seenBy(jon);
  expect([ours, theirs, hidden].map((one) => seenByJon.includes(one))).toEqual([true, true, false]);
  const alien = person('contractor', 'Of nobody');
  expect(await seenBy(alien)).toEqual([]);
});

test('who hands in for the partner leaves the decision to another, and a partner who manages a project agrees nothing', async () => {
  const id = await agree();
  await handIn(jon, id, 1);
  await expect(decide(jon, id, [true, true], 2)).rejects.toMatchObject(refused('resourcing/own-deliverable'));
  await decide(anna, id, [true, true], 2);
  const mighty = { ...kai, roles: ['pmo-manager'] };
  await expect(agree(northwind, projectId, mighty)).rejects.toMatchObject(refused('resourcing/partner-side'));
});

test('the day after the last day nothing is seen and nothing handed in', async () => {
  const id = await agree(southgate);
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const over = { partnerId: southgate, personId: rival.personId, accessUntil: yesterday, reason: 'Over.' };
  await resourcing.ask(lea, ChangePartnerAccess, over, { version: 1 });
  await expect(seenBy(rival)).rejects.toMatchObject(refused('resourcing/access-not-open'));
  await expect(handIn(rival, id, 1)).rejects.toMatchObject(refused('resourcing/access-not-open'));
});
