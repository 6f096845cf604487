import type { Bug } from './bug.js';
import { inWorld } from './bug.js';

/** Mistakes in how an owner writes its events. */
export const OWNER_BUGS: readonly Bug[] = [
  inWorld(
    'outbox-after-commit',
    'the outbox is written in a transaction of its own, after the state',
    (world) => {
      const { owner, random } = world;
      const write = owner.write.bind(owner);
      owner.write = (event) => {
        if (!random.chance(0.02)) write(event); // now and then the process dies between the two
      };
    },
  ),
  inWorld(
    'pending-after-commit',
    'the pending list is written in a transaction of its own',
    ({ owner, random }) => {
      const { records } = owner;
      const pend = records.pend.bind(records);
      records.pend = (event) => {
        if (!random.chance(0.02)) pend(event);
      };
    },
  ),
  inWorld(
    'head-not-locked',
    'two transactions number events of one aggregate at the same time',
    ({ owner }) => {
      owner.isLocked = () => false;
    },
  ),
  inWorld(
    'number-kept-on-rollback',
    'a number of a transaction that was rolled back is not given again',
    ({ owner }) => {
      const skips = new Map<string, number>();
      const rollBack = owner.rollBack.bind(owner);
      const begin = owner.begin.bind(owner);
      let isCommitting = false;
      const commit = owner.commit.bind(owner);
      owner.commit = (transaction) => {
        isCommitting = true;
        commit(transaction);
        isCommitting = false;
      };
      owner.rollBack = (transaction) => {
        rollBack(transaction);
        const { aggregateId } = transaction.events[0]!;
        if (!isCommitting) skips.set(aggregateId, (skips.get(aggregateId) ?? 0) + transaction.events.length);
      };
      owner.begin = (aggregateId, count) => {
        const transaction = begin(aggregateId, count);
        const skipped = skips.get(aggregateId) ?? 0;
        for (const event of transaction.events) Object.assign(event, { sequence: event.sequence + skipped });
        skips.delete(aggregateId);
        return transaction;
      };
    },
  ),
  inWorld('no-link', 'an event does not name the one before it', ({ owner }) => {
    const begin = owner.begin.bind(owner);
    owner.begin = (aggregateId, count) => {
      const transaction = begin(aggregateId, count);
      for (const event of transaction.events) Object.assign(event, { previousId: null });
      return transaction;
    };
  }),
];
