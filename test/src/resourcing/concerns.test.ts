import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AnswerConcern,
  AppointHrPartners,
  CloseConcern,
  ConcernAttended,
  ConcernOverdue,
  Concerns,
  HrPartners,
  Notes,
  RaiseConcern,
  WriteNote,
} from '@meridian/contracts-resourcing';
import type { Confidentiality } from '@meridian/contracts-resourcing';
import { eventually, ServiceUnderTest } from '@meridian/testing';
import type { TestPerson } from '@meridian/testing';
import { lea, recordWorker, worker } from './workers.js';

const STEP_MS = 120_000;
const SECRET = 'The-words-of-the-concern';
const anna = worker('C-0', 'Anna Meyer', 'pmo-manager');
const ines = worker('C-1', 'Ines Moreau');
const ada = worker('C-2', 'Ada Boss');
const ole = worker('C-3', 'Ole Lindqvist');
const hana = worker('C-4', 'Hana Partner');
const top = worker('C-5', 'Tove Top');

let resourcing: ServiceUnderTest;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  await record('C-0', 'Anna Meyer');
  await record('C-1', 'Ines Moreau', ada.personId);
  await record('C-2', 'Ada Boss', top.personId);
  await record('C-3', 'Ole Lindqvist', ada.personId);
  await record('C-4', 'Hana Partner');
  await record('C-5', 'Tove Top');
  await resourcing.ask(lea, AppointHrPartners, { personIds: [hana.personId] }, { version: 0 });
}, STEP_MS);

afterAll(() => resourcing?.end(), STEP_MS);

function record(employeeNumber: string, name: string, lineManagerId?: string) {
  return recordWorker(resourcing, { employeeNumber, name, orgUnit: 'Yard', lineManagerId });
}

const refused = (code: string) => expect.objectContaining({ code });
const raise = (confidentiality: Confidentiality, namedPersonId?: string) =>
  resourcing.ask(ines, RaiseConcern, {
    confidentiality,
    ...(namedPersonId !== undefined && { namedPersonId }),
    title: `Title of ${SECRET}`,
    text: SECRET,
    answerBy: '2099-12-01',
  });

async function seenBy(who: TestPerson, concernId: string): Promise<boolean> {
  const { concerns } = await resourcing.ask(who, Concerns, {});
  return concerns.some((one) => one.concernId === concernId);
}

describe.each([
  { level: 'open', readers: [anna, ada, ole, hana, top] },
  { level: 'line-manager', readers: [ada] },
  { level: 'named-person', readers: [ole] },
  { level: 'hr-partner', readers: [hana] },
] as const)('a concern that is $level', ({ level, readers }) => {
  test('is read by who raised it and whom it is for, whatever the role of the others', async () => {
    const { id } = await raise(level, level === 'named-person' ? ole.personId : undefined);
    const everybody = [anna, ines, ada, ole, hana, top];
    const seen = await Promise.all(everybody.map((who) => seenBy(who, id)));
    expect(everybody.filter((_, at) => seen[at])).toEqual(
      everybody.filter((who) => who === ines || readers.some((one) => one === who)),
    );
    for (const [at, who] of everybody.entries()) {
      if (seen[at] === true) continue;
      const word = { concernId: id, text: 'I should like to know.' };
      await expect(resourcing.ask(who, AnswerConcern, word)).rejects.toMatchObject(
        refused('resourcing/concern-not-found'),
      );
    }
  });
});

test('a concern is answered by whom it went to, once for a key, and closed by who raised it alone', async () => {
  const { id: concernId } = await raise('line-manager');
  const answer = { concernId, text: 'From Monday on there are two of you.' };
  const first = await resourcing.ask(ada, AnswerConcern, answer, { key: 'one-answer-only' });
  expect(await resourcing.ask(ada, AnswerConcern, answer, { key: 'one-answer-only' })).toEqual(first);
  const { concerns } = await resourcing.ask(ines, Concerns, {});
  const told = concerns.find((one) => one.concernId === concernId);
  expect(told).toMatchObject({ state: 'answered', isOwn: true, readers: ['Ada Boss'], version: 2 });
  expect(told?.words.map(({ byName, text }) => [byName, text])).toEqual([
    ['Ines Moreau', SECRET],
    ['Ada Boss', answer.text],
  ]);
  await expect(resourcing.ask(ada, CloseConcern, { concernId, outcome: 'settled' })).rejects.toMatchObject(
    refused('resourcing/not-your-concern'),
  );
  await resourcing.ask(ines, CloseConcern, { concernId, outcome: 'settled' }, { version: 2 });
  await expect(resourcing.ask(ada, AnswerConcern, answer)).rejects.toMatchObject(
    refused('resourcing/concern-closed'),
  );
});

test('who becomes HR partner later does not read what was raised before', async () => {
  const { id } = await raise('hr-partner');
  const { version } = await resourcing.ask(ines, HrPartners, {});
  const personIds = [hana.personId, ole.personId];
  await resourcing.ask(lea, AppointHrPartners, { personIds }, { version });
  expect(await seenBy(ole, id)).toBe(false);
  expect((await resourcing.ask(ines, HrPartners, {})).partners.map(({ personName }) => personName)).toEqual([
    'Hana Partner',
    'Ole Lindqvist',
  ]);
  await expect(
    resourcing.rows(`INSERT INTO concern_reader VALUES ($1::uuid, $2::uuid)`, id, ole.personId),
  ).rejects.toThrow(/Nobody gets to read a concern later/);
});

test('a unit has HR partners of its own, and those of the house again when nobody is left of them', async () => {
  const { version, orgUnits, units } = await resourcing.ask(lea, HrPartners, {});
  expect({ orgUnits, units }).toEqual({ orgUnits: ['Yard'], units: [] });
  const appoint = (personIds: string[], seen: number, orgUnit = 'Yard') =>
    resourcing.ask(lea, AppointHrPartners, { orgUnit, personIds }, { version: seen });
  await expect(appoint([top.personId], 0, 'Moon')).rejects.toMatchObject(
    refused('resourcing/unit-not-found'),
  );
  await appoint([top.personId, ines.personId], 0);
  const told = await resourcing.ask(ines, HrPartners, {});
  expect(told).toMatchObject({ version, own: [{ personName: 'Tove Top' }], units: [{ version: 1 }] });
  expect(told).not.toHaveProperty('orgUnits');
  const { id } = await raise('hr-partner');
  expect([await seenBy(top, id), await seenBy(hana, id)]).toEqual([true, false]);
  await expect(appoint([], 0)).rejects.toMatchObject(refused('resourcing/version-conflict'));
  await appoint([ines.personId], 1);
  const { id: later } = await raise('hr-partner');
  expect([await seenBy(top, later), await seenBy(hana, later)]).toEqual([false, true]);
  await appoint([], 2);
});

test('an answer that does not come is told of once, to the line manager of who owes it, and says nothing of the concern', async () => {
  const { id: concernId } = await raise('line-manager');
  await resourcing.rows(`UPDATE concern SET answer_by = '2021-01-01' WHERE concern_id = $1::uuid`, concernId);
  const told = await eventually(
    async () => {
      const all = await resourcing.announced(ConcernOverdue, concernId);
      if (all.length === 0) throw new Error('Nothing was told.');
      return all;
    },
    { timeoutMs: 60_000 },
  );
  expect(told).toEqual([
    {
      concernId,
      confidentiality: 'line-manager',
      answerBy: '2021-01-01',
      waitsForPersonIds: [ada.personId],
      waitsForNames: ['Ada Boss'],
      escalatedToPersonIds: [top.personId],
    },
  ]);
  const { concerns } = await resourcing.ask(ada, Concerns, {});
  expect(concerns.find((one) => one.concernId === concernId)).toMatchObject({ isOverdue: true });
  await resourcing.ask(ole, AnswerConcern, { concernId, text: 'Not mine.' }).catch(() => undefined);
  expect(await resourcing.announced(ConcernAttended, concernId)).toEqual([]);
  await resourcing.ask(ada, AnswerConcern, { concernId, text: SECRET });
  await resourcing.ask(ines, CloseConcern, { concernId, outcome: 'settled' });
  expect(await resourcing.announced(ConcernAttended, concernId)).toEqual([{ concernId }]);
});

test('of a concern that is answered in time nothing is told', async () => {
  const { id: concernId } = await raise('named-person', ole.personId);
  await resourcing.ask(ole, AnswerConcern, { concernId, text: SECRET });
  expect(await resourcing.announced(ConcernAttended, concernId)).toEqual([]);
});

test('a note to a talk of two is read by its writer, and by the other one when it is shared; by no role', async () => {
  const note = { noteId: randomUUID(), withPersonId: ines.personId, day: '2026-11-23', isShared: false };
  await resourcing.ask(ada, WriteNote, { ...note, text: SECRET }, { version: 0 });
  const readBy = async () =>
    Promise.all(
      [ada, ines, anna, top].map(async (who) => (await resourcing.ask(who, Notes, {})).notes.length),
    );
  expect(await readBy()).toEqual([1, 0, 0, 0]);
  for (const who of [ines, anna]) {
    const stolen = { ...note, withPersonId: ole.personId, text: 'Mine now.' };
    await expect(resourcing.ask(who, WriteNote, stolen, { version: 1 })).rejects.toMatchObject(
      refused('resourcing/note-not-found'),
    );
  }
  await resourcing.ask(ada, WriteNote, { ...note, text: SECRET, isShared: true }, { version: 1 });
  expect(await readBy()).toEqual([1, 1, 0, 0]);
  expect((await resourcing.ask(ines, Notes, {})).notes).toMatchObject([
    { isOwn: false, withPersonId: ada.personId, withName: 'Ada Boss', text: SECRET, version: 2 },
  ]);
});

test('no word of it is in an event, in a stored answer or in what the service writes to its log', async () => {
  expect(resourcing.output()).not.toContain(SECRET);
  const stored = await resourcing.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'bus' AND table_type = 'BASE TABLE'`,
  );
  expect(stored.length).toBeGreaterThan(3);
  for (const { name } of stored) {
    const found = await resourcing.rows(
      `SELECT 1 FROM bus."${name}" AS line WHERE line::text LIKE '%' || $1 || '%' LIMIT 1`,
      SECRET,
    );
    expect({ name, found }).toEqual({ name, found: [] });
  }
});
