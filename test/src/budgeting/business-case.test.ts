import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  BenefitMeasured,
  Benefits,
  BusinessCase,
  BusinessCaseRecorded,
  MeasureBenefit,
  RecordBenefit,
  RecordBusinessCase,
} from '@meridian/contracts-budgeting';
import { person, refusalCode, ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

/** NPV-1: −10,000, then 3,000, 4,200, 6,800, at 10 per cent; the published value counts the outlay a year later. */
function npv1(projectId: string, more: Partial<RecordBusinessCase> = {}): RecordBusinessCase {
  return {
    projectId,
    summary: 'One order system instead of three',
    assumptions: 'Volumes of 2026',
    currency: 'EUR',
    discountRate: '0.1',
    nowMinor: '0',
    flows: [
      { period: '2027', inMinor: '0', outMinor: '1000000' },
      { period: '2028', inMinor: '300000', outMinor: '0' },
      { period: '2029', inMinor: '420000', outMinor: '0' },
      { period: '2030', inMinor: '680000', outMinor: '0' },
    ],
    ...more,
  };
}

test('NPV-1: a business case of a project has the published value, and each gate keeps its version', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId, manager } = project;
  const first = await budgeting.ask(manager, RecordBusinessCase, npv1(projectId), { version: 0 });
  // Source: Excel help on NPV, 1,188.44.
  expect(first).toMatchObject({ version: 1, npvMinor: '118844', irrState: 'one' });
  expect(await budgeting.announced(BusinessCaseRecorded, projectId)).toMatchObject([
    { version: 1, npvMinor: '118844' },
  ]);
  await project.gate('go');
  const later = npv1(projectId, { summary: 'Dearer', nowMinor: '-200000' });
  expect(await refusalCode(budgeting.ask(manager, RecordBusinessCase, later, { version: 0 }))).toBe(
    'budgeting/version-conflict',
  );
  await budgeting.ask(manager, RecordBusinessCase, later, { version: 1 });
  const { versions } = await budgeting.ask(manager, BusinessCase, { projectId });
  expect(versions.map(({ version, npvMinor, gates }) => [version, npvMinor, gates.length])).toEqual([
    [2, '-81156', 0],
    [1, '118844', 1],
  ]);
  expect(versions[1]?.gates).toMatchObject([{ name: 'Gate 2', decision: 'go', decidedOn: '2026-02-01' }]);
});

test('a case without any rate of return, or with several, says so; a stranger sees none of it', async () => {
  const { projectId, manager } = await TrialProject.planned(budgeting, { isConfidential: true });
  const flow = (period: string, inMinor: string, outMinor = '0') => ({ period, inMinor, outMinor });
  const none = npv1(projectId, { nowMinor: '100', flows: [flow('1', '100')] });
  expect(await budgeting.ask(manager, RecordBusinessCase, none)).toMatchObject({
    irrState: 'none',
    irrRates: [],
  });
  // −1,000, +2,300, −1,320: zero at 10 and at 20 per cent.
  const two = npv1(projectId, { nowMinor: '-1000', flows: [flow('1', '2300'), flow('2', '0', '1320')] });
  const several = await budgeting.ask(manager, RecordBusinessCase, two);
  expect([several.irrState, several.irrRates]).toEqual(['several', ['0.100000', '0.200000']]);
  const stranger = person('project-manager', 'Ole');
  expect(await refusalCode(budgeting.ask(stranger, BusinessCase, { projectId }))).toBe(
    'access/project-not-found',
  );
  expect(await refusalCode(budgeting.ask(stranger, RecordBusinessCase, none))).toBe(
    'access/project-not-found',
  );
});

test('a benefit is measured by its owner after the project, and the register says how far it came', async () => {
  const { projectId, manager } = await TrialProject.planned(budgeting);
  const sam = person('team-member', 'Sam Rossi');
  const benefitId = randomUUID();
  const promise: RecordBenefit = {
    benefitId,
    projectId,
    name: 'Invoices leave sooner',
    ownerPersonId: sam.personId,
    ownerName: sam.name,
    measure: 'Days from order to invoice',
    baseline: '10',
    target: '3',
    targetOn: '2026-06-30',
  };
  await budgeting.ask(manager, RecordBenefit, promise, { version: 0 });
  const measure = (value: string, on: string, who = sam) =>
    budgeting.ask(who, MeasureBenefit, { benefitId, on, value, evidence: 'Invoice report' });
  expect(await refusalCode(measure('5', '2026-03-31', manager))).toBe('budgeting/benefit-owner-needed');
  expect(await refusalCode(measure('5', '2999-03-31'))).toBe('budgeting/measured-ahead');
  await measure('6', '2026-03-31');
  await measure('6.5', '2026-03-31');
  const figures = await measure('4.5', '2026-09-30');
  expect(figures).toMatchObject({ version: 4, state: 'overdue', attainmentPercent: '78.57' });
  expect(figures.measures.map(({ on, value, isReplaced }) => [on, value, isReplaced])).toEqual([
    ['2026-09-30', '4.5', false],
    ['2026-03-31', '6.5', false],
    ['2026-03-31', '6', true],
  ]);
  await measure('2.5', '2026-10-31', anna);
  const told = await budgeting.announced(BenefitMeasured, projectId);
  expect(told.at(-1)).toMatchObject({ benefitId, state: 'reached', attainmentPercent: '107.14' });
  const { benefits } = await budgeting.ask(sam, Benefits, { projectId });
  expect(benefits).toMatchObject([{ name: 'Invoices leave sooner', state: 'reached' }]);
  const elsewhere = await TrialProject.planned(budgeting);
  expect(
    await refusalCode(budgeting.ask(anna, RecordBenefit, { ...promise, projectId: elsewhere.projectId })),
  ).toBe('budgeting/benefit-elsewhere');
});
