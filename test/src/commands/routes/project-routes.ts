import { mondayBefore, smallPlanXml } from '../../house/small-plan.js';
import { openProject } from '../../house/open-project.js';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene, Recorded } from '../command-scene.js';

export const PROJECT_ROUTES: readonly CommandRoute[] = [
  {
    route: 'POST /v1/projects',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'one',
    fresh: async (scene) => {
      const body = registration(scene);
      return { path: '/v1/projects', body, other: { ...body, name: 'Another' } };
    },
  },
  {
    route: 'PATCH /v1/projects/{projectId}',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { id, version } = await registered(scene);
      return { path: `/v1/projects/${id}`, body: { name: 'New' }, other: { name: 'Newer' }, version };
    },
  },
  {
    route: 'POST /v1/portfolio-imports',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'none',
    isLong: true,
    crowd: 'one',
    fresh: async (scene) => {
      const list = (name: string) =>
        Buffer.from(`Id,Name,Year\nROW-${scene.next()},${name},2026\n`).toString('base64');
      const body = {
        fileName: 'list.csv',
        contentBase64: list('First'),
        mapping: LIST_MAPPING,
        portfolio: 'Commands',
      };
      return { path: '/v1/portfolio-imports', body, other: { ...body, contentBase64: list('Second') } };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/plan-imports',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'none',
    isLong: true,
    crowd: 'one',
    fresh: async (scene) => {
      const { id } = await registered(scene);
      const body = planFile(scene, 'PLAN', 2);
      return { path: `/v1/projects/${id}/plan-imports`, body, other: planFile(scene, 'PLAN', 3) };
    },
  },
  {
    route: 'PATCH /v1/projects/{projectId}/tasks/{taskId}/progress',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'taken',
    crowd: 'each',
    counted: ({ taskVersion }) => Number(taskVersion),
    fresh: async (scene) => {
      const { projectId, tasks } = scene.built;
      const [task] = tasks;
      const now = (await scene.page()).plan?.tasks.find(({ taskId }) => taskId === task?.taskId);
      const body = { percentComplete: 1 + (scene.next() % 98), asOf: scene.today };
      return {
        path: `/v1/projects/${projectId}/tasks/${task?.taskId}/progress`,
        body,
        other: { ...body, percentComplete: 99 },
        version: now?.version,
      };
    },
  },
  {
    route: 'PUT /v1/projects/{projectId}/milestones/{milestoneId}/shares',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const path = `/v1/projects/${scene.built.projectId}/milestones/${scene.milestoneId}/shares`;
      const [one, another] = [await registered(scene), await registered(scene)];
      const { project } = await scene.page();
      const version = project.milestones.find((line) => line.milestoneId === scene.milestoneId)?.version;
      return { path, body: { sharedWith: [one.id] }, other: { sharedWith: [another.id] }, version };
    },
  },
  {
    route: 'PUT /v1/projects/{projectId}/milestones/{milestoneId}/criteria',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      // A milestone of its own: other routes change the one that everybody knows.
      const code = `MIL-${scene.next()}`;
      const { trial, today } = scene;
      const { projectId } = await openProject(trial, { code, portfolio: 'Trial', tasks: 1, today });
      const [milestone] = (await scene.page(projectId)).project.milestones;
      const path = `/v1/projects/${projectId}/milestones/${milestone?.milestoneId}/criteria`;
      const { version } = milestone ?? {};
      const body = { criteria: [{ text: `Drawing ${scene.next()} is signed` }] };
      return { path, body, other: { criteria: [] }, version };
    },
  },
];

const LIST_MAPPING = {
  name: 'Three columns',
  fields: {
    code: { column: 'Id' },
    name: { column: 'Name' },
    snapshot: { column: 'Year', form: 'calendar-year' },
  },
  key: ['code'],
};

/** A project nobody else works on. */
export function registered(scene: CommandScene): Promise<Recorded> {
  return scene.done('anna.meyer', 'POST', '/v1/projects', registration(scene));
}

export function planFile(scene: CommandScene, name: string, tasks: number) {
  const xml = smallPlanXml({ name, tasks, startsOn: mondayBefore(scene.today, tasks) });
  return { fileName: `${name}.xml`, contentBase64: Buffer.from(xml).toString('base64') };
}

function registration(scene: CommandScene) {
  return {
    code: `C-${scene.next()}`,
    name: 'Idea',
    portfolio: 'Commands',
    stage: 'delivery',
    phases: [{ phaseId: 'build', name: 'Build', order: 1 }],
    currency: 'EUR',
  };
}
