import { eventually } from '@meridian/testing';
import { openProject } from '../../house/open-project.js';
import type { CommandRoute, FreshCommand } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const VARIANCE_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/variances/{varianceId}/explanation',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => explanation(await opened(scene)),
  },
  {
    route: 'POST /v1/variances/{varianceId}/follow-ups',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const variance = await opened(scene);
      const { path, body, version } = explanation(variance);
      const acting = await scene.done('anna.meyer', 'PUT', path, body, version);
      return {
        path: `/v1/variances/${variance.varianceId}/follow-ups`,
        body: { outcome: 'goes-on', note: 'The second lot comes in May' },
        other: { outcome: 'goes-on', note: 'The second lot comes in June' },
        version: acting.version,
      };
    },
  },
  {
    route: 'PUT /v1/projects/{projectId}/earned-value-method',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { projectId, tasks } = scene.built;
      const path = `/v1/projects/${projectId}/earned-value-method`;
      const { methods } = await scene.trial.as('anna.meyer').get<Methods>(`${path}s`);
      const wbs = tasks[0]?.wbs ?? '';
      const body = { wbs, method: 'zero-hundred', reason: 'Nothing can be used before all of it stands' };
      const before = methods.find((set) => set.wbs === wbs)?.version ?? 0;
      await scene.done('anna.meyer', 'PUT', path, body, before);
      return { path, body, other: { ...body, method: 'fifty-fifty' }, version: before + 1 };
    },
  },
];

interface Methods {
  readonly methods: readonly { readonly wbs: string; readonly version: number }[];
}

interface Variance {
  readonly varianceId: string;
  readonly of: string;
  readonly version: number;
}

/** The variance of a project that has cost many times what it has earned. */
async function opened(scene: CommandScene): Promise<Variance> {
  const { trial, today } = scene;
  const anna = trial.as('anna.meyer');
  const code = `VAR-${scene.next()}`;
  const { projectId, tasks } = await openProject(trial, { code, portfolio: 'Trial', tasks: 1, today });
  const progress = { percentComplete: 50, asOf: today };
  await anna.command('PATCH', `/v1/projects/${projectId}/tasks/${tasks[0]?.taskId}/progress`, progress);
  await eventually(async () => {
    const { money } = await scene.page(projectId);
    if ((money?.evMinor ?? '0') === '0') throw new Error('Nothing is earned yet.');
  });
  const cost = { amountMinor: '900000', currency: 'EUR', postedOn: today, reference: code };
  await anna.command('POST', `/v1/projects/${projectId}/actual-costs`, cost);
  const { variances } = await anna.get<{ variances: readonly Variance[] }>(
    `/v1/variances?projectId=${projectId}`,
  );
  const variance = variances.find(({ of }) => of === 'cost');
  if (variance === undefined) throw new Error(`No variance of the cost was opened for ${code}.`);
  return variance;
}

function explanation({ varianceId, version }: Variance): FreshCommand {
  const body = {
    cause: 'Steel is dearer than the offer',
    impact: 'The contingency is used up',
    action: 'Order the second lot from the other mill',
    dueOn: '2099-12-15',
  };
  return {
    path: `/v1/variances/${varianceId}/explanation`,
    body,
    other: { ...body, action: 'Build with less steel' },
    version,
  };
}
