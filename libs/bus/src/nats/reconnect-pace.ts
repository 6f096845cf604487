import type { ConnectionOptions } from '@nats-io/nats-core';

type Pace = Required<Pick<ConnectionOptions, 'reconnectDelayHandler' | 'reconnectToServer'>>;

const PAUSE_MS = 250;
const JITTER_MS = 250;

/**
 * Options by which a connection is tried again after a short pause, measured in time that passes. The library measures it by
 * the clock of the machine: were that set back by an hour, a lost connection would stay lost for an hour.
 */
export function reconnectPace(now = () => performance.now(), random = Math.random): Pace {
  let triedAt = Number.NEGATIVE_INFINITY;
  return {
    // By the library's own measure it may try at any time.
    reconnectDelayHandler: () => Number.NEGATIVE_INFINITY,
    reconnectToServer: ([server]) => {
      const delay = Math.max(0, triedAt + PAUSE_MS + random() * JITTER_MS - now());
      triedAt = now() + delay;
      return { server: server!, delay };
    },
  };
}
