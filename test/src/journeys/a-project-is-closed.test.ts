import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ClosingReport, LessonPage } from '@meridian/contracts-projects';
import { GatewayProblem } from '@meridian/local';
import { eventually } from '@meridian/testing';
import { openProject } from '../house/open-project.js';
import type { OpenedProject, ProjectPage } from '../house/open-project.js';
import { startTrialHouse } from '../house/trial-house.js';
import type { TrialHouse } from '../house/trial-house.js';

const START_MS = 180_000;
const JOURNEY_MS = 180_000;
const HEARD = { timeoutMs: 60_000 };

let trial: TrialHouse;
let project: OpenedProject;
let today: string;

beforeAll(async () => {
  trial = await startTrialHouse({ keepsStoresRunning: true, say: () => undefined });
  today = new Date().toISOString().slice(0, 10);
  project = await openProject(trial, { code: 'CLOSED', portfolio: 'Trial', tasks: 1, today });
}, START_MS);

afterAll(() => trial?.end(), START_MS);

const path = (rest = '') => `/v1/projects/${project.projectId}${rest}`;
const pageOf = () => trial.as('anna.meyer').get<ProjectPage>(path());
const closingOf = () => trial.as('anna.meyer').get<ClosingReport>(path('/closing'));

async function move(to: string, more: object = {}): Promise<void> {
  const { version } = (await pageOf()).project;
  const body = { to, reason: `On to ${to}.`, ...more };
  await trial.as('anna.meyer').command('POST', path('/stage'), body, { 'If-Match': `"${version}"` });
}

/** All work done and accepted, its gate passed. */
async function deliver(): Promise<void> {
  const { plan } = await pageOf();
  for (const { taskId } of plan?.tasks ?? []) {
    const done = { percentComplete: 100, asOf: today };
    await trial.as('anna.meyer').command('PATCH', path(`/tasks/${taskId}/progress`), done);
  }
  const page = await eventually(async () => {
    const found = await pageOf();
    expect([found.quality?.milestones.length, found.governance?.gates.length]).toEqual([1, 1]);
    return found;
  }, HEARD);
  const [milestone] = page.quality?.milestones ?? [];
  const evidence = { state: 'passed', evidence: 'Protocol 7' };
  for (const { checkId } of milestone?.checks ?? [])
    await trial.as('mia.dubois').command('POST', `/v1/checks/${checkId}/decision`, evidence);
  await trial.as('mia.dubois').command('POST', path(`/milestones/${milestone?.milestoneId}/acceptance`), {});
  const [gate] = page.governance?.gates ?? [];
  const go = { decision: 'go', reason: 'It is built.' };
  await trial.as('sam.rossi').command('POST', `/v1/gates/${gate?.gateId}/decision`, go);
}

/** Waits until the answers are these, by owner. */
function answered(states: Readonly<Record<string, string>>): Promise<ClosingReport> {
  return eventually(async () => {
    const report = await closingOf();
    expect(Object.fromEntries(report.answers.map(({ owner, state }) => [owner, state]))).toEqual(states);
    return report;
  }, HEARD);
}

test(
  'a closing shows what budgeting has open and that governance is silent, and ends when both are settled',
  async () => {
    await deliver();
    const order = { amountMinor: '70000', currency: 'EUR', postedOn: today, reference: 'Last paint' };
    const anna = trial.as('anna.meyer');
    const { postingId } = await anna.command<{ postingId: string }>('POST', path('/commitments'), order);
    const governance = trial.house.services.get('governance');
    await governance?.stop();
    await move('closing');

    const settled = { resourcing: 'clear', quality: 'clear' };
    const asked = await answered({ ...settled, budgeting: 'open', governance: 'missing' });
    expect(asked.answers.find(({ owner }) => owner === 'budgeting')).toMatchObject({
      openCount: 1,
      items: [{ kind: 'commitment', name: 'Order Last paint', amountMinor: '70000', currency: 'EUR' }],
    });
    const lesson = {
      category: 'cost',
      whatHappened: 'Paint ran out.',
      recommendation: 'Order ten per cent more.',
    };
    await anna.command('PUT', path(`/lessons/${randomUUID()}`), lesson, { 'If-Match': '"0"' });
    const refused = await move('archived', { evidence: 'Board' }).catch((problem: unknown) => problem);
    expect(refused).toBeInstanceOf(GatewayProblem);
    expect((refused as GatewayProblem).problem).toMatchObject({
      code: 'projects/stage-guarded',
      detail: expect.stringMatching(/budgeting has 1 open \(Order Last paint\); governance has not answered/),
    });

    const reversal = { postedOn: today, decision: 'The paint is not needed.' };
    await anna.command('POST', `/v1/ledger-entries/${postingId}/reversal`, reversal);
    await answered({ ...settled, budgeting: 'clear', governance: 'missing' });
    await governance?.start();
    await answered({ ...settled, budgeting: 'clear', governance: 'clear' });
    await move('archived', { evidence: 'Board' });
    expect(await closingOf()).toMatchObject({
      stage: 'archived',
      answers: [],
      closings: [{ number: 1, state: 'complete', leftOpen: [] }],
    });
    const found = await trial.as('tom.jensen').get<LessonPage>('/v1/lessons?text=paint&category=cost');
    expect(found).toMatchObject({ total: 1, lessons: [{ projectCode: 'CLOSED', number: 1 }] });
  },
  JOURNEY_MS,
);
