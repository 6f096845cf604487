import { randomUUID } from 'node:crypto';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const BUDGET_TREE_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/budget-nodes/{nodeId}',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => ({
      path: `/v1/budget-nodes/${await fund(scene)}`,
      body: named(scene),
      other: named(scene),
      version: 1,
    }),
  },
  {
    route: 'PUT /v1/budget-nodes/{nodeId}/freeze',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => ({
      path: `/v1/budget-nodes/${await fund(scene)}/freeze`,
      body: { isFrozen: true, decision: 'Nothing is ordered before the review' },
      other: { isFrozen: true, decision: 'Nothing is ordered any more' },
      version: 1,
    }),
  },
  {
    route: 'POST /v1/budget-movements',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'none',
    crowd: 'each',
    counted: ({ balances }) => {
      const [{ grantedMinor }] = balances as [{ grantedMinor: string }];
      return Math.floor(Number(grantedMinor) / 1_000);
    },
    fresh: async (scene) => {
      const body = movement(scene, await fund(scene));
      return { path: '/v1/budget-movements', body, other: { ...body, amountMinor: '2000' } };
    },
  },
  {
    route: 'POST /v1/ledger-entries/{entryId}/reversal',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'one',
    fresh: async (scene) => {
      const { trial, built, today } = scene;
      const cost = {
        amountMinor: '700',
        currency: 'EUR',
        postedOn: today,
        reference: `mistake ${scene.next()}`,
      };
      const { postingId } = await trial
        .as('anna.meyer')
        .command<{ postingId: string }>('POST', `/v1/projects/${built.projectId}/actual-costs`, cost);
      const body = { postedOn: today, decision: 'It belongs to another project' };
      return {
        path: `/v1/ledger-entries/${postingId}/reversal`,
        body,
        other: { ...body, decision: 'It was posted twice' },
      };
    },
  },
];

/** A source of money by itself. */
async function fund(scene: CommandScene): Promise<string> {
  const nodeId = randomUUID();
  await scene.done('sam.rossi', 'PUT', `/v1/budget-nodes/${nodeId}`, named(scene), 0);
  return nodeId;
}

function named(scene: CommandScene) {
  return { nodeKind: 'funding-source', name: `Fund ${scene.next()}`, currency: 'EUR' };
}

function movement(scene: CommandScene, toNodeId: string) {
  return {
    movement: 'allocate',
    toNodeId,
    amountMinor: '1000',
    currency: 'EUR',
    postedOn: scene.today,
    reference: `grant ${scene.next()}`,
    decision: 'Board of the year',
  };
}
