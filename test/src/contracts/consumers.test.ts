import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { readContract, validateContract } from '@meridian/bus';
import { EVENTS, REQUESTS } from './contracts.js';
import { goldenExamples } from './release-files.js';
import { appsThat, contractUses, usesIn } from './usage.js';

const uses = contractUses();
const examples = goldenExamples();
const consumers = [...new Set(uses.map(({ app }) => app))].sort().map((app) => ({
  app,
  events: EVENTS.filter(({ contract }) =>
    uses.some(
      (one) => one.app === app && ['reacts', 'watches'].includes(one.use) && one.named.contract === contract,
    ),
  ),
}));

test('every service that is built of reactions is known to react', () => {
  const reacting = consumers.filter(({ events }) => events.length > 0).map(({ app }) => app);
  expect(reacting).toEqual(
    expect.arrayContaining([
      'budgeting',
      'gateway',
      'governance',
      'projects',
      'quality',
      'reporting',
      'resourcing',
    ]),
  );
  expect(uses.filter(({ use }) => use === 'reacts').length).toBeGreaterThanOrEqual(35);
});

describe.each(consumers.filter(({ events }) => events.length > 0))('$app', ({ app, events }) => {
  test.each(events)('reads every $name ever shipped, and one of a newer owner', ({ contract }) => {
    const shipped = examples.get(contract.subject!)!;
    expect(shipped.length).toBeGreaterThanOrEqual(1);
    for (const plain of shipped) {
      expect(readContract(contract, plain, 'keep')).toEqual({
        valid: true,
        value: expect.objectContaining(plain),
      });
      const newer = { ...plain, addedByANewerOwner: { level: 1 } };
      expect(readContract(contract, newer, 'keep')).toEqual({
        valid: true,
        value: expect.objectContaining(newer),
      });
    }
  });

  test('reacts in one place to an event, and to no event of its own', () => {
    const reactions = uses.filter((one) => one.app === app && one.use === 'reacts');
    const subjects = reactions.map(({ named }) => named.contract.subject);
    expect(reactions.filter(({ named }) => named.owner === app).map(({ path }) => path)).toEqual([]);
    expect(subjects).toHaveLength(new Set(subjects).size);
  });
});

test('an example that lost a field its consumers need is refused by them', () => {
  const named = EVENTS.find(({ name }) => name === 'TaskProgressed')!;
  const { percentComplete: _gone, ...rest } = examples.get(named.contract.subject!)![0] as Record<
    string,
    unknown
  >;
  expect(readContract(named.contract, rest, 'keep').valid).toBe(false);
  expect(validateContract(named.contract, rest).map(({ path }) => path)).toContain('percentComplete');
});

test.each(REQUESTS)('$owner $name is answered by its owner alone', ({ owner, contract }) => {
  expect(appsThat(uses, ['answers'], contract.subject)).toEqual([owner]);
});

test('reactions, screens, answers and questions are found in sources under any local name', () => {
  const text = `
    import { TaskProgressed as Moved, ReportProgress, ProjectPage } from '@meridian/contracts-projects';
    import { On } from '@meridian/bus';
    class A { @On(Moved) handle() { this.requests.send(ReportProgress, {}); describe(ProjectPage); } }`;
  const found = usesIn({ path: 'apps/quality/src/a.ts', text });
  expect(found.map(({ app, use, named }) => `${app} ${use} ${named.name}`)).toEqual([
    'quality reacts TaskProgressed',
    'quality asks ReportProgress',
  ]);
});
