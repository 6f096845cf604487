import type { Bug } from './bug.js';
import { inWorld } from './bug.js';

/** Mistakes in the transaction of the consumer. */
export const TRANSACTION_BUGS: readonly Bug[] = [
  inWorld(
    'acknowledged-on-arrival',
    'messages are acknowledged before anything is committed',
    ({ processes }) => {
      for (const process of processes) {
        const arrive = process.arrive.bind(process);
        process.arrive = (arrivals) => {
          for (const { token } of arrivals) process.settle(token!, 'ack');
          arrive(arrivals);
        };
      }
    },
  ),
  inWorld('cursor-before-effect', 'the cursor is committed before the effect', ({ services }) => {
    for (const service of services) {
      const take = service.take.bind(service);
      service.take = (work, locks) => {
        const staged = take(work, locks);
        if (staged.culprit === null)
          for (const [id, cursor] of staged.cursors) service.cursors.set(id, cursor);
        return staged;
      };
    }
  }),
  inWorld(
    'cursor-after-effect',
    'the cursor is written in a transaction after that of the effect',
    ({ services, chaos, random }) => {
      for (const service of services) {
        const commit = service.commit.bind(service);
        service.commit = (staged) => {
          const isKilled = !chaos.isCalm && random.chance(0.02);
          commit(isKilled ? { ...staged, cursors: new Map() } : staged);
        };
      }
    },
  ),
  inWorld('cursor-not-locked', 'two replicas read the same cursor at the same time', ({ services }) => {
    for (const service of services) service.tryLock = () => true;
  }),
  inWorld(
    'locks-first-lane-only',
    'of the aggregates of a transaction only the first is locked',
    ({ services }) => {
      for (const service of services) {
        const tryLock = service.tryLock.bind(service);
        service.tryLock = (ids) => tryLock(ids.slice(0, 1));
      }
    },
  ),
  inWorld(
    'effects-outlive-rollback',
    'effects before the failing one stay when the transaction is rolled back',
    ({ services }) => {
      for (const service of services) {
        const rollBack = service.rollBack.bind(service);
        service.rollBack = (staged) => {
          for (const event of staged.effects) service.ledger.take(event);
          rollBack(staged);
        };
      }
    },
  ),
  inWorld('cursors-outlive-rollback', 'cursors stay when the transaction is rolled back', ({ services }) => {
    for (const service of services) {
      const rollBack = service.rollBack.bind(service);
      service.rollBack = (staged) => {
        for (const [id, cursor] of staged.cursors) service.cursors.set(id, cursor);
        rollBack(staged);
      };
    }
  }),
  inWorld('first-lane-only', 'of the lanes of a transaction only the first is committed', ({ services }) => {
    for (const service of services) {
      const commit = service.commit.bind(service);
      service.commit = (staged) => {
        const [first] = staged.locks;
        const isFirst = ({ aggregateId }: { readonly aggregateId: string }) => aggregateId === first;
        const cursors = new Map([...staged.cursors].filter(([aggregateId]) => isFirst({ aggregateId })));
        commit({
          ...staged,
          cursors,
          effects: staged.effects.filter(isFirst),
          letters: staged.letters.filter(isFirst),
        });
      };
    }
  }),
  inWorld('letter-lost', 'an aggregate is parked and the letter is not written', ({ services }) => {
    for (const service of services) service.writeLetter = () => undefined;
  }),
  inWorld(
    'failed-batch-acknowledged',
    'messages of a failed transaction are acknowledged',
    ({ processes }) => {
      for (const process of processes) {
        const step = process.step.bind(process);
        const held: number[] = [];
        const arrive = process.arrive.bind(process);
        process.arrive = (arrivals) => {
          held.push(...arrivals.map(({ token }) => token!));
          arrive(arrivals);
        };
        process.step = (input) => {
          step(input);
          if (input.kind === 'failed') for (const token of held.splice(0)) process.settle(token, 'ack');
        };
      }
    },
  ),
  inWorld('dropped-on-nak', 'a message that is given back is acknowledged', ({ processes }) => {
    for (const process of processes) {
      const settle = process.settle.bind(process);
      process.settle = (token) => settle(token, 'ack');
    }
  }),
  inWorld('never-acknowledged', 'what is done is not acknowledged', ({ processes }) => {
    for (const process of processes) {
      const settle = process.settle.bind(process);
      process.settle = (token, how) => {
        if (how !== 'ack') settle(token, how);
      };
    }
  }),
];
