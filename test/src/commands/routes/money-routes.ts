import type { CommandRoute, FreshCommand } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const MONEY_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/projects/{projectId}/budget',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const path = `/v1/projects/${scene.built.projectId}/budget`;
      const version = (await scene.page()).money?.version;
      return { path, body: budget(scene), other: budget(scene), version };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/actual-costs',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'each',
    counted: ({ actualMinor }) => Math.floor(Number(actualMinor) / 1_000),
    fresh: async (scene) => posting(scene, 'actual-costs'),
  },
  {
    route: 'POST /v1/projects/{projectId}/commitments',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'each',
    counted: ({ committedMinor }) => Math.floor(Number(committedMinor) / 1_000),
    fresh: async (scene) => posting(scene, 'commitments'),
  },
  {
    route: 'POST /v1/projects/{projectId}/cost-documents',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, body } = posting(scene, 'cost-documents');
      const order = {
        ...body,
        documentKind: 'order',
        orderId: `PO-${scene.next()}`,
        decision: 'Approved by the manager',
      };
      return { path, body: order, other: { ...order, reference: 'another voucher' } };
    },
  },
];

function budget(scene: CommandScene) {
  return {
    currency: 'EUR',
    lines: [{ name: 'Work', category: 'labour', amountMinor: String(90_000_000 + scene.next()) }],
    tolerancePercent: 10,
    policy: 'warn',
    decision: 'Steering committee',
  };
}

function posting(scene: CommandScene, kind: string): FreshCommand {
  const body = {
    amountMinor: '1000',
    currency: 'EUR',
    postedOn: scene.today,
    reference: `voucher ${scene.next()}`,
  };
  return {
    path: `/v1/projects/${scene.built.projectId}/${kind}`,
    body,
    other: { ...body, amountMinor: '2000' },
  };
}
