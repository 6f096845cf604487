import type { Change } from './plant.js';

/** Safeguards that make good for each other's mistakes. To see that one of them works, another is taken away. */

/** Nothing is ever compared with the owner's record, and a missing event is not asked for: everything comes through the stream. */
export const STREAM_ALONE: readonly Change[] = [
  {
    file: 'libs/bus/dist/inbox/sweeper.js',
    from: 'async #round() {',
    to: 'async #round() {\n        this.#askedAgain = false;\n        this.#dueAt = performance.now() + 3_600_000;\n        return;',
  },
  {
    file: 'libs/bus/dist/protocol/inbox-machine.js',
    from: "lane.fetching = true;\n        return [{ kind: 'fetch', aggregateId: lane.aggregateId, fromSequence: missingFrom }];",
    to: 'lane.notBefore = now + 250;\n        return [];',
  },
];

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
