import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  DecideGate,
  DecisionsOfSponsors,
  GateRecorded,
  RequestDecision,
} from '@meridian/contracts-governance';
import { ProjectRecorded } from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';

const sam = person('sponsor', 'Sam');
const anna = person('pmo-manager', 'Anna');
const lea = person('resource-manager', 'Lea');
let governance: ServiceUnderTest;

beforeAll(async () => {
  governance = await ServiceUnderTest.start('governance');
}, 120_000);
afterAll(() => governance?.end());

async function sponsored(name: string, isConfidential: boolean, sponsorPersonId = sam.personId, version = 1) {
  const projectId = randomUUID();
  await governance.hears(ProjectRecorded, {
    projectId,
    version,
    code: projectId.slice(0, 8),
    name,
    portfolio: 'Plants',
    stage: 'approved',
    currency: 'EUR',
    phases: [
      { phaseId: 'prepare', name: 'Prepare', order: 1 },
      { phaseId: 'build', name: 'Build', order: 2 },
    ],
    isConfidential,
    sponsorPersonId,
  });
  return projectId;
}

const waiting = async (asker: typeof lea) => {
  const { decisions } = await governance.ask(asker, DecisionsOfSponsors, {
    sponsorPersonIds: [sam.personId],
  });
  return decisions.map(({ projectName, kind, name }) => `${projectName}: ${kind} ${name}`).sort();
};

test('of a sponsor who leaves the next gate of each project and what was asked for are listed, until they are decided', async () => {
  const open = await sponsored('Cork', false);
  await sponsored('Secret', true);
  await sponsored('Not theirs', false, anna.personId);
  await governance.ask(anna, RequestDecision, {
    projectId: open,
    title: 'Second crane',
    kind: 'approval',
    dueOn: '2026-12-01',
  });
  const [first, second] = await governance.announced(GateRecorded, open);
  expect(await waiting(lea)).toEqual(['Cork: decision Second crane', `Cork: gate ${first?.name}`]);
  expect((await waiting(anna)).join()).toContain('Secret: gate');
  await governance.ask(anna, DecideGate, {
    gateId: first?.gateId ?? '',
    decision: 'go',
    reason: 'All is there.',
    conditions: [],
  });
  expect(await waiting(lea)).toContain(`Cork: gate ${second?.name}`);
});
