import type { ModelEvent } from '../model/model-event.js';
import type { Bug } from './bug.js';
import { among, given, inWorld } from './bug.js';
import { GAPS_NOT_ANSWERED, STREAM_ALONE } from './lost-safeguards.js';

/** Mistakes in the relay's statements in the owner's database. */
export const RELAY_RECORD_BUGS: readonly Bug[] = [
  inWorld('no-fence', 'a statement does not check whether another relay leads', ({ owner }) => {
    owner.records.holds = () => true;
  }),
  inWorld('two-leaders', 'two relays hold the lock at once, under one fence', (world) => {
    world.owner.records.takeFence = () => world.owner.records.fence;
    world.owner.records.holds = () => true;
    Object.defineProperty(world, 'lock', { get: () => null, set() {} });
  }),
  inWorld('pending-not-deleted', 'a published event stays on the pending list', ({ owner }) => {
    owner.records.strike = () => undefined;
  }),
  inWorld('pending-deleted-on-load', 'an event leaves the pending list when it is read', ({ owner }) => {
    const { records } = owner;
    const load = records.load.bind(records);
    records.load = (limit) => {
      const events = load(limit);
      for (const event of events) records.strike(event);
      return events;
    };
  }),
  inWorld(
    'position-watermark',
    'events are read above the highest position published, not from the pending list',
    ({ owner }) => {
      const { records } = owner;
      let watermark = 0;
      const strike = records.strike.bind(records);
      records.strike = (event) => {
        watermark = Math.max(watermark, event.position);
        strike(event);
      };
      const pend = records.pend.bind(records);
      records.pend = (event) => {
        if (event.position > watermark || owner.restores > 0) pend(event);
      };
      const pendAgain = records.pendAgain.bind(records);
      records.pendAgain = (message) => {
        const event = records.find(message);
        if (event) watermark = Math.min(watermark, event.position - 1);
        pendAgain(message);
      };
    },
  ),
  inWorld('mark-up-to', 'marking an event strikes everything before it off the pending list', ({ owner }) => {
    const { records } = owner;
    const strike = records.strike.bind(records);
    records.strike = (event) => {
      for (const other of records.pending.filter(({ position }) => position < event.position)) strike(other);
      strike(event);
    };
  }),
  given(
    STREAM_ALONE,
    inWorld(
      'struck-by-number',
      'a message counts as ours when its number is, whatever its id',
      ({ owner }) => {
        owner.records.find = ({ aggregateId, sequence }): ModelEvent | undefined =>
          owner.outbox.get(aggregateId)?.[sequence - 1];
      },
    ),
  ),
  inWorld('sent-not-recorded', 'what was published is not remembered for a new stream', ({ owner }) => {
    const { records } = owner;
    const noteSent = records.noteSent.bind(records);
    let count = 0;
    records.noteSent = (message) => {
      count += 1;
      if (count % 2 === 0) records.sent = records.sent.filter(({ eventId }) => eventId === message.eventId);
      noteSent(message);
    };
  }),
  inWorld(
    'epoch-without-return',
    'a take-over writes the new epoch and returns nothing to the pending list',
    ({ owner }) => {
      owner.records.pendAgain = () => undefined;
    },
  ),
  inWorld(
    'confirms-one-too-many',
    'one event more is forgotten than the consumers confirmed',
    ({ owner }) => {
      const { records } = owner;
      const confirm = records.confirm.bind(records);
      records.confirm = (epoch, floor) => confirm(epoch, floor + 1);
    },
  ),
  among(
    ['stream-regrown', 'garbage-message', 'consumer-frozen'],
    false,
    inWorld(
      'confirms-under-another-epoch',
      'what consumers confirmed counts for records of another stream',
      ({ owner: { records } }) => {
        const confirm = records.confirm.bind(records);
        records.confirm = (_epoch, floor) => confirm(records.epoch!, floor);
      },
    ),
  ),
  inWorld('confirms-the-fastest', 'what one consumer confirmed counts for all', ({ broker }) => {
    broker.confirmedFloor = () => Math.max(...broker.consumers.map(({ floor }) => floor));
  }),
  inWorld('confirms-everything', 'what stands in the stream counts as confirmed', ({ broker }) => {
    broker.confirmedFloor = () => null;
  }),
  given(
    GAPS_NOT_ANSWERED,
    inWorld('loads-newest-first', 'the pending list is published from its end', ({ owner: { records } }) => {
      records.load = (limit) => records.pending.slice(-limit).reverse();
    }),
  ),
];
