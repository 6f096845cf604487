import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ChecksPlanned,
  CreateFromTemplate,
  DecideTemplateVersion,
  ImportPlan,
  LaunchWave,
  LinkProjects,
  PlanWave,
  PreviewTemplateVersion,
  ProjectPlan,
  RecordSite,
  RegisterProject,
  ReportProgress,
  SaveTemplate,
  TemplateOffer,
  TemplateVersionDecided,
  WaveStatus,
} from '@meridian/contracts-projects';
import { CheckRecorded } from '@meridian/contracts-quality';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { idsByName, wallPlan, writtenPlan, type WrittenTask } from './written-plan.js';

const FIRST: readonly WrittenTask[] = [
  { uid: 1, name: 'Load master data', days: 3, people: ['Data analyst'] },
  { uid: 2, name: 'Rehearse', days: 5, after: [1], people: ['Site lead'] },
  { uid: 3, name: 'Ready', days: 0, after: [2] },
  { uid: 4, name: 'Cut over', days: 1, after: [3], people: ['Site lead'] },
];
/** Loading takes a day longer, and there is a second rehearsal. */
const SECOND: readonly WrittenTask[] = [
  { ...FIRST[0]!, days: 4 },
  FIRST[1]!,
  { uid: 5, name: 'Rehearse again', days: 2, after: [2], people: ['Site lead'] },
  { ...FIRST[2]!, after: [5] },
  FIRST[3]!,
];
const pmo = person('pmo-manager', 'Anna Meyer');
const lead = person('project-manager', 'Rui Costa');
let projects: ServiceUnderTest;
let templateId: string;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
  const source = confidentialProject(randomUUID());
  const { projectId } = source;
  await projects.ask(pmo, RegisterProject, source);
  await projects.ask(pmo, ImportPlan, wallPlan(projectId, writtenPlan(FIRST)));
  templateId = randomUUID();
  const template = { templateId, projectId, name: 'ERP at a plant', purpose: 'Goes live.', roles: [] };
  await projects.ask(pmo, SaveTemplate, template, { version: 0 });
  await projects.ask(pmo, ImportPlan, wallPlan(projectId, writtenPlan(SECOND)));
  const milestoneId = (await idsIn(projectId)).get('Ready') ?? '';
  const check = { projectId, milestoneId, checkId: randomUUID(), version: 1 };
  await projects.hears(CheckRecorded, {
    ...check,
    title: 'Both rehearsals signed off',
    isMandatory: true,
    state: 'open',
  });
  const next = { ...template, purpose: 'A second rehearsal pays off.' };
  await projects.ask(pmo, SaveTemplate, next, { version: 1 });
});
afterAll(() => projects.end());

async function idsIn(projectId: string) {
  return idsByName((await projects.ask(pmo, ProjectPlan, { projectId })).tasks);
}

async function begun(wish: Partial<CreateFromTemplate> = {}): Promise<string> {
  const code = `T-${randomUUID().slice(0, 8)}`;
  const record = { code, name: 'Cork goes live', portfolio: 'Plants', currency: 'EUR', stage: 'approved' };
  const { id } = await projects.ask(pmo, CreateFromTemplate, {
    ...record,
    stage: 'approved',
    templateId,
    templateVersion: 1,
    start: '2026-03-02',
    managerPersonId: lead.personId!,
    managerName: lead.name,
    ...wish,
  });
  return id;
}

function offerOf(projectId: string) {
  return projects.ask(lead, TemplateOffer, { projectId });
}

async function choices(projectId: string) {
  const { lines } = await offerOf(projectId);
  return lines.filter(({ state }) => state === 'open').map(({ key, part }) => ({ key, part }));
}

type Wish = Partial<DecideTemplateVersion> & { readonly projectId: string };

async function decide({ projectId, ...wish }: Wish, version?: number) {
  const { planVersion } = await offerOf(projectId);
  const decision = { toVersion: 2, decision: 'adopt' as const, lines: [], reason: 'It pays off.', ...wish };
  return projects.ask(
    lead,
    DecideTemplateVersion,
    { projectId, ...decision },
    { version: version ?? planVersion },
  );
}

test('the manager of a project sees line by line what a later version of its template has otherwise', async () => {
  const projectId = await begun();
  const offer = await offerOf(projectId);
  expect(offer).toMatchObject({
    templateName: 'ERP at a plant',
    runsVersion: 1,
    offeredVersion: 2,
    purpose: 'A second rehearsal pays off.',
    lineCount: 4,
    history: [],
  });
  expect(offer.lines.map(({ name, part, change, state }) => [name, part, change, state])).toEqual([
    ['Load master data', 'duration', 'changed', 'open'],
    ['Rehearse again', 'task', 'added', 'open'],
    ['Ready', 'links', 'changed', 'open'],
    ['Ready', 'checks', 'changed', 'open'],
  ]);
  const other = projects.ask(person('project-manager', 'Jo Bell'), TemplateOffer, { projectId });
  await expect(other).rejects.toMatchObject({ code: 'access/not-your-project' });
});

test('before anything is written the dates are seen that would move, here and in projects that wait', async () => {
  const projectId = await begun();
  const waiting = await begun({ templateVersion: 2 });
  await projects.ask(pmo, LinkProjects, {
    projectId: waiting,
    taskId: (await idsIn(waiting)).get('Load master data')!,
    fromProjectId: projectId,
    fromTaskId: (await idsIn(projectId)).get('Cut over')!,
    kind: 'FS',
    lagMinutes: 0,
  });
  const lines = await choices(projectId);
  const preview = await projects.ask(lead, PreviewTemplateVersion, { projectId, toVersion: 2, lines });
  // Nine days end on Thursday 12 March; one more of loading and two of rehearsing on Tuesday 17.
  expect(preview.plan).toMatchObject({
    finishBefore: '2026-03-12',
    finish: '2026-03-17',
    addedCount: 1,
    added: [{ name: 'Rehearse again' }],
    notes: ['Quality is told of the checks of "Ready"; checks that are there stay.'],
  });
  // Twelve working days from Friday 13 March end on Monday 30, from Wednesday 18 on Thursday 2 April.
  expect(preview.projects).toMatchObject([{ projectId: waiting, finishDays: 3, movedCount: 5 }]);
  const { tasks } = await projects.ask(pmo, ProjectPlan, { projectId });
  expect(tasks).toHaveLength(4);
});

test('chosen lines come into the plan, the rest stays, and the history says who decided what and why', async () => {
  const projectId = await begun();
  const before = await idsIn(projectId);
  const lines = (await choices(projectId)).filter(({ part }) => part !== 'duration');
  const answer = await decide({ projectId, lines, reason: 'Our master data are small.' });
  expect(answer).toMatchObject({ version: 2, runsVersion: 2, taken: 3, leftOut: 1, finish: '2026-03-16' });
  const { tasks } = await projects.ask(pmo, ProjectPlan, { projectId });
  expect(tasks.map(({ name, finish }) => [name, finish.slice(0, 10)])).toEqual([
    ['Load master data', '2026-03-04'],
    ['Rehearse', '2026-03-11'],
    ['Rehearse again', '2026-03-13'],
    ['Ready', '2026-03-13'],
    ['Cut over', '2026-03-16'],
  ]);
  expect((await idsIn(projectId)).get('Ready')).toBe(before.get('Ready'));
  expect((await projects.announced(ChecksPlanned, projectId)).at(-1)).toMatchObject({
    templateVersion: 2,
    checks: [{ milestoneId: before.get('Ready'), title: 'Both rehearsals signed off' }],
  });
  expect(await projects.announced(TemplateVersionDecided, projectId)).toMatchObject([
    { fromVersion: 1, toVersion: 2, decision: 'adopted', taken: 3, leftOut: 1, decidedByName: 'Rui Costa' },
  ]);
  const { history, ...offer } = await offerOf(projectId);
  expect(offer).toMatchObject({ runsVersion: 2, lines: [], planVersion: 2 });
  expect(offer).not.toHaveProperty('offeredVersion');
  expect(history).toMatchObject([
    {
      number: 1,
      decision: 'adopted',
      reason: 'Our master data are small.',
      planVersion: 2,
      leftOut: ['Load master data, duration: 24 h → 32 h'],
    },
  ]);
});

test('a version is declined with a reason, changes nothing and is still offered', async () => {
  const projectId = await begun();
  const answer = await decide({ projectId, decision: 'decline', reason: 'Live in two weeks.' });
  expect(answer).toMatchObject({ version: 1, runsVersion: 1, taken: 0, leftOut: 4 });
  const offer = await offerOf(projectId);
  expect(offer).toMatchObject({ offeredVersion: 2, lineCount: 4, planVersion: 1 });
  expect(offer.history).toMatchObject([{ decision: 'declined', reason: 'Live in two weeks.', taken: [] }]);
});

test('what has begun is not replanned, an old offer is refused, and so is a version that is not later', async () => {
  const projectId = await begun();
  const lines = await choices(projectId);
  const taskId = (await idsIn(projectId)).get('Load master data')!;
  const progress = { projectId, taskId, percentComplete: 50, asOf: '2026-03-03' };
  await projects.ask(pmo, ReportProgress, progress);
  const duration = lines.filter(({ part }) => part === 'duration');
  await expect(decide({ projectId, lines: duration })).rejects.toMatchObject({
    code: 'projects/template-line-not-to-be-had',
  });
  await expect(decide({ projectId, lines: [{ key: 'x', part: 'name' }] })).rejects.toMatchObject({
    code: 'projects/template-line-not-offered',
  });
  await expect(decide({ projectId })).rejects.toMatchObject({ code: 'projects/no-line-chosen' });
  await expect(decide({ projectId, lines }, 7)).rejects.toMatchObject({ code: 'projects/version-conflict' });
  const current = await begun({ templateVersion: 2 });
  await expect(decide({ projectId: current })).rejects.toMatchObject({ code: 'projects/no-later-version' });
});

test('a project that was made without a template is offered nothing', async () => {
  const record = confidentialProject(randomUUID());
  const { projectId } = record;
  await projects.ask(pmo, RegisterProject, record);
  expect(await projects.ask(pmo, TemplateOffer, { projectId })).toEqual({
    projectId,
    planVersion: 0,
    lines: [],
    lineCount: 0,
    history: [],
  });
  const decision = { toVersion: 2, decision: 'decline' as const, lines: [], reason: 'There is none.' };
  await expect(projects.ask(pmo, DecideTemplateVersion, { projectId, ...decision })).rejects.toMatchObject({
    code: 'projects/not-from-template',
  });
});

test('across a wave it is seen which site runs which version of the template', async () => {
  const week = [{ weekday: 'monday' as const, shifts: [{ from: '08:00', to: '16:00' }] }];
  const sites = await Promise.all(
    ['Porto', 'Leeds', 'Turin'].map(async (name) => {
      const siteId = randomUUID();
      const facts = { language: 'en', currency: 'EUR', timeZone: 'Europe/Dublin', readiness: [] };
      const place = { siteId, code: siteId.slice(0, 8), name, managerPersonId: lead.personId! };
      const calendar = { name, week, exceptions: [] };
      await projects.ask(pmo, RecordSite, { ...place, calendar, ...facts }, { version: 0 });
      return { siteId };
    }),
  );
  const waveId = randomUUID();
  const place = {
    portfolio: 'Plants',
    programme: `ERP ${waveId.slice(0, 8)}`,
    codePrefix: waveId.slice(0, 8),
  };
  const start = { firstStart: '2027-02-01', intervalDays: 7 };
  const wave = { waveId, name: 'Wave 1', templateId, templateVersion: 1, ...place, ...start, sites };
  await projects.ask(pmo, PlanWave, wave, { version: 0 });
  const { launched } = await projects.ask(pmo, LaunchWave, { waveId });
  const [porto, leeds] = launched.map(({ projectId }) => projectId) as [string, string];
  await decide({ projectId: porto, lines: await choices(porto) });
  await decide({ projectId: leeds, decision: 'decline' });
  const status = await projects.ask(pmo, WaveStatus, { waveId });
  expect(status.latestTemplateVersion).toBe(2);
  expect(
    status.sites.map(({ name, project }) => [name, project?.templateVersion, project?.declinedVersion]),
  ).toEqual([
    ['Porto', 2, undefined],
    ['Leeds', 1, 2],
    ['Turin', 1, undefined],
  ]);
  expect(status.sites[0]?.project).toMatchObject({ added: 0, removed: 0, changed: 0 });
});
