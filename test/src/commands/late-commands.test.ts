import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@meridian/testing';
import { HouseLinks } from '../faults/links/house-links.js';
import { startTrialHouse } from '../house/trial-house.js';
import type { TrialHouse } from '../house/trial-house.js';
import type { CommandRoute, FreshCommand } from './command-route.js';
import { CommandScene } from './command-scene.js';
import { CommandSender, NO_EFFECT } from './command-sender.js';
import type { Told } from './command-sender.js';
import { EVERY_ROUTE } from './routes/every-route.js';

const START_MS = 180_000;
/** The gateway waits 5 s for a command; files may take longer and are left out here. */
const ROUTES = EVERY_ROUTE.filter(({ isLong }) => isLong !== true);
const OWNERS = [...new Set(ROUTES.map(({ owner }) => owner))];
/** A way that stands still shows after a second. */
const NOTICED_MS = 1_500;

let trial: TrialHouse;
let scene: CommandScene;
let sender: CommandSender;
const links = new HouseLinks();

beforeAll(async () => {
  trial = await startTrialHouse({
    keepsStoresRunning: true,
    say: () => undefined,
    through: links.through,
  });
  scene = await CommandScene.open(trial);
  sender = new CommandSender(trial);
}, START_MS);

afterAll(async () => {
  await trial?.end();
  await links.close();
}, START_MS);

interface Intent {
  readonly route: CommandRoute;
  readonly command: FreshCommand;
  readonly key: string;
}

test(
  'a command that still runs when nobody waits for it any more leaves nothing behind',
  async () => {
    const intents = await freshIntents();
    await sender.held(OWNERS, async () => {
      await expectUnanswered(intents);
      await eventually(() => Promise.all(OWNERS.map((owner) => expectGivenUp(owner))), { timeoutMs: 30_000 });
    });
    await eventually(() => Promise.all(OWNERS.map((owner) => expectIdle(owner))));
    await expectNothingDone(intents);
    await expectDoneWhenSentAgain(intents);
  },
  START_MS,
);

const STANDING = [
  { what: 'a service that stood still', begin: async () => signal('SIGSTOP'), end: () => signal('SIGCONT') },
  { what: 'a way that let nothing through', begin: async () => stall(OWNERS), end: () => links.healAll() },
  { what: "the door's own way, once that stands still", begin: stallDoor, end: () => links.healAll() },
];

test.each(STANDING)(
  'a command that comes out of $what is not begun when nobody waits for it any more',
  async ({ begin, end }) => {
    const intents = await freshIntents();
    await begin();
    try {
      await expectUnanswered(intents);
    } finally {
      end();
    }
    // What is asked later is answered later: everything that waited was taken before.
    await eventually(expectEverybodyAnswers, { timeoutMs: 30_000 });
    await eventually(() => Promise.all(OWNERS.map((owner) => expectIdle(owner))));
    await expectNothingDone(intents);
    await expectDoneWhenSentAgain(intents);
  },
  START_MS,
);

function signal(name: 'SIGSTOP' | 'SIGCONT'): void {
  for (const owner of OWNERS) process.kill(trial.house.services.get(owner)?.pid as number, name);
}

function stall(names: readonly string[]): void {
  for (const name of names) links.of(name, 'broker').stall();
}

async function stallDoor(): Promise<void> {
  stall(['gateway']);
  await passed(NOTICED_MS);
}

async function passed(ms: number): Promise<void> {
  const overMs = performance.now() + ms;
  await eventually(() => expect(performance.now()).toBeGreaterThan(overMs));
}

async function freshIntents(): Promise<Intent[]> {
  const intents: Intent[] = [];
  for (const route of ROUTES) {
    intents.push({ route, command: await route.fresh(scene), key: sender.newKey() });
  }
  return intents;
}

/** The gateway waits as long as it should and says that nobody answered; while it waits for many it turns some away. */
async function expectUnanswered(intents: readonly Intent[]): Promise<void> {
  const told = await Promise.all(
    intents.map(({ route, command, key }) => sender.send(route, command, { key })),
  );
  expect(told.filter(({ status }) => status !== 503)).toEqual([]);
  const waitedFor = told.filter(({ code }) => code === 'gateway/unavailable');
  expect(waitedFor.length).toBeGreaterThan(OWNERS.length);
}

async function expectEverybodyAnswers(): Promise<void> {
  expect((await scene.page()).missing).toEqual([]);
  await trial.as('anna.meyer').get('/v1/connectors/events');
}

async function expectIdle(owner: string): Promise<void> {
  expect(await sender.running(owner)).toBe(0);
}

/** Held still, and nevertheless over: the time that was given to it was. */
async function expectGivenUp(owner: string): Promise<void> {
  expect(await sender.waiting(owner)).toBe(0);
}

async function expectNothingDone(intents: readonly Intent[]): Promise<void> {
  const left = await Promise.all(
    intents.map(async ({ route, key }) => [route.route, await sender.effectOf(route, key)]),
  );
  expect(left).toEqual(intents.map(({ route }) => [route.route, NO_EFFECT]));
}

/** The key is not used up: the client asks again and gets it done. */
async function expectDoneWhenSentAgain(intents: readonly Intent[]): Promise<void> {
  const told: Told[] = [];
  for (const { route, command, key } of intents) told.push(await sender.sendUntilTold(route, command, key));
  expect(told.filter(({ status }) => status >= 300)).toEqual([]);
}
