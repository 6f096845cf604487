import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Attention, OwnAttention, PortfolioHealth } from '@meridian/contracts-reporting';
import {
  ConcernAttended,
  ConcernOverdue,
  PerformanceReady,
  PerformanceSeen,
} from '@meridian/contracts-resourcing';
import { person, ServiceUnderTest } from '@meridian/testing';
import type { TestPerson } from '@meridian/testing';

const STEP_MS = 120_000;
const anna = person('pmo-manager', 'Anna');
const ada = { ...person('team-member', 'Ada'), personId: randomUUID() };
const top = { ...person('project-manager', 'Tove'), personId: randomUUID() };
const ines = { ...person('team-member', 'Ines'), personId: randomUUID() };

let reporting: ServiceUnderTest;

beforeAll(async () => {
  reporting = await ServiceUnderTest.start('reporting');
}, STEP_MS);
afterAll(() => reporting?.end(), STEP_MS);

const linesOf = async (who: TestPerson) => (await reporting.ask(who, OwnAttention, {})).lines;

async function overdue(concernId: string, waitsFor: string): Promise<void> {
  await reporting.hears(ConcernOverdue, {
    concernId,
    confidentiality: 'named-person',
    answerBy: '2026-11-20',
    waitsForPersonIds: [waitsFor],
    waitsForNames: ['Ada Boss'],
    escalatedToPersonIds: [top.personId],
  });
}

test('an answer that is owed is told to who owes it and to their line manager, each in their own words, until it is there', async () => {
  const concernId = randomUUID();
  await overdue(concernId, ada.personId);
  expect(await linesOf(ada)).toMatchObject([
    {
      kind: 'concern-answer',
      severity: 'red',
      dueOn: '2026-11-20',
      title: 'A concern waits for your answer',
    },
  ]);
  expect(await linesOf(top)).toMatchObject([
    { kind: 'concern-owed', severity: 'amber', title: 'Ada Boss owes an answer to a concern' },
  ]);
  await reporting.hears(ConcernAttended, { concernId });
  expect([await linesOf(ada), await linesOf(top)]).toEqual([[], []]);
});

test('nobody else learns of it: no role, no list, no count, no event, and no answer names the concern', async () => {
  const concernId = randomUUID();
  await overdue(concernId, ada.personId);
  for (const other of [anna, ines]) expect(await linesOf(other)).toEqual([]);
  expect(await reporting.ask(anna, Attention, {})).toEqual({ total: 0, lines: [] });
  expect(await reporting.ask(anna, PortfolioHealth, {})).toMatchObject({ projects: 0, lines: [] });
  expect(await reporting.rows('SELECT 1 FROM bus.outbox')).toEqual([]);
  expect(JSON.stringify([await linesOf(ada), await linesOf(top)])).not.toContain(concernId);
  expect(reporting.output()).not.toContain(concernId);
});

test('figures of a period wait for the person alone, and no more when the person looked at them', async () => {
  const ready = { personId: ines.personId, personName: 'Ines', releasedOn: '2026-10-26' };
  await reporting.hears(PerformanceReady, { ...ready, lineManagerId: ada.personId, period: '2026-Q3' });
  await reporting.hears(PerformanceReady, { ...ready, period: '2026-Q2' });
  expect((await linesOf(ines)).map(({ kind, period }) => [kind, period])).toEqual(
    expect.arrayContaining([
      ['performance', '2026-Q2'],
      ['performance', '2026-Q3'],
    ]),
  );
  expect((await linesOf(ada)).filter(({ kind }) => kind === 'performance')).toEqual([]);
  expect(await linesOf(anna)).toEqual([]);
  await reporting.hears(PerformanceSeen, { personId: ines.personId, period: '2026-Q3' });
  expect(await linesOf(ines)).toMatchObject([{ period: '2026-Q2' }]);
});
