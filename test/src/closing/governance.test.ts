import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ClosingGovernanceAnswered,
  DecideGate,
  ProjectGates,
  RequestDecision,
  TakeDecision,
} from '@meridian/contracts-governance';
import { person, ServiceUnderTest } from '@meridian/testing';
import { anna, ClosingProject } from './closing-project.js';

const sponsor = person('sponsor', 'Sam Rossi');
const PHASE = { phaseId: 'build', name: 'Build', order: 1, gateOn: '2026-11-20' };
let governance: ServiceUnderTest;

beforeAll(async () => {
  governance = await ServiceUnderTest.start('governance');
});
afterAll(() => governance?.end());

function answers({ projectId }: ClosingProject) {
  return governance.announced(ClosingGovernanceAnswered, projectId);
}

function request({ projectId }: ClosingProject, title: string) {
  return governance.ask(anna, RequestDecision, { projectId, title, kind: 'approval', dueOn: '2026-12-01' });
}

test('gates and decisions keep a project from being closed until somebody decides them', async () => {
  const project = new ClosingProject(governance);
  await project.record('delivery', [PHASE]);
  const closingId = await project.start();
  await project.start(closingId);
  expect(await answers(project)).toMatchObject([
    {
      closingId,
      verdict: 'open',
      openCount: 1,
      items: [{ kind: 'gate', name: 'Gate: Build', detail: 'due 2026-11-20' }],
    },
  ]);

  const { id: decisionId } = await request(project, 'Second crane');
  const { gates } = await governance.ask(anna, ProjectGates, { projectId: project.projectId });
  const gateId = gates[0]?.gateId ?? '';
  await governance.ask(anna, DecideGate, { gateId, decision: 'hold', reason: 'No money', conditions: [] });
  expect((await answers(project)).at(-1)).toMatchObject({
    openCount: 2,
    items: [
      { kind: 'gate', detail: 'hold, due 2026-11-20' },
      { kind: 'decision', name: 'Second crane' },
    ],
  });
  await governance.ask(anna, DecideGate, { gateId, decision: 'go', reason: 'It is built', conditions: [] });
  const outcome = { outcome: 'approved' as const, reason: 'It is needed' };
  await governance.ask(sponsor, TakeDecision, { decisionId, ...outcome });
  expect((await answers(project)).map(({ openCount }) => openCount)).toEqual([1, 2, 2, 1, 0]);
});

test('a stopped project passes no more gates; back in delivery nothing is told any more', async () => {
  const project = new ClosingProject(governance);
  await project.record('closing', [PHASE]);
  const closingId = await project.start(randomUUID(), true);
  expect(await answers(project)).toMatchObject([{ verdict: 'clear' }]);
  await project.withdraw(closingId);
  await request(project, 'Second crane');
  expect(await answers(project)).toHaveLength(1);
});
