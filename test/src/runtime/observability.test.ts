import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TrialFixture } from './trial-fixture.js';

const METRIC = /\b(?:meridian|nodejs|process)_[a-z0-9_]+\b/g;

let trials: TrialFixture;
let shown: ReadonlySet<string>;

beforeAll(async () => {
  trials = await TrialFixture.open();
  await trials.begin();
  const { health } = await trials.start().ready();
  const metrics = await (await fetch(`${health}/metrics`)).text();
  shown = new Set(metrics.match(/^# TYPE (\S+)/gm)?.map((line) => line.slice('# TYPE '.length)));
});
afterAll(async () => {
  await trials.end();
  await trials.close();
});

describe('every metric that is watched is one that services show', () => {
  test.each(['alerts.yaml', 'dashboards/services.json'])('in %s', async (file) => {
    const text = await readFile(new URL(`../../../infra/observability/${file}`, import.meta.url), 'utf8');
    const watched = new Set(text.match(METRIC));
    expect(watched.size).toBeGreaterThan(4);
    expect([...watched].filter((metric) => !shown.has(metric))).toEqual([]);
  });
});
