import { randomUUID } from 'node:crypto';
import { versionIn } from '../command-route.js';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const SCORING_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/scoring-models/{modelId}',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    counted: versionIn,
    fresh: async (scene) => {
      const { path, version } = await drafted(scene);
      return { path, body: model('Anew'), other: model('Otherwise'), version };
    },
  },
  {
    route: 'POST /v1/scoring-models/{modelId}/publication',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    counted: versionIn,
    fresh: async (scene) => {
      const { path, version } = await drafted(scene);
      const body = { decision: 'Portfolio board' };
      return { path: `${path}/publication`, body, other: { decision: 'Another board' }, version };
    },
  },
  {
    route: 'PUT /v1/scoring-rounds/{roundId}',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    counted: versionIn,
    fresh: async (scene) => {
      const { path, round, version } = await opened(scene);
      return { path, body: round('Anew'), other: round('Otherwise'), version };
    },
  },
  {
    route: 'PUT /v1/scoring-rounds/{roundId}/rating',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    counted: versionIn,
    fresh: async (scene) => {
      const { path } = await opened(scene);
      const place = `${path}/rating`;
      const { version } = await scene.done('anna.meyer', 'PUT', place, rating(scene, '3'), 0);
      return { path: place, body: rating(scene, '4'), other: rating(scene, '5'), version };
    },
  },
];

async function drafted(scene: CommandScene) {
  const modelId = randomUUID();
  const path = `/v1/scoring-models/${modelId}`;
  const { version } = await scene.done('anna.meyer', 'PUT', path, model('First'), 0);
  return { path, modelId, version };
}

async function opened(scene: CommandScene) {
  const { path: modelPath, modelId, version: draft } = await drafted(scene);
  const decision = { decision: 'Portfolio board' };
  const published = await scene.done('anna.meyer', 'POST', `${modelPath}/publication`, decision, draft);
  const { personId } = await scene.trial.as('anna.meyer').get<{ personId: string }>('/v1/me');
  const round = (name: string) => ({
    name,
    portfolio: 'Commands',
    modelId,
    modelVersion: published.version,
    state: 'open',
    candidates: [{ candidateId: 'A', name: 'Candidate A' }],
    raters: [{ personId, name: 'Anna Meyer' }],
  });
  const path = `/v1/scoring-rounds/${randomUUID()}`;
  const { version } = await scene.done('anna.meyer', 'PUT', path, round('First'), 0);
  return { path, round, version };
}

function model(name: string) {
  const rubric = [
    { score: '1', meaning: 'none' },
    { score: '5', meaning: 'a goal of its own' },
  ];
  const criteria = [{ criterionId: 'fit', name: 'Fit to strategy', weight: '1', rubric }];
  return { name, lowest: '1', highest: '5', missing: 'incomplete', criteria };
}

function rating({ today }: CommandScene, score: string) {
  const scores = [{ criterionId: 'fit', score, evidence: 'Strategy paper, page 3' }];
  return { candidateId: 'A', ratedOn: today, scores };
}
