import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DecideGate, GateRecorded } from '@meridian/contracts-governance';
import { GatesPlanned, ProjectRecorded } from '@meridian/contracts-projects';
import { MilestoneReadinessChanged } from '@meridian/contracts-quality';
import { person, ServiceUnderTest } from '@meridian/testing';

let governance: ServiceUnderTest;

beforeAll(async () => {
  governance = await ServiceUnderTest.start('governance');
});
afterAll(() => governance.end());

async function project(): Promise<string> {
  const projectId = randomUUID();
  const facts = { name: 'Cork goes live', portfolio: 'Plants', stage: 'approved', currency: 'EUR' } as const;
  const phases = [{ phaseId: 'prepare', name: 'Prepare', order: 1 }];
  const code = projectId.slice(0, 8);
  await governance.hears(ProjectRecorded, {
    projectId,
    version: 1,
    code,
    ...facts,
    phases,
    isConfidential: false,
  });
  return projectId;
}

function planned(projectId: string, milestoneIds: readonly string[] = []): GatesPlanned {
  const gate = { phaseId: 'prepare', name: 'Go live', order: 1, dueOn: '2026-06-15', milestoneIds };
  return { projectId, templateId: randomUUID(), templateVersion: 1, gates: [gate] };
}

function gates(projectId: string) {
  return governance.announced(GateRecorded, projectId);
}

test('the gate of the phase is called and asks as the template says, and stays one gate', async () => {
  const projectId = await project();
  const milestoneId = randomUUID();
  await governance.hears(GatesPlanned, planned(projectId, [milestoneId]));
  const readiness = { openMandatory: 1, isReady: false, isAccepted: false };
  await governance.hears(MilestoneReadinessChanged, {
    projectId,
    milestoneId,
    milestoneName: 'Ready to cut over',
    total: 1,
    open: 1,
    passed: 0,
    failed: 0,
    waived: 0,
    ...readiness,
  });
  const told = await gates(projectId);
  expect(new Set(told.map(({ gateId }) => gateId)).size).toBe(1);
  expect(told.at(-1)).toMatchObject({
    name: 'Go live',
    dueOn: '2026-06-15',
    evidence: [{ milestoneId, name: 'Ready to cut over', isReady: false }],
    missing: 1,
  });
});

test('a gate that was decided stays as it was', async () => {
  const projectId = await project();
  const [{ gateId } = { gateId: '' }] = await gates(projectId);
  const decision = { gateId, decision: 'go', reason: 'All is there.', conditions: [] } as const;
  await governance.ask(person('pmo-manager'), DecideGate, decision);
  const before = await gates(projectId);
  await governance.hears(GatesPlanned, planned(projectId));
  expect(await gates(projectId)).toEqual(before);
});
