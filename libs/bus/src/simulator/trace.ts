import { newTally } from './disturbance.js';
import type { Disturbance } from './disturbance.js';
import type { Fault } from './fault.js';
import { playSchedule } from './schedule.js';
import type { Plant, World } from './world.js';

/** Plays one schedule and says after every move what it did to the world. */
export function traceSchedule(
  seed: number,
  schedule: number,
  plant: Plant | undefined,
  say: (line: string) => void,
): Fault | null {
  const tally = newTally();
  let before = { ...tally };
  let was = '';
  const trace = (step: number, move: string, world: World): void => {
    const hits = (Object.keys(tally) as Disturbance[]).filter((kind) => tally[kind] > before[kind]);
    before = { ...tally };
    const now = `${world.describe()}, ${describeStream(world)}`;
    if (now !== was || hits.length > 0)
      say(`${step} ${move}${hits.map((hit) => ` [${hit}]`).join('')}: ${now}`);
    was = now;
  };
  return playSchedule(seed, schedule, { tally, plant, trace }).fault;
}

function describeStream({ owner, broker }: World): string {
  const { sent, confirmed, epoch, pending } = owner.records;
  return [
    `epoch ${epoch} of ${broker.epoch}`,
    `stream ${broker.messages.map(({ streamSequence, event }) => `${streamSequence}=${event.eventId}`).join(' ')}`,
    `confirmed ${confirmed}`,
    `sent ${sent.map(({ streamSequence, eventId }) => `${streamSequence}=${eventId}`).join(' ')}`,
    `waiting ${pending.map(({ eventId }) => eventId).join(' ')}`,
  ].join(', ');
}
