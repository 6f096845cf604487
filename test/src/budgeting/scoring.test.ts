import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ComputeScenario,
  PublishScoringModel,
  RateCandidate,
  RecordScoringModel,
  RecordScoringRound,
  Scenarios,
  ScoringModels,
  ScoringRound,
  ScoringRounds,
} from '@meridian/contracts-budgeting';
import { person, refusalCode, ServiceUnderTest } from '@meridian/testing';
import type { TestPerson } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;
const jon = person('project-manager', 'Jon');
const petra = person('sponsor', 'Petra');

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const rubric = [
  { score: '0', meaning: 'not at all' },
  { score: '100', meaning: 'fully' },
];
// SCO-1, the table of MYH Inc. (samples.primeessays.com): six criteria, four projects.
const MYH: Readonly<Record<string, readonly number[]>> = {
  P1: [90, 70, 90, 90, 90, 50],
  P2: [90, 80, 70, 70, 80, 90],
  P3: [90, 20, 50, 60, 60, 90],
  P4: [90, 10, 20, 50, 50, 50],
};
const model = (more: Partial<RecordScoringModel> = {}): RecordScoringModel => ({
  modelId: randomUUID(),
  name: 'MYH',
  lowest: '0',
  highest: '100',
  missing: 'incomplete',
  criteria: ['0.10', '0.25', '0.25', '0.15', '0.10', '0.15'].map((weight, index) => ({
    criterionId: `k${index}`,
    name: `Criterion ${index}`,
    weight,
    rubric,
  })),
  ...more,
});
const publish = (modelId: string, version: number, who = anna) =>
  budgeting.ask(who, PublishScoringModel, { modelId, decision: 'Portfolio board' }, { version });
async function published(request = model()): Promise<RecordScoringModel> {
  await budgeting.ask(anna, RecordScoringModel, request, { version: 0 });
  await publish(request.modelId, 1);
  return request;
}
const roundOf = (modelId: string, more: Partial<RecordScoringRound> = {}): RecordScoringRound => ({
  roundId: randomUUID(),
  name: 'Spring',
  portfolio: `Group ${randomUUID().slice(0, 8)}`,
  modelId,
  modelVersion: 2,
  state: 'open',
  candidates: Object.keys(MYH).map((candidateId) => ({ candidateId, name: `Project ${candidateId}` })),
  raters: [anna, jon].map(({ personId, name }) => ({ personId, name })),
  ...more,
});
const open = (round: RecordScoringRound, version = 0, who = anna) =>
  budgeting.ask(who, RecordScoringRound, round, { version });
const scoresOf = (row: readonly number[]) =>
  row.map((score, index) => ({ criterionId: `k${index}`, score: `${score}`, evidence: 'Study, chapter 2' }));
const rate = (
  who: TestPerson,
  roundId: string,
  candidateId: string,
  row: readonly number[],
  version = 0,
  ratedOn = '2026-03-01',
) => budgeting.ask(who, RateCandidate, { roundId, candidateId, ratedOn, scores: scoresOf(row) }, { version });
async function scored(more: Partial<RecordScoringRound> = {}): Promise<RecordScoringRound> {
  const round = roundOf((await published()).modelId, more);
  await open(round);
  for (const [candidateId, row] of Object.entries(MYH)) await rate(anna, round.roundId, candidateId, row);
  return round;
}
const read = (roundId: string, who = anna, chosen?: number) =>
  budgeting.ask(who, ScoringRound, { roundId, ...(chosen === undefined ? {} : { chosen }) });

test('a model is drafted, published, and never changes: its next version stands beside it', async () => {
  const first = model();
  await budgeting.ask(anna, RecordScoringModel, first, { version: 0 });
  expect(await refusalCode(open(roundOf(first.modelId, { modelVersion: 1 })))).toBe(
    'budgeting/model-not-published',
  );
  expect(await publish(first.modelId, 1)).toMatchObject({ version: 2, state: 'published', name: 'MYH' });
  expect(await refusalCode(publish(first.modelId, 2))).toBe('budgeting/model-published');
  expect(await refusalCode(publish(randomUUID(), 0))).toBe('budgeting/unknown-scoring-model');
  const next = await budgeting.ask(anna, RecordScoringModel, { ...first, name: 'MYH 2' }, { version: 2 });
  expect(next).toMatchObject({ version: 3, state: 'drafted' });
  const { models } = await budgeting.ask(jon, ScoringModels, { modelId: first.modelId });
  expect(models.map(({ version, state, name }) => `${version} ${state} ${name}`)).toEqual([
    '3 drafted MYH 2',
    '2 published MYH',
    '1 drafted MYH',
  ]);
  const { models: all } = await budgeting.ask(jon, ScoringModels, {});
  expect(all.filter(({ modelId }) => modelId === first.modelId).map(({ version }) => version)).toEqual([
    3, 2,
  ]);
  await expect(
    budgeting.rows(`UPDATE scoring_model_version SET name = 'x' WHERE model_id = $1::uuid`, first.modelId),
  ).rejects.toThrow('only grows');
});

test('a model is recorded by who decides on portfolios, with weights that sum to 1 and a rubric', async () => {
  const [first] = model().criteria;
  const record = (request: RecordScoringModel, who = anna) =>
    refusalCode(budgeting.ask(who, RecordScoringModel, request, { version: 0 }));
  expect(await record(model(), jon)).toBe('budgeting/approver-needed');
  expect(await record(model({ criteria: [{ ...first!, weight: '0.9' }] }))).toBe('budgeting/scoring-weights');
  const half = [
    { score: '0', meaning: 'none' },
    { score: '50', meaning: 'half' },
  ];
  expect(await record(model({ criteria: [{ ...first!, weight: '1', rubric: half }] }))).toBe(
    'budgeting/scoring-rubric',
  );
});

test('SCO-1: candidates are ranked 79, 78.5, 55, 36.5, with the weights at which they change places', async () => {
  const { roundId } = await scored();
  const { ranking, sensitivity } = await read(roundId, petra, 2);
  expect(ranking?.map(({ candidateId, rank, score }) => [candidateId, rank, score])).toEqual([
    ['P1', 1, '79.000000'],
    ['P2', 2, '78.500000'],
    ['P3', 3, '55.000000'],
    ['P4', 4, '36.500000'],
  ]);
  expect(sensitivity?.swaps[0]).toMatchObject({
    ahead: 'P1',
    behind: 'P2',
    criterionId: 'k5',
    swapsAt: '0.160494',
  });
  expect(sensitivity?.ranges[5]).toMatchObject({ from: '0.000000', to: '0.468750' });
});

test('every rater has scores of their own: means, spread and disagreement for who decides, the own ones for raters', async () => {
  const round = await scored();
  const { roundId } = round;
  await rate(jon, roundId, 'P1', [40, 70, 90, 90, 90, 50]);
  expect(await refusalCode(rate(petra, roundId, 'P1', []))).toBe('budgeting/not-a-rater');
  expect(await refusalCode(rate(jon, roundId, 'P9', []))).toBe('budgeting/unknown-candidate');
  expect(await refusalCode(rate(jon, roundId, 'P1', [101], 1))).toBe('budgeting/score-out-of-range');
  expect(await refusalCode(rate(jon, roundId, 'P1', [], 0))).toBe('budgeting/version-conflict');
  expect(await refusalCode(rate(jon, roundId, 'P2', [90], 0, '2999-01-01'))).toBe('budgeting/rated-ahead');
  const { ranking } = await read(roundId);
  // The mean of 90 and 40 is 65; 25 less on a weight of 0.10 is 2.5.
  expect(ranking?.find(({ candidateId }) => candidateId === 'P1')).toMatchObject({
    score: '76.500000',
    rank: 2,
  });
  expect(ranking?.find(({ candidateId }) => candidateId === 'P1')?.criteria[0]).toEqual({
    criterionId: 'k0',
    mean: '65.000000',
    spread: '50.000000',
    raters: 2,
    isDisputed: true,
  });
  const own = await read(roundId, jon);
  expect(own.ratings.map(({ rater, candidateId }) => `${rater} ${candidateId}`)).toEqual(['Jon P1']);
  expect([own.ranking, own.sensitivity]).toEqual([undefined, undefined]);
  await rate(jon, roundId, 'P1', [90], 1);
  expect((await read(roundId, jon)).ratings).toMatchObject([{ version: 2, scores: [{ score: '90' }] }]);
  const kept = await budgeting.rows('SELECT 1 FROM candidate_rating WHERE round_id = $1::uuid', roundId);
  expect(kept).toHaveLength(6);
  expect(await refusalCode(read(roundId, person('team-member', 'Tom')))).toBe('budgeting/not-a-rater');
  const { rounds } = await budgeting.ask(jon, ScoringRounds, { portfolio: round.portfolio });
  expect(rounds.map((one) => one.roundId)).toEqual([roundId]);
  const { rounds: none } = await budgeting.ask(person('team-member', 'Tom'), ScoringRounds, {});
  expect(none).toEqual([]);
});

test('a missing score is shown, and the candidate is not ranked where the model says so', async () => {
  const round = roundOf((await published()).modelId);
  await open(round);
  await rate(anna, round.roundId, 'P1', [90, 70]);
  const { ranking } = await read(round.roundId);
  expect(ranking?.find(({ candidateId }) => candidateId === 'P1')).toEqual(
    expect.objectContaining({ completeness: '0.350000', missing: ['k2', 'k3', 'k4', 'k5'] }),
  );
  expect(ranking?.some(({ rank }) => rank !== undefined)).toBe(false);
});

test('what was scored stays in the round, and a closed round stays as it is', async () => {
  const round = await scored();
  const { roundId } = round;
  const without = { ...round, candidates: round.candidates.slice(1) };
  expect(await refusalCode(open(without, 1))).toBe('budgeting/round-scored');
  expect(await refusalCode(open({ ...round, raters: [...round.raters, ...round.raters] }, 1))).toBe(
    'budgeting/round-twice',
  );
  expect(await refusalCode(open(round, 7))).toBe('budgeting/version-conflict');
  expect(await refusalCode(open(round, 1, jon))).toBe('budgeting/approver-needed');
  await open({ ...round, state: 'closed' }, 1);
  expect(await refusalCode(open(round, 2))).toBe('budgeting/round-closed');
  expect(await refusalCode(rate(anna, roundId, 'P1', [90], 1))).toBe('budgeting/round-closed');
  expect(await refusalCode(read(randomUUID()))).toBe('budgeting/unknown-round');
  await expect(
    budgeting.rows(`UPDATE scoring_round SET state = 'open' WHERE round_id = $1::uuid`, roundId),
  ).rejects.toThrow('stays as it is');
});

test('a rater does not see candidates of a project that is hidden from them, and does not score them', async () => {
  const hidden = new TrialProject(budgeting, { isConfidential: true });
  await hidden.record();
  const { modelId } = await published();
  const { candidates } = roundOf(modelId);
  const round = roundOf(modelId, {
    candidates: candidates.map((one) =>
      one.candidateId === 'P1' ? { ...one, projectId: hidden.projectId } : one,
    ),
  });
  await open(round);
  expect(await refusalCode(rate(jon, round.roundId, 'P1', [90]))).toBe('access/project-not-found');
  const seen = (await read(round.roundId, jon)).round.candidates.map(({ candidateId }) => candidateId);
  expect(seen).toEqual(['P2', 'P3', 'P4']);
  expect((await read(round.roundId)).round.candidates).toHaveLength(4);
});

test('a scenario takes its values from a round, and keeps them whatever is scored later', async () => {
  const { roundId } = await scored();
  const wish: ComputeScenario = {
    scenarioId: randomUUID(),
    name: 'By score',
    portfolio: `Group ${randomUUID().slice(0, 8)}`,
    currency: 'EUR',
    periods: ['2027'],
    budgetMinor: ['10'],
    capacity: [],
    candidates: Object.keys(MYH).map((candidateId) => ({
      candidateId,
      name: candidateId,
      starts: [{ start: 0, value: '1' }],
      costsMinor: [candidateId === 'P1' ? '10' : '5'],
    })),
    rules: [],
    scoringRoundId: roundId,
  };
  const figures = await budgeting.ask(anna, ComputeScenario, wish);
  // One of 79, or two of 78.5 and 55 for the same money.
  expect(figures.choices.filter(({ isDone }) => isDone).map(({ candidateId }) => candidateId)).toEqual([
    'P2',
    'P3',
  ]);
  expect(figures).toMatchObject({
    value: '133500000',
    valuedBy: { roundId, modelVersion: 2, modelName: 'MYH' },
  });
  await rate(anna, roundId, 'P2', [0, 0, 0, 0, 0, 0], 1);
  const { scenarios } = await budgeting.ask(anna, Scenarios, { scenarioIds: [wish.scenarioId] });
  expect(scenarios[0]?.valuedBy?.scores).toContainEqual({
    candidateId: 'P2',
    score: '78.500000',
    completeness: '1.000000',
  });
  await rate(anna, roundId, 'P2', [], 2);
  const again = { ...wish, scenarioId: randomUUID() };
  expect(await refusalCode(budgeting.ask(anna, ComputeScenario, again))).toBe(
    'budgeting/candidate-not-scored',
  );
  const nowhere = { ...again, scoringRoundId: randomUUID() };
  expect(await refusalCode(budgeting.ask(anna, ComputeScenario, nowhere))).toBe('budgeting/unknown-round');
});
