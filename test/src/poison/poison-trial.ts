import { partitionOf } from '@meridian/bus';
import type { StandaloneClient } from '@meridian/bus';
import { testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { TaskProgressed } from '../bus/trial-contracts.js';
import { trialClient, trialService } from '../bus/trial-services.js';
import type { TrialService, TrialStore } from '../bus/trial-services.js';
import { OperatorConnection } from '../faults/operator-connection.js';
import { POISONED_MESSAGES, POISONED_REACTIONS, POISONED_RECORDS } from './poison-kinds.js';
import { poisonedProject, poisonedReaction } from './poisoned-reaction.js';

/** One piece of poison on its way, and what its letter has to say. */
export interface Dose {
  readonly id: string;
  readonly kind: string;
  readonly way: 'record' | 'reaction' | 'message';
  readonly words: RegExp;
  readonly give: () => Promise<unknown>;
}

/** An owner and a consumer that run the real bus on PostgreSQL and nats-server of their own, and poison for both. */
export interface PoisonTrial {
  readonly owner: TrialService;
  readonly consumer: TrialStore;
  readonly client: StandaloneClient;
  /** One of every kind, each for a project of its own. */
  doses(): Dose[];
  /** From then on the reactions take everything. */
  mend(): Promise<void>;
  end(): Promise<void>;
}

export interface PoisonedConsumer {
  readonly store: TrialStore;
  mend(): Promise<void>;
  end(): Promise<void>;
}

/** `startConsumer` says where the consumer runs. */
export async function startPoisonTrial(
  startConsumer: (broker: TestBroker) => Promise<PoisonedConsumer>,
): Promise<PoisonTrial> {
  const broker = await testBroker();
  const owner = await trialService('projects', broker, []);
  const consumer = await startConsumer(broker);
  const client = await trialClient(broker);
  const operator = await OperatorConnection.open(broker.urlOf('operator'));
  let given = 0;
  return {
    owner,
    consumer: consumer.store,
    client,
    doses: () => dosesOf({ owner, operator, nextNumber: () => (given += 1) }),
    mend: () => consumer.mend(),
    async end() {
      operator.close();
      await Promise.all([owner.end(), consumer.end()]);
      await client.close();
      await broker.stop();
    },
  };
}

/** In the process of whoever tries: quick to start, and its deadlines can be short. */
export async function consumerHere(broker: TestBroker, eventDeadlineMs: number): Promise<PoisonedConsumer> {
  const state = { isMended: false };
  const service = await trialService('budgeting', broker, [poisonedReaction(state)], { eventDeadlineMs });
  return {
    store: service,
    mend: async () => void (state.isMended = true),
    end: () => service.end(),
  };
}

interface Means {
  readonly owner: TrialService;
  readonly operator: OperatorConnection;
  readonly nextNumber: () => number;
}

function dosesOf({ owner, operator, nextNumber }: Means): Dose[] {
  const idOf = () => `poison-${nextNumber()}`;
  const records = POISONED_RECORDS.map(({ name, words, body }): Dose => {
    const id = idOf();
    return { id, kind: name, way: 'record', words, give: () => recordRaw(owner, id, body(id)) };
  });
  const reactions = POISONED_REACTIONS.map((poison): Dose => {
    const id = poisonedProject(nextNumber(), poison);
    const give = () =>
      owner.bus.outbox.transact(({ announce }) =>
        announce(TaskProgressed, { projectId: id, step: poison.step ?? 1 }),
      );
    return { id, kind: poison.name, way: 'reaction', words: poison.words, give };
  });
  const messages = POISONED_MESSAGES.map(({ name, words, message }): Dose => {
    const id = idOf();
    return { id, kind: name, way: 'message', words, give: () => operator.publish(message(id)) };
  });
  return [...records, ...reactions, ...messages];
}

/** Past the bus of the owner, which would refuse it: the first event of a project. */
function recordRaw(owner: TrialService, id: string, body: string): Promise<unknown> {
  return owner.database.$executeRawUnsafe(
    `WITH head AS (INSERT INTO bus.outbox_head VALUES ($1, 1, gen_random_uuid()) RETURNING last_event_id),
     event AS (INSERT INTO bus.outbox (event_id, aggregate_id, sequence, type, partition, payload, correlation_id, incarnation)
       SELECT last_event_id, $1, 1, $2, $3, $4::json, 'poison', (SELECT id FROM bus.incarnation) FROM head RETURNING position)
     INSERT INTO bus.outbox_pending SELECT position, $1, 1 FROM event`,
    id,
    TaskProgressed.subject,
    partitionOf(id),
    body,
  );
}
