import { Fault } from './fault.js';
import type { World } from './world.js';

/** Rounds within which everything has to arrive once nothing goes wrong any more. */
const PATIENCE = 40;
/** Where no owner answers, events that stand in the stream behind those that need them are found one at a time. */
const PATIENCE_WITHOUT_ANSWERS = 160;
/** What fails again and again is parked, and a person has to see it: so much longer it may take for each such event. */
const PATIENCE_FOR_PARKED = 8;
/** After a restored backup the hourly full comparison may be needed: it comes in this round. */
const FULL_IN_ROUND = 20;

/**
 * No more misfortune: everything must arrive within a bounded number of rounds, not merely some day.
 *
 * @param count told about every move
 */
export function heal(world: World, count: (move: string) => void): void {
  world.chaos.isCalm = true;
  world.isOwnerAway = false;
  for (const relay of world.relays) if (relay.isPaused) relay.resume();
  for (const process of world.processes) process.isFrozen = false;
  for (const arrive of world.late.splice(0)) arrive();
  for (const transaction of world.owner.open) world.owner.commit(transaction);
  const before = parkedIn(world).size;
  let patience = 0;
  for (let round = 1; round <= (patience = patienceWith(world, before)); round += 1) {
    playRound(world, round, count);
    if (world.isComplete()) break;
  }
  for (const { ledger } of world.services) ledger.checkComplete();
  if (!world.isComplete()) throw new Fault('stuck', `after ${patience} quiet rounds: ${world.describe()}`);
}

function patienceWith(world: World, parkedBefore: number): number {
  const base = world.chaos.ownerAnswers ? PATIENCE : PATIENCE_WITHOUT_ANSWERS;
  return base + PATIENCE_FOR_PARKED * (parkedIn(world).size - parkedBefore);
}

/** Each event once: what is parked over and over again gets no more time. */
function parkedIn({ services }: World): ReadonlySet<string> {
  return new Set(
    services.flatMap(({ index, letters }) => letters.map(({ event }) => `${index} ${event.eventId}`)),
  );
}

function playRound(world: World, round: number, count: (move: string) => void): void {
  const { owner, broker, relays, persons, processes, services, chaos } = world;
  for (const consumer of broker.consumers) consumer.releaseAll();
  for (const relay of relays) {
    for (let move = 0; move < 8 && !(move > 0 && relay.isResting); move += 1) {
      relay.advance();
      count('relay');
    }
  }
  for (const process of processes) {
    process.supervise();
    // All there is: what waits for an event further down the stream must not keep it from being delivered.
    for (let move = 0; move < 12 && process.receive(); move += 1) count('receive');
    process.passTime(6_000);
    count('pass');
    for (let move = 0; move < 20 && !process.bench.isEmpty; move += 1) {
      process.bench.advance();
      count('work');
    }
    if (!chaos.hasSweep || round % 2 === 1) continue;
    if (round === FULL_IN_ROUND && owner.needsFullLook) process.plan.askFull();
    for (let move = 0; move < 24 && (move === 0 || process.sweeper.isRunning); move += 1) {
      process.sweeper.advance();
      count('sweep');
    }
  }
  if (services.every(({ letters }) => letters.every(({ isOpen }) => !isOpen))) return;
  for (const person of persons) {
    for (let move = 0; move < 4; move += 1) {
      person.act();
      count('decide');
    }
  }
}
