import type { Change } from './plant.js';

/** Safeguards that make good for each other's mistakes. To see that one of them works, another is taken away. */

/** No owner answers a question: whatever it has must come through its stream. */
export const STREAM_ALONE: Change = {
  file: 'libs/bus/dist/inbox/remote-owner.js',
  from: 'return this.requests.ask(',
  to: "throw new Error('The owner is not asked.');\n        return this.requests.ask(",
};

/** The relay does not see that its stream is shorter than what it published. */
export const TAIL_NOT_COMPARED: Change = {
  file: 'libs/bus/dist/protocol/relay-machine.js',
  from: 'if (sentUpTo > lastSequence) {',
  to: 'if (false) {',
};

/** After the broker lost its disk nothing is published again. */
export const NOTHING_PUBLISHED_AGAIN: Change = {
  file: 'libs/bus/dist/protocol/relay-machine.js',
  from: 'keepUpTo: record.confirmed, confirmed: 0 } };',
  to: 'keepUpTo: Number.MAX_SAFE_INTEGER, confirmed: 0 } };',
};
