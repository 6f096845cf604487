import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  PersonSkills,
  RecordSkill,
  SkillExpiring,
  SkillMatrix,
  SkillRecorded,
} from '@meridian/contracts-resourcing';
import { eventually, ServiceUnderTest } from '@meridian/testing';
import { lea, recordWorker, worker } from './workers.js';

const STEP_MS = 120_000;
const ines = worker('K-1', 'Ines Moreau');
const boss = worker('K-2', 'Ada Boss');
const ole = worker('K-3', 'Ole Lindqvist');

let resourcing: ServiceUnderTest;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  await record('K-1', 'Ines Moreau', boss.personId);
  await record('K-2', 'Ada Boss');
  await record('K-3', 'Ole Lindqvist');
}, STEP_MS);

afterAll(() => resourcing?.end(), STEP_MS);

function record(employeeNumber: string, name: string, lineManagerId?: string) {
  return recordWorker(resourcing, { employeeNumber, name, lineManagerId });
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const refused = (code: string) => expect.objectContaining({ code });

test('a skill is stated by oneself, confirmed by the line manager, and keeps its history', async () => {
  const stated = { personId: ines.personId, skill: 'GAMP 5', level: 2, evidence: 'Two projects' };
  const first = await resourcing.ask(ines, RecordSkill, stated, { version: 0, key: 'one-statement-only' });
  expect(await resourcing.ask(ines, RecordSkill, stated, { version: 0, key: 'one-statement-only' })).toEqual(
    first,
  );
  const confirmed = { ...stated, skill: ' gamp  5', level: 3, evidence: 'Examination' };
  await expect(resourcing.ask(boss, RecordSkill, confirmed, { version: 0 })).rejects.toMatchObject(
    refused('resourcing/version-conflict'),
  );
  await resourcing.ask(boss, RecordSkill, confirmed, { version: 1 });
  const { skills } = await resourcing.ask(ines, PersonSkills, {});
  expect(skills).toMatchObject([
    {
      level: 3,
      state: 'valid',
      version: 2,
      history: [
        { version: 2, level: 3, evidence: 'Examination', isConfirmed: true, recordedBy: 'Ada Boss' },
        { version: 1, level: 2, evidence: 'Two projects', isConfirmed: false },
      ],
    },
  ]);
  const told = await resourcing.announced(SkillRecorded, ines.personId);
  expect(told.map(({ level, isConfirmed }) => [level, isConfirmed])).toEqual([
    [2, false],
    [3, true],
  ]);
});

test('a colleague neither sees nor records the skills of another, and a level needs evidence', async () => {
  const { personId } = ines;
  await expect(resourcing.ask(ole, PersonSkills, { personId })).rejects.toMatchObject(
    refused('resourcing/person-not-found'),
  );
  const record = { personId, skill: 'Java', level: 1, evidence: 'I say so' };
  await expect(resourcing.ask(ole, RecordSkill, record)).rejects.toMatchObject(
    refused('resourcing/person-not-found'),
  );
  await expect(resourcing.ask(ines, RecordSkill, { ...record, evidence: '' })).rejects.toMatchObject(
    refused('resourcing/skill-without-evidence'),
  );
});

test('a certificate that ends soon is told of once for its last day, again when it was renewed for too short', async () => {
  const certificate = { personId: ole.personId, skill: 'Crane licence', level: 4, evidence: 'TUV 4711' };
  await resourcing.ask(lea, RecordSkill, { ...certificate, validUntil: inDays(30) }, { version: 0 });
  await resourcing.ask(lea, RecordSkill, { ...certificate, skill: 'Welding', validUntil: inDays(90) });
  expect(await ending(1)).toMatchObject([
    { personName: 'Ole Lindqvist', skill: 'Crane licence', level: 4, validUntil: inDays(30) },
  ]);
  await resourcing.restart();
  await resourcing.ask(lea, RecordSkill, { ...certificate, validUntil: inDays(31) }, { version: 1 });
  expect((await ending(2)).map(({ validUntil }) => validUntil)).toEqual([inDays(30), inDays(31)]);
  const { skills } = await resourcing.ask(ole, PersonSkills, {});
  expect(skills.map(({ skill, state }) => [skill, state])).toEqual([
    ['Crane licence', 'expiring'],
    ['Welding', 'valid'],
  ]);
});

test('the matrix shows what counts today without what shows it', async () => {
  await resourcing.rows(
    `UPDATE skill SET valid_until = '2020-01-01' WHERE person_id = $1::uuid AND name = 'Welding'`,
    ole.personId,
  );
  const { cells } = await resourcing.ask(lea, SkillMatrix, { minimumLevel: 3 });
  expect(cells.map(({ skill, personName, level }) => [skill, personName, level])).toEqual([
    ['Crane licence', 'Ole Lindqvist', 4],
    ['gamp  5', 'Ines Moreau', 3],
  ]);
  expect(JSON.stringify(cells)).not.toContain('TUV');
});

/** What was told of the skills of Ole, as soon as it is so many. */
function ending(count: number) {
  return eventually(
    async () => {
      const told = await resourcing.announced(SkillExpiring, ole.personId);
      if (told.length < count) throw new Error(`Told of ${told.length}.`);
      expect(told).toHaveLength(count);
      return told;
    },
    { timeoutMs: 60_000 },
  );
}
