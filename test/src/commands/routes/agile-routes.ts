import { randomUUID } from 'node:crypto';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene, Recorded } from '../command-scene.js';

const handle = 'anna.meyer';
const common = { owner: 'projects', handle, version: 'needed', crowd: 'one' } as const;

export const AGILE_ROUTES: readonly CommandRoute[] = [
  {
    ...common,
    route: 'PUT /v1/projects/{projectId}/board/limits',
    fresh: async (scene) => {
      const path = `/v1/projects/${await registered(scene)}/board/limits`;
      const { version } = await scene.done(handle, 'PUT', path, { onOverrun: 'warn', inProgress: 3 }, 0);
      return { path, body: { onOverrun: 'warn' }, other: { onOverrun: 'refuse' }, version };
    },
  },
  {
    ...common,
    route: 'PUT /v1/projects/{projectId}/backlog/{itemId}',
    fresh: async (scene) => {
      const { path, version } = await recorded(scene);
      return { path, body: item('Anew'), other: item('Otherwise'), version };
    },
  },
  {
    ...common,
    route: 'PUT /v1/projects/{projectId}/backlog/{itemId}/rank',
    fresh: async (scene) => {
      const { path, version } = await recorded(scene);
      const [beforeItemId, otherItemId] = [(await recorded(scene)).id, (await recorded(scene)).id];
      const other = { beforeItemId: otherItemId };
      return { path: `${path}/rank`, body: { beforeItemId }, other, version };
    },
  },
  {
    ...common,
    route: 'POST /v1/projects/{projectId}/backlog/{itemId}/moves',
    fresh: async (scene) => {
      const { path, version } = await recorded(scene);
      const body = { to: 'committed', sprintId: (await planned(scene, scene.built.projectId)).id };
      return { path: `${path}/moves`, body, other: { to: 'dropped' }, version };
    },
  },
  {
    ...common,
    route: 'PUT /v1/projects/{projectId}/sprints/{sprintId}',
    fresh: async (scene) => {
      const { path, version } = await planned(scene, scene.built.projectId);
      return { path, body: sprint(scene, 'Anew'), other: sprint(scene, 'Otherwise'), version };
    },
  },
  {
    ...common,
    route: 'POST /v1/projects/{projectId}/sprints/{sprintId}/start',
    fresh: async (scene) => {
      const { path, version } = await ready(scene);
      return { path: `${path}/start`, body: {}, other: { on: scene.today }, version };
    },
  },
  {
    ...common,
    route: 'POST /v1/projects/{projectId}/sprints/{sprintId}/close',
    fresh: async (scene) => {
      const { path, version } = await begun(scene);
      return { path: `${path}/close`, body: {}, other: { on: scene.today }, version };
    },
  },
  {
    ...common,
    route: 'PUT /v1/projects/{projectId}/sprints/{sprintId}/retrospective',
    fresh: async (scene) => {
      const path = `${(await begun(scene)).path}/retrospective`;
      const { version } = await scene.done(handle, 'PUT', path, retrospective('First', []), 0);
      return { path, body: retrospective('Anew', []), other: retrospective('Otherwise', []), version };
    },
  },
  {
    ...common,
    route: 'POST /v1/projects/{projectId}/sprints/{sprintId}/retrospective/actions/{actionId}/outcome',
    fresh: async (scene) => {
      const path = `${(await begun(scene)).path}/retrospective`;
      const action = {
        actionId: randomUUID(),
        text: 'Review in pairs',
        ownerPersonId: scene.personId,
        ownerName: 'Sam Rossi',
        dueOn: scene.today,
      };
      const { version } = await scene.done(handle, 'PUT', path, retrospective('First', [action]), 0);
      const outcome = `${path}/actions/${action.actionId}/outcome`;
      return { path: outcome, body: { outcome: 'done' }, other: { outcome: 'dropped' }, version };
    },
  },
];

interface Written extends Recorded {
  readonly path: string;
}

async function recorded(scene: CommandScene, projectId = scene.built.projectId): Promise<Written> {
  const path = `/v1/projects/${projectId}/backlog/${randomUUID()}`;
  return { path, ...(await scene.done(handle, 'PUT', path, item('First'), 0)) };
}

async function planned(scene: CommandScene, projectId: string): Promise<Written> {
  const path = `/v1/projects/${projectId}/sprints/${randomUUID()}`;
  return { path, ...(await scene.done(handle, 'PUT', path, sprint(scene, 'First'), 0)) };
}

/** A sprint with something committed to it, in a project where no other one runs. */
async function ready(scene: CommandScene): Promise<Written> {
  const projectId = await registered(scene);
  const { path, ...written } = await planned(scene, projectId);
  const committed = await recorded(scene, projectId);
  const move = { to: 'committed', sprintId: written.id };
  await scene.done(handle, 'POST', `${committed.path}/moves`, move, committed.version);
  return { path, ...written };
}

async function begun(scene: CommandScene): Promise<Written> {
  const { path, version } = await ready(scene);
  return { path, ...(await scene.done(handle, 'POST', `${path}/start`, {}, version)) };
}

async function registered(scene: CommandScene): Promise<string> {
  const code = `AGILE-${scene.next()}`;
  const body = { code, name: code, portfolio: 'Commands', stage: 'delivery', currency: 'EUR', phases: [] };
  return (await scene.done(handle, 'POST', '/v1/projects', body)).id;
}

function item(title: string) {
  return { title, kind: 'story', points: 5 };
}

function sprint({ today }: CommandScene, goal: string) {
  return { goal, startsOn: today, endsOn: today };
}

function retrospective(wentWell: string, actions: readonly object[]) {
  return { wentWell: [wentWell], toImprove: [], actions };
}
