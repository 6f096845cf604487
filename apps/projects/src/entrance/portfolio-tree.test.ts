import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ListProjects,
  PlaceProject,
  PortfolioTree,
  ProjectRecord,
  ProjectRecorded,
  RecordTreeNode,
  RegisterProject,
  ReviseProject,
  StopProject,
  SubmitIdea,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';

const pmo = person('pmo-manager', 'Anna Meyer');
const contractor = person('contractor');
let projects: ServiceUnderTest;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());

async function register(code: string, portfolio: string, more: Partial<RegisterProject> = {}) {
  const record = { code, name: code, portfolio, stage: 'delivery' as const, currency: 'EUR', phases: [] };
  return (await projects.ask(pmo, RegisterProject, { ...record, ...more })).id;
}

async function nodes(by = pmo) {
  const tree = await projects.ask(by, PortfolioTree, {});
  return new Map(tree.nodes.map((node) => [node.name, node]));
}

function record(name: string, more: Partial<RecordTreeNode> = {}, version?: number) {
  const node = { nodeId: randomUUID(), nodeKind: 'portfolio' as const, name, ...more };
  return projects.ask(pmo, RecordTreeNode, node, version === undefined ? {} : { version });
}

async function placeOf(projectId: string) {
  const { portfolio, programme } = await projects.ask(pmo, ProjectRecord, { projectId });
  return [portfolio, programme];
}

test('the tree grows from below: what a project names is there, and holds it', async () => {
  await register('T-1', 'Roads', { programme: 'Bridges' });
  await register('T-2', 'Roads');
  const known = await nodes();
  expect(known.get('Roads')).toMatchObject({ nodeKind: 'portfolio', projects: 1, projectsBelow: 2 });
  expect(known.get('Bridges')).toMatchObject({
    nodeKind: 'programme',
    parentId: known.get('Roads')?.nodeId,
    projects: 1,
  });
  const { nodes: below, projects: own } = await projects.ask(pmo, PortfolioTree, {
    nodeId: known.get('Roads')?.nodeId ?? '',
  });
  expect(below.map(({ name }) => name)).toEqual(['Roads', 'Bridges']);
  expect(own).toMatchObject([{ code: 'T-2', stage: 'delivery' }]);
});

test('a programme that moves takes its projects along, and the others hear of each', async () => {
  const projectId = await register('T-3', 'Rail', { programme: 'Stations' });
  const { id: group } = await record('Group');
  const stations = (await nodes()).get('Stations');
  const { nodeId = '', version = 0 } = stations ?? {};
  const programme = { nodeId, nodeKind: 'programme' as const };
  await record('Stations', { ...programme, parentId: group }, version);
  expect(await placeOf(projectId)).toEqual(['Group', 'Stations']);
  await record('Great stations', programme, version + 1);
  expect(await placeOf(projectId)).toEqual(['Great stations', 'Great stations']);
  expect(await projects.announced(ProjectRecorded, projectId)).toMatchObject([
    { version: 1, portfolio: 'Rail' },
    { version: 2, portfolio: 'Group', programme: 'Stations' },
    { version: 3, portfolio: 'Great stations', programme: 'Great stations' },
  ]);
  const listed = await projects.ask(pmo, ListProjects, { portfolio: 'Great stations' });
  expect(listed).toMatchObject({ total: 1, projects: [{ projectId }] });
});

test('a project goes to another place, by number or by the name of its programme', async () => {
  const projectId = await register('T-4', 'Harbours');
  const { id: nodeId } = await record('Quays', { nodeKind: 'programme' });
  await projects.ask(pmo, PlaceProject, { projectId, nodeId }, { version: 1 });
  expect(await placeOf(projectId)).toEqual(['Quays', 'Quays']);
  const late = projects.ask(pmo, PlaceProject, { projectId, nodeId }, { version: 1 });
  await expect(late).rejects.toMatchObject({ code: 'projects/version-conflict' });
  const other = await register('T-5', 'Harbours');
  await projects.ask(pmo, ReviseProject, { projectId: other, programme: 'Cranes' });
  expect((await nodes()).get('Cranes')).toMatchObject({ projects: 1 });
});

test('what does not belong there is refused, and nothing comes to stand below itself', async () => {
  const { id: top } = await record('Water');
  const { id: inner } = await record('Rivers', { parentId: top });
  const move = record('Water', { nodeId: top, parentId: inner }, 1);
  await expect(move).rejects.toMatchObject({ code: 'projects/tree-cycle' });
  await expect(record('Rivers', { parentId: top })).rejects.toMatchObject({
    code: 'projects/tree-name-taken',
  });
  const turn = record('Water', { nodeId: top, nodeKind: 'programme' });
  await expect(turn).rejects.toMatchObject({ code: 'projects/tree-kind-stays' });
  const { id: locks } = await record('Locks', { nodeKind: 'programme', parentId: inner });
  await expect(record('Gates', { nodeKind: 'programme', parentId: locks })).rejects.toMatchObject({
    code: 'projects/tree-composition',
    details: { allowed: ['project'] },
  });
  await expect(record('Water', { nodeId: top }, 7)).rejects.toMatchObject({
    code: 'projects/version-conflict',
  });
  const projectId = await register('T-6', 'Water');
  const nowhere = projects.ask(pmo, PlaceProject, { projectId, nodeId: randomUUID() });
  await expect(nowhere).rejects.toMatchObject({ code: 'projects/tree-node-not-found' });
  const manager = person('project-manager');
  const taken = projects.ask(manager, RecordTreeNode, { nodeId: top, nodeKind: 'portfolio', name: 'Mine' });
  await expect(taken).rejects.toMatchObject({ code: 'projects/pmo-arranges', kind: 'forbidden' });
});

test('a contractor sees the way to their own projects, nothing else of the tree', async () => {
  await register('T-7', 'Power', { isConfidential: true });
  await register('T-8', 'Gas', { managerPersonId: contractor.personId });
  expect([...(await nodes(contractor)).keys()]).toEqual(['Gas']);
  expect((await nodes(person('team-member'))).get('Power')).toMatchObject({ projects: 0 });
});

test('an archived record keeps the names it had', async () => {
  const { id: projectId } = await projects.ask(pmo, SubmitIdea, {
    name: 'Fusion',
    request: 'A sun of our own.',
    portfolio: 'Dreams',
    currency: 'EUR',
  });
  await projects.ask(pmo, StopProject, { projectId, reasonCode: 'not-feasible', reason: 'Not yet.' });
  const { nodeId = '' } = (await nodes()).get('Dreams') ?? {};
  await record('Visions', { nodeId }, 1);
  expect(await placeOf(projectId)).toEqual(['Dreams', undefined]);
});
