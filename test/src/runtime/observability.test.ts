import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { migrationFixture } from './migration-fixture.js';
import type { MigrationFixture } from './migration-fixture.js';
import { startTrial } from './trial-process.js';
import type { TrialProcess } from './trial-process.js';

const METRIC = /\b(?:meridian|nodejs|process)_[a-z0-9_]+\b/g;

let broker: TestBroker;
let fixture: MigrationFixture;
let trial: TrialProcess;
let shown: ReadonlySet<string>;

beforeAll(async () => {
  [broker, fixture] = await Promise.all([testBroker(), migrationFixture()]);
  trial = startTrial(fixture.folder, {
    DATABASE_URL: fixture.database.url,
    NATS_URL: broker.url,
    NATS_USER: 'quality',
    NATS_PASSWORD: broker.passwords.quality,
    PORT: '0',
    HEALTH_PORT: '0',
    TRIAL_END: 'closes',
  });
  const { health } = await trial.ready();
  const metrics = await (await fetch(`${health}/metrics`)).text();
  shown = new Set(metrics.match(/^# TYPE (\S+)/gm)?.map((line) => line.slice('# TYPE '.length)));
});
afterAll(async () => {
  trial.kill('SIGKILL');
  await trial.ended;
  await Promise.all([fixture.end(), broker.stop()]);
});

describe('every metric that is watched is one that services show', () => {
  test.each(['alerts.yaml', 'dashboards/services.json'])('in %s', async (file) => {
    const text = await readFile(new URL(`../../../infra/observability/${file}`, import.meta.url), 'utf8');
    const watched = new Set(text.match(METRIC));
    expect(watched.size).toBeGreaterThan(4);
    expect([...watched].filter((metric) => !shown.has(metric))).toEqual([]);
  });
});
