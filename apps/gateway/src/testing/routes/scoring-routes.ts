import { anId, deciding, inside, posting, reading } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

const rubric = [
  { score: '1', meaning: 'none' },
  { score: '5', meaning: 'a goal of its own' },
];

export const scoringRoutes: readonly BusinessRoute[] = [
  { ...reading('v1/scoring-models', inside), asks: 'budgeting.scoring-models' },
  {
    method: 'PUT',
    path: '/v1/scoring-models/:modelId',
    roles: deciding,
    asks: 'budgeting.record-scoring-model',
    headers: { 'if-match': '"0"' },
    body: {
      name: 'Strategy first',
      lowest: '1',
      highest: '5',
      missing: 'incomplete',
      criteria: [{ criterionId: 'fit', name: 'Fit to strategy', weight: '1', rubric }],
    },
  },
  {
    ...posting('v1/scoring-models/:modelId/publication', deciding),
    asks: 'budgeting.publish-scoring-model',
    headers: { 'if-match': '"1"' },
    body: { decision: 'Portfolio board' },
  },
  { ...reading('v1/scoring-rounds', inside), asks: 'budgeting.scoring-rounds' },
  { ...reading('v1/scoring-rounds/:roundId', inside), asks: 'budgeting.scoring-round' },
  {
    method: 'PUT',
    path: '/v1/scoring-rounds/:roundId',
    roles: deciding,
    asks: 'budgeting.record-scoring-round',
    headers: { 'if-match': '"0"' },
    body: {
      name: 'Spring',
      portfolio: 'Group',
      modelId: anId,
      modelVersion: 2,
      state: 'open',
      candidates: [{ candidateId: 'A', name: 'Bridge' }],
      raters: [{ personId: anId, name: 'Anna' }],
    },
  },
  {
    method: 'PUT',
    path: '/v1/scoring-rounds/:roundId/rating',
    roles: inside,
    asks: 'budgeting.rate-candidate',
    headers: { 'if-match': '"0"' },
    body: {
      candidateId: 'A',
      ratedOn: '2026-11-23',
      scores: [{ criterionId: 'fit', score: '4', evidence: 'Strategy paper, page 3' }],
    },
  },
];
