import { randomUUID } from 'node:crypto';
import { versionIn } from '../command-route.js';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const SCENARIO_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/scenarios/{scenarioId}',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    isLong: true,
    crowd: 'one',
    fresh: async (scene) => {
      const { path, version } = await computed(scene);
      return { path, body: wish('Anew'), other: wish('Otherwise'), version };
    },
  },
  {
    route: 'POST /v1/scenarios/{scenarioId}/approval',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, version } = await computed(scene);
      const body = { decision: 'Portfolio board' };
      return { path: `${path}/approval`, body, other: { decision: 'Another board' }, version };
    },
  },
  {
    route: 'PUT /v1/change-sets/{scenarioId}/review',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    crowd: 'one',
    counted: versionIn,
    fresh: async (scene) => {
      const path = `${await drafted(scene)}/review`;
      const review = (reason: string) => ({ candidateId: 'B', verdict: 'accepted', reason });
      return { path, body: review('It fits'), other: review('It fits well'), version: 1 };
    },
  },
  {
    route: 'POST /v1/change-sets/{scenarioId}/application',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    crowd: 'one',
    counted: versionIn,
    fresh: async (scene) => {
      const path = await drafted(scene);
      const review = { candidateId: 'B', verdict: 'accepted' };
      await scene.done('sam.rossi', 'PUT', `${path}/review`, review, 1);
      const body = { decision: 'Portfolio board' };
      return { path: `${path}/application`, body, other: { decision: 'Another board' }, version: 2 };
    },
  },
  {
    route: 'POST /v1/change-sets/{scenarioId}/budgets',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    crowd: 'one',
    counted: versionIn,
    fresh: async (scene) => {
      const path = await drafted(scene);
      const review = { candidateId: 'B', verdict: 'accepted' };
      const decided = { decision: 'Portfolio board' };
      await scene.done('sam.rossi', 'PUT', `${path}/review`, review, 1);
      await scene.done('sam.rossi', 'POST', `${path}/application`, decided, 2);
      const body = { ...decided, budgets: 'line-by-line' };
      return { path: `${path}/budgets`, body, other: { ...body, budgets: 'all-or-nothing' }, version: 3 };
    },
  },
];

/** The change-set of an approved scenario, in a portfolio of its own: one candidate begins. */
async function drafted(scene: CommandScene): Promise<string> {
  const scenarioId = randomUUID();
  const path = `/v1/scenarios/${scenarioId}`;
  const portfolio = `Commands ${scene.next()}`;
  const { version } = await scene.done('sam.rossi', 'PUT', path, { ...wish('Decided'), portfolio }, 0);
  await scene.done('sam.rossi', 'POST', `${path}/approval`, { decision: 'Portfolio board' }, version);
  return `/v1/change-sets/${scenarioId}`;
}

async function computed(scene: CommandScene): Promise<{ path: string; version: number }> {
  const path = `/v1/scenarios/${randomUUID()}`;
  const { version } = await scene.done('sam.rossi', 'PUT', path, wish('First'), 0);
  return { path, version };
}

/** Two candidates, and money for one of them. */
function wish(name: string) {
  const candidate = (candidateId: string, value: string) => ({
    candidateId,
    name: `Candidate ${candidateId}`,
    starts: [{ start: 0, value }],
    costsMinor: ['100'],
  });
  return {
    name,
    portfolio: 'Commands',
    currency: 'EUR',
    periods: ['2027'],
    budgetMinor: ['150'],
    capacity: [],
    candidates: [candidate('A', '5'), candidate('B', '7')],
    rules: [],
  };
}
