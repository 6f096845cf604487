import { STREAM_ALONE, TAIL_NOT_COMPARED } from './lost-safeguards.js';
import type { Plant } from './plant.js';

const RELAY = 'libs/bus/dist/protocol/relay-machine.js';
const RELAY_LOOP = 'libs/bus/dist/relay/relay-loop.js';

/** Mistakes of an owner on the way from its outbox to its stream. */
export const RELAY_PLANTS: readonly Plant[] = [
  {
    name: 'marked-before-confirmed',
    says: 'an event counts as published although the broker has not confirmed it',
    changes: [
      {
        file: RELAY,
        from: 'acknowledgements[index] ?? null;',
        to: 'acknowledgements[index] ?? { streamSequence: chain.sequence + index + 1, isDuplicate: false };',
      },
    ],
    given: [STREAM_ALONE, TAIL_NOT_COMPARED],
    kinds: ['connections half open'],
    steps: 8,
    seed: 1528,
  },
  {
    name: 'epoch-ignored',
    says: 'after the broker lost its disk the relay goes on as if the stream were the old one',
    changes: [{ file: RELAY, from: 'if (record.epoch !== epoch) {', to: 'if (record.epoch === null) {' }],
    given: [STREAM_ALONE, TAIL_NOT_COMPARED],
    kinds: ['broker disk deleted', 'service paused'],
    steps: 8,
    seed: 2993,
  },
  {
    name: 'confirmed-by-nobody',
    says: 'the relay forgets what it published without asking how far the consumers are',
    changes: [
      {
        file: RELAY_LOOP,
        from: 'Math.min(floor ?? end.streamSequence, end.streamSequence)',
        to: 'end.streamSequence',
      },
    ],
    given: [STREAM_ALONE],
    kinds: ['broker disk deleted', 'service paused'],
    steps: 8,
    seed: 2993,
  },
];
