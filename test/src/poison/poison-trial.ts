import { reaction } from '@meridian/bus';
import type { Delivery, StandaloneClient } from '@meridian/bus';
import { partitionOf } from '@meridian/bus';
import { testBroker } from '@meridian/testing';
import type { PgTx, TestBroker } from '@meridian/testing';
import { EarnedValueChanged, TaskProgressed } from '../bus/trial-contracts.js';
import { trialClient, trialService } from '../bus/trial-services.js';
import type { TrialService } from '../bus/trial-services.js';
import { OperatorConnection } from '../faults/operator-connection.js';
import { POISONED_MESSAGES, POISONED_REACTIONS, POISONED_RECORDS } from './poison-kinds.js';
import type { PoisonedReaction } from './poison-kinds.js';
import { TakenRows } from './taken-rows.js';

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
  readonly consumer: TrialService;
  readonly client: StandaloneClient;
  /** One of every kind, each for a project of its own. */
  doses(): Dose[];
  /** From now on the reactions take everything. */
  mend(): void;
  end(): Promise<void>;
}

export async function startPoisonTrial(eventDeadlineMs?: number): Promise<PoisonTrial> {
  const broker = await testBroker();
  const owner = await trialService('projects', broker, []);
  const spoilt = new Map<string, PoisonedReaction>();
  const state = { isMended: false };
  const poisonOf = (id: string) => (state.isMended ? undefined : spoilt.get(id));
  const settings = eventDeadlineMs === undefined ? {} : { eventDeadlineMs };
  const consumer = await trialService('budgeting', broker, [takeProgress(poisonOf)], settings);
  const client = await trialClient(broker);
  const operator = await OperatorConnection.open(broker.urlOf('operator'));
  let given = 0;
  return {
    owner,
    consumer,
    client,
    doses: () => dosesOf({ owner, operator, spoilt, nextNumber: () => (given += 1) }),
    mend: () => void (state.isMended = true),
    end: () => endAll(broker, [owner, consumer], client, operator),
  };
}

async function endAll(
  broker: TestBroker,
  services: readonly TrialService[],
  client: StandaloneClient,
  operator: OperatorConnection,
): Promise<void> {
  operator.close();
  await Promise.all(services.map((service) => service.end()));
  await client.close();
  await broker.stop();
}

/** Writes down what it took and announces it, unless the event is poison for it. */
function takeProgress(poisonOf: (id: string) => PoisonedReaction | undefined) {
  return reaction(
    TaskProgressed,
    async ({ projectId, step }, delivery: Delivery<PgTx, TakenRows>) => {
      const poison = step === 1 || step > 1_000_000 ? poisonOf(projectId) : undefined;
      await poison?.react(delivery.tx);
      const kept = poison === undefined && step > 1_000_000 ? 1 : step;
      delivery.shared.rows.push({ projectId, step: kept, sequence: delivery.sequence });
      await delivery.announce(EarnedValueChanged, {
        projectId,
        earned: poison?.earned ?? Math.min(kept, 1_000_000),
      });
    },
    TakenRows,
  );
}

interface Means {
  readonly owner: TrialService;
  readonly operator: OperatorConnection;
  readonly spoilt: Map<string, PoisonedReaction>;
  readonly nextNumber: () => number;
}

function dosesOf({ owner, operator, spoilt, nextNumber }: Means): Dose[] {
  const idOf = () => `poison-${nextNumber()}`;
  const records = POISONED_RECORDS.map(({ name, words, body }): Dose => {
    const id = idOf();
    return { id, kind: name, way: 'record', words, give: () => recordRaw(owner, id, body(id)) };
  });
  const reactions = POISONED_REACTIONS.map((poison): Dose => {
    const id = idOf();
    spoilt.set(id, poison);
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
