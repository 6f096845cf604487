import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GateRecorded } from '@meridian/contracts-governance';
import {
  AssignmentsPlanned,
  ChecksPlanned,
  CompareTemplates,
  CreateFromTemplate,
  GatesPlanned,
  ImportPlan,
  ListTemplates,
  ProjectPlan,
  ProjectRecord,
  RegisterProject,
  RetireTemplate,
  SaveTemplate,
  TemplateRecord,
} from '@meridian/contracts-projects';
import { CheckRecorded } from '@meridian/contracts-quality';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { idsByName, wallPlan, writtenPlan, type WrittenTask } from './written-plan.js';

const TASKS: readonly WrittenTask[] = [
  { uid: 1, name: 'Prepare', isSummary: true },
  { uid: 2, name: 'Load master data', level: 2, days: 3, people: ['Data analyst'] },
  { uid: 3, name: 'Rehearse', level: 2, days: 5, after: [2], people: ['Site lead'] },
  { uid: 4, name: 'Ready to cut over', days: 0, after: [3] },
  { uid: 5, name: 'Cut over', days: 1, after: [4], people: ['Site lead'] },
];
const pmo = person('pmo-manager', 'Anna Meyer');
let projects: ServiceUnderTest;
let sourceId: string;
let milestoneId: string;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
  const phases = [{ phaseId: 'prepare', name: 'Prepare', order: 1, gateOn: '2026-03-13' }];
  const source = confidentialProject(randomUUID(), phases);
  sourceId = source.projectId;
  await projects.ask(pmo, RegisterProject, source);
  await projects.ask(pmo, ImportPlan, wallPlan(sourceId, writtenPlan(TASKS)));
  milestoneId = (await idsIn(sourceId)).get('Ready to cut over') ?? '';
  const check = { projectId: sourceId, milestoneId, checkId: randomUUID(), version: 1 };
  await projects.hears(CheckRecorded, {
    ...check,
    title: 'Rehearsal signed off',
    isMandatory: true,
    state: 'open',
  });
  await projects.hears(GateRecorded, {
    projectId: sourceId,
    gateId: randomUUID(),
    version: 1,
    name: 'Go live',
    phaseId: 'prepare',
    order: 1,
    dueOn: '2026-03-16',
    state: 'planned',
    evidence: [{ milestoneId, name: 'Ready to cut over', isReady: false, openMandatory: 1 }],
    missing: 1,
    isReady: false,
  });
});
afterAll(() => projects.end());

async function idsIn(projectId: string) {
  return idsByName((await projects.ask(pmo, ProjectPlan, { projectId })).tasks);
}

type Wish = Partial<SaveTemplate>;

async function saved(wish: Wish = {}) {
  const templateId = randomUUID();
  const template = {
    templateId,
    projectId: sourceId,
    name: `Roll-out ${templateId.slice(0, 8)}`,
    purpose: 'One plant goes live.',
    roles: [],
    ...wish,
  };
  const { id } = await projects.ask(pmo, SaveTemplate, template, { version: 0 });
  return id;
}

function create(templateId: string, wish: Partial<CreateFromTemplate> = {}) {
  const code = `T-${randomUUID().slice(0, 8)}`;
  const project = { code, name: 'Cork goes live', portfolio: 'Plants', stage: 'approved', currency: 'EUR' };
  return projects.ask(pmo, CreateFromTemplate, { ...project, stage: 'approved', templateId, ...wish });
}

test('a template keeps links, roles, checks and gates of the plan it was saved from, and no days', async () => {
  const file = await projects.ask(pmo, TemplateRecord, { templateId: await saved() });
  expect(file.template).toMatchObject({
    version: 1,
    taskCount: 5,
    milestoneCount: 1,
    linkCount: 3,
    roleCount: 2,
    checkCount: 1,
    gateCount: 1,
    workingDays: 9,
    savedByName: 'Anna Meyer',
  });
  const byName = new Map(file.tasks.map((task) => [task.name, task]));
  expect(byName.get('Rehearse')).toMatchObject({
    outlineLevel: 2,
    durationMinutes: 2400,
    roles: [{ role: 'Site lead', unitsPercent: 100, workMinutes: 480 }],
  });
  expect(byName.get('Ready to cut over')?.checks).toEqual([
    { title: 'Rehearsal signed off', isMandatory: true },
  ]);
  expect(file.gates).toMatchObject([{ name: 'Go live', phaseName: 'Prepare', dueAfterDays: 10 }]);
  expect(file.links).toHaveLength(3);
});

test('a project from a template has its plan in its own calendar, with roles as demand', async () => {
  const templateId = await saved();
  const week = (['monday', 'tuesday', 'wednesday', 'thursday'] as const).map((weekday) => ({
    weekday,
    shifts: [{ from: '07:00', to: '15:00' }],
  }));
  const holiday = { name: 'Easter Monday', from: '2026-04-06', to: '2026-04-06', shifts: [] };
  const calendar = { name: 'Four days', week, exceptions: [holiday] };
  const made = await create(templateId, { start: '2026-04-02', calendar });
  // Nine days of eight hours, Monday to Thursday without Easter Monday: Thursday 2 April, then from Tuesday on.
  expect(made).toMatchObject({
    start: '2026-04-02',
    finish: '2026-04-20',
    taskCount: 5,
    checkCount: 1,
    gateCount: 1,
  });
  const plan = await projects.ask(pmo, ProjectPlan, { projectId: made.id });
  const dates = Object.fromEntries(
    plan.tasks.map(({ name, start, finish }) => [name, [start, finish].map((at) => at.slice(0, 10))]),
  );
  expect(dates).toMatchObject({
    'Load master data': ['2026-04-02', '2026-04-08'],
    Rehearse: ['2026-04-09', '2026-04-16'],
    'Cut over': ['2026-04-20', '2026-04-20'],
  });
  const [demand] = await projects.announced(AssignmentsPlanned, made.id);
  expect(demand?.assignments.map(({ resourceName }) => resourceName).sort()).toEqual([
    'Data analyst',
    'Site lead',
    'Site lead',
  ]);
});

test('quality and governance hear which checks and gates the project wants, on its own days', async () => {
  const templateId = await saved();
  const { id: projectId } = await create(templateId, { start: '2026-06-01' });
  const milestone = (await idsIn(projectId)).get('Ready to cut over');
  expect(await projects.announced(ChecksPlanned, projectId)).toEqual([
    {
      projectId,
      templateId,
      templateVersion: 1,
      part: 1,
      parts: 1,
      checks: [{ milestoneId: milestone, title: 'Rehearsal signed off', isMandatory: true }],
    },
  ]);
  expect(await projects.announced(GatesPlanned, projectId)).toMatchObject([
    { templateVersion: 1, gates: [{ phaseId: 'prepare', name: 'Go live', order: 1, dueOn: '2026-06-15' }] },
  ]);
  const { phases } = await projects.ask(pmo, ProjectRecord, { projectId });
  expect(phases).toEqual([{ phaseId: 'prepare', name: 'Prepare', order: 1, gateOn: '2026-06-15' }]);
});

test('a project that is to be finished by a day begins as late as it may', async () => {
  const made = await create(await saved(), { finish: '2026-07-31' });
  expect(made).toMatchObject({ start: '2026-07-21', finish: '2026-07-31' });
});

test('a later version is told apart from the first, task by task', async () => {
  const other = confidentialProject(randomUUID());
  await projects.ask(pmo, RegisterProject, other);
  await projects.ask(pmo, ImportPlan, wallPlan(other.projectId, writtenPlan(TASKS)));
  const templateId = await saved({ projectId: other.projectId });
  const longer = TASKS.flatMap((task) => (task.uid === 3 ? [{ ...task, days: 8 }] : [task])).slice(0, 4);
  const added = { uid: 6, name: 'Hypercare', days: 10, after: [4] };
  await projects.ask(pmo, ImportPlan, wallPlan(other.projectId, writtenPlan([...longer, added])));
  const next = {
    templateId,
    projectId: other.projectId,
    name: `Later ${templateId}`,
    purpose: 'With hypercare.',
  };
  expect(await projects.ask(pmo, SaveTemplate, { ...next, roles: [] }, { version: 1 })).toMatchObject({
    version: 2,
  });
  const { tasks, ...counts } = await projects.ask(pmo, CompareTemplates, { templateId, from: 1, to: 2 });
  expect(counts).toMatchObject({ added: 1, removed: 1, changed: 1 });
  expect(tasks.map(({ name, change, fields }) => [name, change, fields])).toEqual([
    ['Rehearse', 'changed', ['duration']],
    ['Hypercare', 'added', []],
    ['Cut over', 'removed', []],
  ]);
  // The first version is as it was.
  const first = await projects.ask(pmo, TemplateRecord, { templateId, version: 1 });
  expect(first.versions).toEqual([1, 2]);
  expect(first.tasks.map(({ name }) => name)).toContain('Cut over');
});

test('a name in the plan stands for the role that is given for it; a role for nobody is refused', async () => {
  const templateId = await saved({ roles: [{ resourceName: 'Site lead', role: 'Plant manager' }] });
  const { tasks } = await projects.ask(pmo, TemplateRecord, { templateId });
  expect(tasks.flatMap(({ roles }) => roles.map(({ role }) => role))).toEqual([
    'Data analyst',
    'Plant manager',
    'Plant manager',
  ]);
  await expect(saved({ roles: [{ resourceName: 'Nobody', role: 'Clerk' }] })).rejects.toMatchObject({
    code: 'projects/template-role-unknown',
  });
});

test('nothing new begins from a retired template, and its name is free again', async () => {
  const name = `Old ways ${randomUUID()}`;
  const templateId = await saved({ name });
  await expect(saved({ name })).rejects.toMatchObject({ code: 'projects/template-name-taken' });
  await projects.ask(pmo, RetireTemplate, { templateId, reason: 'Replaced.' }, { version: 1 });
  await expect(create(templateId, { start: '2026-06-01' })).rejects.toMatchObject({
    code: 'projects/template-retired',
  });
  await saved({ name });
  const { templates } = await projects.ask(pmo, ListTemplates, {});
  expect(templates.find((line) => line.templateId === templateId)).toMatchObject({
    retiredReason: 'Replaced.',
  });
});

test('a start and a finish at once, an unknown template and one who is not of the PMO are refused', async () => {
  const templateId = await saved();
  const both = { start: '2026-06-01', finish: '2026-07-01' };
  await expect(create(templateId, both)).rejects.toMatchObject({ code: 'projects/start-or-finish' });
  await expect(create(templateId)).rejects.toMatchObject({ code: 'projects/start-or-finish' });
  await expect(create(randomUUID(), { start: '2026-06-01' })).rejects.toMatchObject({
    code: 'projects/template-not-found',
  });
  const twice = { templateVersion: 7, start: '2026-06-01' };
  await expect(create(templateId, twice)).rejects.toMatchObject({ code: 'projects/template-not-found' });
  await expect(projects.ask(person('team-member'), ListTemplates, {})).rejects.toMatchObject({
    code: 'projects/pmo-keeps-templates',
  });
});

test('the same request again makes no second project', async () => {
  const templateId = await saved();
  const key = randomUUID();
  const wish = {
    templateId,
    code: `T-${key.slice(0, 8)}`,
    name: 'Once',
    portfolio: 'Plants',
    currency: 'EUR',
  };
  const ask = () =>
    projects.ask(pmo, CreateFromTemplate, { ...wish, stage: 'approved', start: '2026-06-01' }, { key });
  expect(await ask()).toEqual(await ask());
});
