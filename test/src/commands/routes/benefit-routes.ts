import { randomUUID } from 'node:crypto';
import { versionIn } from '../command-route.js';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const BENEFIT_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/projects/{projectId}/business-case',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const path = `/v1/projects/${scene.built.projectId}/business-case`;
      const { versions } = await scene.trial
        .as('anna.meyer')
        .get<{ versions: readonly { version: number }[] }>(path);
      const { version } = await scene.done(
        'anna.meyer',
        'PUT',
        path,
        businessCase('First'),
        versions[0]?.version ?? 0,
      );
      return { path, body: businessCase('Next'), other: businessCase('Other'), version };
    },
  },
  {
    route: 'PUT /v1/benefits/{benefitId}',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, version } = await promised(scene);
      return { path, body: benefit(scene, 'Anew'), other: benefit(scene, 'Otherwise'), version };
    },
  },
  {
    route: 'POST /v1/benefits/{benefitId}/measures',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'taken',
    crowd: 'each',
    counted: versionIn,
    fresh: async (scene) => {
      const { path, version } = await promised(scene);
      const measure = (value: string) => ({ on: scene.today, value, evidence: 'Invoice report' });
      return { path: `${path}/measures`, body: measure('4.5'), other: measure('5'), version };
    },
  },
];

async function promised(scene: CommandScene): Promise<{ path: string; version: number }> {
  const path = `/v1/benefits/${randomUUID()}`;
  const { version } = await scene.done('anna.meyer', 'PUT', path, benefit(scene, 'First'), 0);
  return { path, version };
}

function businessCase(summary: string) {
  const flow = { period: '2027', inMinor: '20000', outMinor: '0' };
  return {
    summary,
    assumptions: '',
    currency: 'EUR',
    discountRate: '0.1',
    nowMinor: '-10000',
    flows: [flow],
  };
}

function benefit(scene: CommandScene, name: string) {
  return {
    projectId: scene.built.projectId,
    name,
    ownerPersonId: scene.personId,
    ownerName: 'Sam Rossi',
    measure: 'Days from order to invoice',
    baseline: '10',
    target: '3',
    targetOn: '2030-06-30',
  };
}
