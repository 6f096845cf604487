import type { Disturbance } from './disturbance.js';
import { newEvent } from './model/model-event.js';
import type { ModelEvent } from './model/model-event.js';
import type { World } from './world.js';

export interface Misfortune {
  readonly kind: Disturbance;
  /** How many lots it has in the draw. */
  readonly weight: number;
  /** @returns whether it took effect */
  strike(world: World): boolean;
}

const HOUR_MS = 3_600_000;

/** What befalls the world as a whole; what befalls a single act is decided where the act is. */
export const MISFORTUNES: readonly Misfortune[] = [
  { kind: 'stream-wiped', weight: 3, strike: wipe },
  { kind: 'stream-regrown', weight: 2, strike: regrow },
  { kind: 'tail-lost', weight: 3, strike: (world) => loseTail(world, false) },
  { kind: 'tail-replaced', weight: 3, strike: replaceTail },
  { kind: 'consumer-ahead', weight: 2, strike: (world) => loseTail(world, true) },
  { kind: 'oldest-lost', weight: 2, strike: forgetOldest },
  { kind: 'stream-restored', weight: 3, strike: copyOrRestoreStream },
  { kind: 'garbage-message', weight: 2, strike: litter },
  {
    kind: 'broker-restarted',
    weight: 2,
    strike: ({ broker, random }) => did(broker.lastSequence > 0, () => broker.restart(random.chance(0.5))),
  },
  {
    kind: 'window-expired',
    weight: 1,
    strike: ({ broker }) => did(broker.lastSequence > 0, () => broker.forgetWindow()),
  },
  { kind: 'consumer-deleted', weight: 2, strike: deleteConsumer },
  { kind: 'acknowledgements-forgotten', weight: 2, strike: forgetAcknowledgements },
  { kind: 'redelivered', weight: 3, strike: redeliver },
  { kind: 'forged-event', weight: 2, strike: forge },
  { kind: 'take-over', weight: 4, strike: takeOver },
  { kind: 'zombie-relay', weight: 4, strike: pauseOrResume },
  {
    kind: 'relay-crash',
    weight: 3,
    strike: ({ relays, random }) => did(true, () => random.pick(relays).crash()),
  },
  { kind: 'consumer-crash', weight: 3, strike: crashConsumer },
  {
    kind: 'consumer-drained',
    weight: 1,
    strike: ({ processes, random }) => did(true, () => random.pick(processes).drain()),
  },
  { kind: 'consumer-frozen', weight: 2, strike: freezeOrThaw },
  { kind: 'owner-crash', weight: 1, strike: crashOwner },
  { kind: 'owner-unreachable', weight: 1, strike: leaveOwner },
  { kind: 'owner-restored', weight: 3, strike: backUpOrRestore },
  { kind: 'rolled-back', weight: 2, strike: rollBack },
  { kind: 'clock-jump', weight: 1, strike: jump },
];

function did(could: boolean, act: () => void): boolean {
  if (could) act();
  return could;
}

function wipe({ broker }: World): boolean {
  return did(broker.lastSequence > 0, () => broker.wipe());
}

/** In the place of the stream stands another life of it, just as long, that somebody else has filled; its last message may be the same. */
function regrow(world: World): boolean {
  const { owner, broker, relays, random } = world;
  const { lastSequence, messages } = broker;
  if (messages.length === 0 || lastSequence > 8) return false;
  // Most of all while somebody asks what is confirmed: the answers before and after speak of two streams.
  if (!relays.some(({ isConfirming }) => isConfirming) && random.chance(0.6)) return false;
  const last = messages.at(-1)!.event;
  const { pending, sent } = owner.records;
  const underWay = [...pending, ...sent.flatMap((message) => owner.records.find(message) ?? [])];
  broker.wipe();
  for (let at = 1; at < lastSequence; at += 1) broker.append(anyMessage(world, underWay));
  broker.append(random.chance(0.7) ? last : anyMessage(world, underWay));
  return true;
}

function loseTail({ broker, random }: World, consumersStayAhead: boolean): boolean {
  const count = 1 + random.below(4);
  const how = { consumersStayAhead, remembersIds: random.chance(0.5) };
  return did(broker.messages.length > 0, () => broker.loseTail(count, how));
}

/**
 * A power cut takes the newest messages, and before anyone looks as many others have their numbers, or one more: what a relay out of office had under
 * way, or what is no event. Beyond the power of the relay, and left to the sweep, is what it has confirmed, what it could not name when
 * it published, and a last event that is the same by chance.
 */
function replaceTail(world: World): boolean {
  const { owner, broker, relays, random } = world;
  const { records } = owner;
  const leader = relays.find(({ fence, leads }) => leads && records.holds(fence));
  const most = Math.min(4, broker.messages.length, broker.lastSequence - records.confirmed);
  if (leader === undefined || !leader.namesPredecessor || most <= 0) return false;
  const others = [...owner.outbox.values()]
    .flat()
    .filter(
      ({ eventId }) => !leader.hasUnderWay(eventId) && records.sent.every((one) => one.eventId !== eventId),
    );
  const count = 1 + random.below(most);
  broker.loseTail(count, { consumersStayAhead: false, remembersIds: random.chance(0.5) });
  for (let left = count + random.below(2); left > 0; left -= 1) broker.append(anyMessage(world, others));
  return true;
}

/** Written by a relay that has no right to any more, or by a stranger. */
function anyMessage(world: World, events: readonly ModelEvent[]): ModelEvent {
  const { random } = world;
  return events.length > 0 && random.chance(0.5) ? random.pick(events) : garbage(world);
}

function forgetOldest({ broker, random }: World): boolean {
  return did(broker.messages.length > 0, () => {
    broker.forgetOldest(random.chance(0.3) ? broker.messages.length : 1 + random.below(4));
  });
}

function deleteConsumer({ broker, random }: World): boolean {
  const consumer = random.pick(broker.consumers);
  return did(!consumer.isDeleted, () => consumer.delete());
}

function forgetAcknowledgements({ broker, random }: World): boolean {
  return random.pick(broker.consumers).forgetAcknowledgements(1 + random.below(6)) > 0;
}

function redeliver({ broker, random }: World): boolean {
  return random.pick(broker.consumers).releaseAll() > 0;
}

/** The broker's disk is set back to a copy, perhaps of an earlier life. */
function copyOrRestoreStream({ broker, random }: World): boolean {
  if (broker.hasCopy && random.chance(0.5)) return broker.restoreCopy(random.chance(0.5));
  broker.takeCopy();
  return false;
}

/** A message that is no event: consumers set it aside, and the relay finds its stream longer than it left it. */
function litter(world: World): boolean {
  world.broker.append(garbage(world));
  return true;
}

function garbage({ owner: { incarnation }, broker }: World): ModelEvent {
  const link = { eventId: broker.nameLitter(), aggregateId: '', sequence: 0, previousId: null };
  return newEvent(link, { position: 0, writtenIn: 0, incarnation }, true);
}

/** Somebody writes to the stream who may not, perhaps several times: a number that is taken, the next one, or one too far ahead. */
function forge({ owner, broker, random }: World): boolean {
  const heads = [...owner.outbox.values()].flatMap((events) => events.slice(-1));
  if (heads.length === 0) return false;
  const { aggregateId, sequence } = random.pick(heads);
  const forged = sequence + random.below(3);
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const eventId = `forged-${aggregateId}${forged}${broker.nameLitter()}`;
    const link = { eventId, aggregateId, sequence: forged, previousId: 'nobody' };
    broker.append(newEvent(link, { position: 0, writtenIn: 0, incarnation: owner.incarnation }, true));
  }
  return true;
}

/** The leader's session is ended; it does not know yet and goes on until a statement tells it. */
function takeOver(world: World): boolean {
  const leader = world.lock;
  if (leader === null) return false;
  const other = world.relays.find((relay) => relay !== leader)!;
  if (other.isPaused) return false;
  other.crash();
  world.lock = null;
  other.advance();
  return true;
}

/** Counted when the relay wakes up in a changed world. */
function pauseOrResume({ relays, random }: World): boolean {
  const relay = random.pick(relays);
  if (relay.isPaused) relay.resume();
  else relay.pause();
  return false;
}

function crashConsumer({ processes, random }: World): boolean {
  const process = random.pick(processes);
  const wasAtWork = !process.isIdle;
  process.crash();
  return wasAtWork;
}

function freezeOrThaw({ processes, random }: World): boolean {
  const process = random.pick(processes);
  process.isFrozen = !process.isFrozen;
  return !process.isFrozen;
}

/** The database goes down: open transactions are rolled back and every session ends. */
function crashOwner(world: World): boolean {
  world.owner.open = [];
  endSessions(world);
  if (world.owner.records.forgetLately()) world.chaos.count('marks-forgotten');
  return true;
}

/** For a while nobody reaches the owner's service; its database and its relays go on. */
function leaveOwner(world: World): boolean {
  world.isOwnerAway = !world.isOwnerAway;
  return world.isOwnerAway;
}

function backUpOrRestore(world: World): boolean {
  const { owner, random } = world;
  if (!owner.hasBackup || random.chance(0.4)) {
    owner.takeBackup();
    return false;
  }
  const before = owner.outbox;
  owner.restore();
  endSessions(world);
  return [...before].some(([id, events]) => events.length > (owner.outbox.get(id)?.length ?? 0));
}

function endSessions(world: World): void {
  world.lock = null;
  for (const relay of world.relays) relay.fence = -1;
}

function rollBack({ owner, random }: World): boolean {
  return did(owner.open.length > 0, () => owner.rollBack(random.pick(owner.open)));
}

/** Hours pass in an instant: a machine that slept, or a clock that was set. */
function jump({ processes, broker, random }: World): boolean {
  broker.forgetWindow();
  for (const consumer of broker.consumers) consumer.releaseAll();
  for (const process of processes) process.passTime(random.below(12) * HOUR_MS);
  return true;
}
