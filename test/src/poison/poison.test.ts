import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@meridian/testing';
import { CLAIMS, report, taken, upTo } from '../bus/trial-services.js';
import { letterOf } from './letters.js';
import { consumerHere, startPoisonTrial } from './poison-trial.js';
import type { Dose, PoisonTrial } from './poison-trial.js';

let trial: PoisonTrial;
let doses: readonly Dose[];

beforeAll(async () => {
  trial = await startPoisonTrial((broker) => consumerHere(broker, 500));
  doses = trial.doses();
});

afterAll(() => trial?.end());

test('every kind of poison is parked with words that name what was found, and stops nobody else', async () => {
  for (const dose of doses) await dose.give();
  await Promise.all(['healthy', 'sound'].map((name) => report(trial.owner, name, 20)));
  await eventually(
    async () => {
      const found = await Promise.all(
        doses.map(async (dose) => ({
          kind: dose.kind,
          reason: (await letterOf(trial.consumer, dose))?.reason,
        })),
      );
      expect(found).toEqual(
        doses.map(({ kind, words }) => ({ kind, reason: expect.stringMatching(words) as unknown })),
      );
    },
    { timeoutMs: 40_000 },
  );
  expect(await taken(trial.consumer, 'healthy')).toEqual(upTo(20));
  expect(await taken(trial.consumer, 'sound')).toEqual(upTo(20));
  expect(doses.length).toBeGreaterThanOrEqual(20);
});

test('mended and redriven, each project goes on in order; who asked is written down', async () => {
  const waiting = doses.filter(({ way }) => way === 'reaction');
  for (const { id } of waiting) {
    await report(trial.owner, id, 3);
  }
  await trial.mend();
  for (const dose of waiting) {
    const letter = await letterOf(trial.consumer, dose);
    await trial.client.requests.ask(
      'requests.budgeting.redrive-dead-letter.v1',
      { id: letter!.id },
      { claims: CLAIMS, timeoutMs: 10_000 },
    );
  }
  await eventually(async () => {
    for (const { id } of waiting) expect(await taken(trial.consumer, id)).toEqual([1, ...upTo(3)]);
  });
  const acts = await trial.consumer.database.$queryRawUnsafe<{ act: string; by: string }[]>(
    'SELECT act, by FROM bus.dead_letter_act',
  );
  expect(acts).toEqual(waiting.map(() => ({ act: 'redriven', by: CLAIMS.subject })));
});
