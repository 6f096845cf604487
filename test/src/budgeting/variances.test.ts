import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ExplainVariance,
  FollowUpVariance,
  VarianceExplained,
  VarianceFollowedUp,
  VarianceOpened,
  Variances,
} from '@meridian/contracts-budgeting';
import { ScheduleChanged } from '@meridian/contracts-projects';
import { person, refusalCode, ServiceUnderTest } from '@meridian/testing';
import { TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const PLAN = {
  cause: 'Steel is dearer than the offer',
  impact: 'The contingency is used up by March',
  action: 'Order the second lot from the other mill',
  dueOn: '2099-12-15',
};

/** A project whose cost forecast is at 150 per cent of its budget. */
async function overspent(): Promise<TrialProject> {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  await project.progress(0, 100, '2026-01-31');
  await project.invoice(`I-${project.code}`, '1500000');
  return project;
}

async function varianceOf({ projectId, manager }: TrialProject) {
  const { variances } = await budgeting.ask(manager, Variances, { projectId });
  if (variances[0] === undefined) throw new Error('No variance was opened.');
  return variances[0];
}

test('a cost forecast outside of its tolerance asks the manager, who explains and follows up until it has worked', async () => {
  const project = await overspent();
  const { projectId, manager } = project;
  const asked = await varianceOf(project);
  const { varianceId } = asked;
  expect(asked).toMatchObject({
    of: 'cost',
    state: 'asked',
    version: 1,
    unit: 'percent',
    limit: '10',
    isBroken: true,
    ownerPersonId: manager.personId,
    history: [{ kind: 'opened', deviation: '50.000000', forecastBefore: '10000000', forecast: '15000000' }],
  });
  expect(await budgeting.announced(VarianceOpened, projectId)).toMatchObject([
    { varianceId, of: 'cost', ownerPersonId: manager.personId, deviation: '50.000000' },
  ]);

  const explain = { varianceId, ...PLAN };
  expect(await budgeting.ask(manager, ExplainVariance, explain, { version: 1 })).toMatchObject({
    state: 'acting',
    version: 2,
    ...PLAN,
    isOverdue: false,
  });
  expect(await refusalCode(budgeting.ask(manager, ExplainVariance, explain, { version: 1 }))).toBe(
    'budgeting/version-conflict',
  );
  expect(await budgeting.announced(VarianceExplained, projectId)).toMatchObject([
    { varianceId, version: 2, ...PLAN, explainedBy: manager.name },
  ]);

  const worked = { varianceId, outcome: 'worked' as const, note: 'The second lot is here' };
  expect(await refusalCode(budgeting.ask(manager, FollowUpVariance, worked, { version: 2 }))).toBe(
    'budgeting/variance-still-broken',
  );
  const failed = { varianceId, outcome: 'did-not-work' as const, note: 'The other mill is as dear' };
  expect(await budgeting.ask(manager, FollowUpVariance, failed, { version: 2 })).toMatchObject({
    state: 'asked',
    version: 3,
  });
  const again = { ...explain, action: 'Build with less steel' };
  await budgeting.ask(manager, ExplainVariance, again, { version: 3 });
  await project.progress(1, 100, '2026-02-28');
  expect(await varianceOf(project)).toMatchObject({ isBroken: false, version: 5, state: 'acting' });
  const closed = await budgeting.ask(manager, FollowUpVariance, worked, { version: 5 });
  expect(closed).toMatchObject({ state: 'closed', version: 6, action: 'Build with less steel' });
  // Every word that was said is still there.
  expect(closed.history.map(({ kind, action, outcome }) => action ?? outcome ?? kind)).toEqual([
    'opened',
    PLAN.action,
    'did-not-work',
    'Build with less steel',
    'within-again',
    'worked',
  ]);
  expect(await budgeting.announced(VarianceFollowedUp, projectId)).toMatchObject([
    { outcome: 'did-not-work', version: 3 },
    { outcome: 'worked', version: 6 },
  ]);
  expect(await refusalCode(budgeting.ask(manager, ExplainVariance, explain))).toBe(
    'budgeting/variance-closed',
  );
});

test('a forecast that sways is one variance while it is open; after it was closed the next breach opens another', async () => {
  const project = await overspent();
  const { projectId, manager } = project;
  const { varianceId } = await varianceOf(project);
  await project.progress(1, 100, '2026-02-28');
  await project.invoice(`J-${project.code}`, '1500000');
  expect((await varianceOf(project)).history.map(({ kind }) => kind)).toEqual([
    'opened',
    'within-again',
    'broken-again',
  ]);
  await project.progress(2, 100, '2026-03-31');
  await budgeting.ask(manager, ExplainVariance, { varianceId, ...PLAN });
  await budgeting.ask(manager, FollowUpVariance, { varianceId, outcome: 'worked', note: 'Within again' });
  await project.invoice(`K-${project.code}`, '3000000');
  const { variances } = await budgeting.ask(manager, Variances, { projectId });
  expect(variances.map(({ state }) => state)).toEqual(['asked', 'closed']);
  expect(await budgeting.announced(VarianceOpened, projectId)).toHaveLength(2);
});

test('a late finish is a variance of its own, in days', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  await project.approve(undefined, { toleranceDays: 7 });
  const told = { projectId, planVersion: 1, scheduleVersion: 2, start: '2026-01-01', finish: '2026-06-08' };
  await budgeting.hears(ScheduleChanged, { ...told, criticalCount: 5, moved: [] });
  expect(await varianceOf(project)).toMatchObject({
    of: 'finish',
    unit: 'days',
    limit: '7',
    history: [{ deviation: '8', forecastBefore: '2026-05-31', forecast: '2026-06-08' }],
  });
});

test('only whoever manages the project answers for its variances, in their order', async () => {
  const project = await overspent();
  const { varianceId } = await varianceOf(project);
  const explain = { varianceId, ...PLAN };
  expect(await refusalCode(budgeting.ask(person('project-manager', 'Sam'), ExplainVariance, explain))).toBe(
    'access/not-your-project',
  );
  const early = { varianceId, outcome: 'goes-on' as const, note: 'Nothing yet' };
  expect(await refusalCode(budgeting.ask(project.manager, FollowUpVariance, early))).toBe(
    'budgeting/variance-not-explained',
  );
  const past = { ...explain, dueOn: '2026-01-01' };
  expect(await refusalCode(budgeting.ask(project.manager, ExplainVariance, past))).toBe(
    'budgeting/due-day-past',
  );
  const nobody = { ...explain, varianceId: project.projectId };
  expect(await refusalCode(budgeting.ask(project.manager, ExplainVariance, nobody))).toBe(
    'budgeting/unknown-variance',
  );
});
