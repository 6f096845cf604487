import type { Bug } from './bug.js';
import { among, inWorld } from './bug.js';

/** Mistakes in how the stream and its consumers are used. */
export const STREAM_BUGS: readonly Bug[] = [
  inWorld('no-chain', 'publishes name no predecessor', ({ broker }) => {
    const publish = broker.publish.bind(broker);
    broker.publish = (one) =>
      publish({ ...one, expectedLastSequence: broker.lastSequence, expectedLastMessageId: null });
  }),
  inWorld('chain-without-id', 'publishes name the last sequence but not the last message', ({ broker }) => {
    const publish = broker.publish.bind(broker);
    broker.publish = (one) => publish({ ...one, expectedLastMessageId: null });
  }),
  among(
    ['tail-replaced'],
    false,
    inWorld('litter-without-name', 'messages that are no events are all the same', ({ broker }) => {
      broker.nameLitter = () => '?';
    }),
  ),
  inWorld('duplicate-is-failure', 'an answer "duplicate" counts as no answer', ({ broker }) => {
    broker.duplicate = () => null;
  }),
  inWorld(
    'consumer-from-now',
    'a consumer that is made anew begins with the newest message',
    ({ broker }) => {
      for (const consumer of broker.consumers) {
        const recreate = consumer.recreate.bind(consumer);
        consumer.recreate = () => {
          const { isDeleted } = consumer;
          recreate();
          if (isDeleted) for (let at = 1; at <= broker.lastSequence; at += 1) acknowledge(at);
        };
        const acknowledge = (streamSequence: number) =>
          consumer.acknowledge({ epoch: broker.epoch, generation: broker.generation, streamSequence });
      }
    },
  ),
  inWorld('three-deliveries', 'the broker gives a message up after three deliveries', ({ broker }) => {
    for (const consumer of broker.consumers) {
      const deliveries = new Map<string, number>();
      const deliver = consumer.deliver.bind(consumer);
      consumer.deliver = (most) =>
        deliver(most).filter(({ streamSequence }) => {
          const key = `${broker.generation} ${streamSequence}`;
          const count = (deliveries.get(key) ?? 0) + 1;
          deliveries.set(key, count);
          const { epoch, generation } = broker;
          if (count > 3) consumer.acknowledge({ epoch, generation, streamSequence });
          return count <= 3;
        });
    }
  }),
  inWorld('acknowledges-all-before', 'one acknowledgement settles every message before it', ({ broker }) => {
    for (const consumer of broker.consumers) {
      const acknowledge = consumer.acknowledge.bind(consumer);
      consumer.acknowledge = (receipt) => {
        for (let at = consumer.floor + 1; at <= receipt.streamSequence; at += 1)
          acknowledge({ ...receipt, streamSequence: at });
      };
    }
  }),
  inWorld('consumer-not-supervised', 'a consumer that vanished is not made again', ({ processes }) => {
    for (const process of processes) process.supervise = () => undefined;
  }),
];
