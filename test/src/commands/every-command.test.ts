import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTrialHouse } from '../house/trial-house.js';
import type { TrialHouse } from '../house/trial-house.js';
import type { CommandRoute } from './command-route.js';
import { CommandScene } from './command-scene.js';
import { CommandSender, NO_EFFECT } from './command-sender.js';
import { EVERY_ROUTE } from './routes/every-route.js';

const START_MS = 180_000;
const CROWD_MS = 120_000;
const CROWD = 50;
const CROWD_OF_FILES = 6;

let trial: TrialHouse;
let scene: CommandScene;
let sender: CommandSender;

beforeAll(async () => {
  trial = await startTrialHouse({ keepsStoresRunning: true, say: () => undefined });
  scene = await CommandScene.open(trial);
  sender = new CommandSender(trial);
}, START_MS);

afterAll(() => trial?.end(), START_MS);

interface ApiDescription {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly { readonly name: string }[] }>>>
  >;
}

test('every route of the API that changes something stands in the table, and no other', async () => {
  const response = await fetch(new URL('/openapi.json', trial.house.url));
  const { paths } = (await response.json()) as ApiDescription;
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      // A POST that only asks, like a preview, has no key.
      .filter(([, { parameters = [] }]) => parameters.some(({ name }) => name === 'Idempotency-Key'))
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  expect(EVERY_ROUTE.map(({ route }) => route).sort()).toEqual(described.sort());
});

describe.each(EVERY_ROUTE)('$route', (route) => {
  test(
    route.keyOptional
      ? 'without a key it is known by what it says, and done once'
      : 'without a key it is not done',
    async () => {
      const command = await route.fresh(scene);
      const told = await sender.send(route, command, { key: null });
      if (route.keyOptional) {
        expect(told.status).toBeLessThan(300);
        expect(await sender.send(route, command, { key: null })).toEqual(told);
      } else {
        expect(told).toMatchObject({ status: 400, code: 'gateway/idempotency-key-missing' });
      }
    },
  );

  test('a key has one command and one answer, whoever asks meanwhile or again', async () => {
    const command = await route.fresh(scene);
    const key = sender.newKey();
    const { first, meanwhile } = await sender.held([route.owner], async () => {
      const answer = sender.send(route, command, { key });
      await sender.untilHeld(route.owner, 1);
      return { first: answer, meanwhile: await sender.send(route, command, { key }) };
    });
    expect(meanwhile).toMatchObject({ status: 409, code: 'bus/still-running' });
    const told = await first;
    expect([200, 201]).toContain(told.status);
    const effect = await sender.effectOf(route, key);
    expect(effect.answers).toBe(1);

    expect(await sender.send(route, command, { key })).toEqual(told);
    const other = await sender.send(route, command, { key, body: command.other });
    expect(other).toMatchObject({ status: 422, code: 'bus/idempotency-key-reused' });
    expect(await sender.effectOf(route, key)).toEqual(effect);
  });
});

describe.each(EVERY_ROUTE.filter(({ version }) => version !== 'none'))('$route', (route) => {
  test('is done on the version that the client saw, and on no other', async () => {
    const command = await route.fresh(scene);
    const { version } = command;
    expect(version).toBeGreaterThan(0);
    const [stale, right, late] = [sender.newKey(), sender.newKey(), sender.newKey()];
    const other = await sender.send(route, command, { key: stale, ifMatch: Number(version) + 1 });
    expect(other).toMatchObject({ status: 412, code: `${route.owner}/version-conflict` });
    expect(await sender.effectOf(route, stale)).toEqual(NO_EFFECT);

    const told = await sender.send(route, command, { key: right, ifMatch: version });
    expect([200, 201]).toContain(told.status);
    const again = await sender.send(route, command, { key: late, ifMatch: version });
    // What can be done only once is refused as done, whatever the version.
    const isOver = route.crowd === 'one' && again.status === 409;
    if (!isOver) expect(again).toMatchObject({ status: 412, code: `${route.owner}/version-conflict` });
    expect(await sender.effectOf(route, late)).toEqual(NO_EFFECT);
  });
});

test.each(EVERY_ROUTE.filter(({ version }) => version === 'needed'))(
  '$route says 428 when the client does not say which version it saw',
  async (route) => {
    const { version: _, ...command } = await route.fresh(scene);
    const key = sender.newKey();
    const told = await sender.send(route, command, { key });
    expect(told).toMatchObject({ status: 428, code: 'gateway/version-missing' });
    expect(await sender.effectOf(route, key)).toEqual(NO_EFFECT);
  },
);

describe.each(EVERY_ROUTE)('a crowd on $route', (route) => {
  test(
    route.crowd === 'each' ? 'loses no change' : 'gets it done exactly once',
    async () => {
      const crowd = await sendByCrowd(route);
      const effects = await Promise.all(crowd.map(({ key }) => sender.effectOf(route, key)));
      if (route.crowd === 'one') {
        const done = crowd.filter(({ told }, at) =>
          route.version === 'needed' ? told.status < 300 : (effects[at]?.events ?? 0) > 0,
        );
        expect(done).toHaveLength(1);
        return;
      }
      expect(crowd.map(({ told }) => told).filter(({ status }) => status >= 300)).toEqual([]);
      expect(effects.filter(({ answers }) => answers !== 1)).toEqual([]);
      const { counted } = route;
      if (counted === undefined) return;
      const counts = crowd.map(({ told }) => counted(JSON.parse(told.text) as Record<string, unknown>));
      expect(spread(counts)).toEqual(crowd.map((_, index) => index));
    },
    CROWD_MS,
  );
});

/** The same command from many clients at once, each with a key of its own. */
async function sendByCrowd(route: CommandRoute) {
  const command = await route.fresh(scene);
  const keys = Array.from({ length: route.isLong ? CROWD_OF_FILES : CROWD }, () => sender.newKey());
  return Promise.all(
    keys.map(async (key) => ({ key, told: await sender.sendUntilTold(route, command, key) })),
  );
}

/** Numbers counted from the lowest, in order. */
function spread(numbers: readonly number[]): number[] {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted.map((number) => number - (sorted[0] ?? 0));
}
