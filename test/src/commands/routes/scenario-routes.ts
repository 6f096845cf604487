import { randomUUID } from 'node:crypto';
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
];

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
