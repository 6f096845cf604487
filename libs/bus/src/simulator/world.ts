import { ConsumerProcess } from './actors/consumer-process.js';
import { Person } from './actors/person.js';
import { RelayProcess } from './actors/relay-process.js';
import { Chaos } from './chaos.js';
import type { Disturbance, Tally } from './disturbance.js';
import { Ledger } from './ledger.js';
import { BrokerModel } from './model/broker-model.js';
import { OwnerModel } from './model/owner-model.js';
import { ServiceModel } from './model/service-model.js';
import type { Random } from './random.js';
import type { Rules } from './rules.js';

/** A mistake that somebody could make in the code, as a small patch. */
export interface Plant {
  /** Looked for where these are frequent. */
  readonly focus?: Focus;
  rules?(rules: Rules, random: Random): void;
  world?(world: World): void;
}

/** What a schedule is about; everything else is left to chance. */
export interface Focus {
  readonly hasSweep: boolean;
  readonly kinds: readonly Disturbance[];
}

export interface WorldOptions {
  readonly focus?: Focus | undefined;
  readonly rules: Rules;
  readonly random: Random;
  readonly tally: Tally;
  /** Without anti-entropy the relay alone has to bring everything back. */
  readonly hasSweep: boolean;
  readonly services: number;
  /** Processes of each service. */
  readonly replicas: number;
}

/** One owner with two relays, its broker, and one or two services of one or two processes each that consume its events. */
export class World {
  readonly rules: Rules;
  readonly random: Random;
  readonly chaos: Chaos;
  readonly owner = new OwnerModel();
  readonly broker: BrokerModel;
  readonly services: readonly ServiceModel[];
  readonly processes: readonly ConsumerProcess[];
  readonly relays: readonly RelayProcess[];
  readonly persons: readonly Person[];
  /** Who holds the relay's advisory lock. */
  lock: RelayProcess | null = null;
  isOwnerAway = false;
  /** Messages that somebody sent and that have not arrived yet. */
  late: (() => void)[] = [];

  constructor({ rules, random, tally, hasSweep, services, replicas, focus }: WorldOptions) {
    this.rules = rules;
    this.random = random;
    this.chaos = new Chaos(random, { hasSweep, frequent: focus?.kinds ?? [] }, tally);
    this.broker = new BrokerModel(services, hasSweep);
    this.services = Array.from({ length: services }, (_, index) => {
      return new ServiceModel(index, rules, new Ledger(index, this.owner, rules.limits.attempts.defect));
    });
    this.processes = this.services.flatMap((service) =>
      Array.from({ length: replicas }, () => new ConsumerProcess(this, service)),
    );
    this.relays = [new RelayProcess(this), new RelayProcess(this)];
    this.persons = [new Person(this), new Person(this)];
  }

  /** Everything that was announced took effect everywhere, and nobody has anything left to do. */
  isComplete(): boolean {
    const { broker, owner } = this;
    return (
      owner.records.pending.length === 0 &&
      this.relays.some(({ isResting }) => isResting) &&
      this.services.every(
        ({ ledger, letters }) => ledger.isComplete() && letters.every(({ isOpen }) => !isOpen),
      ) &&
      this.processes.every(({ isIdle }) => isIdle) &&
      broker.consumers.every(({ floor }) => floor >= broker.lastSequence)
    );
  }

  /** What is not as it should be, for a person who looks for the reason. */
  describe(): string {
    const { broker, owner } = this;
    const open = this.services.flatMap(({ index, letters }) =>
      letters
        .filter(({ isOpen }) => isOpen)
        .map(({ kind, event, sequence }) => `${kind} ${event.eventId} at ${sequence} in ${index}`),
    );
    return [
      `${owner.records.pending.length} pending`,
      `floors ${broker.consumers.map(({ floor }) => floor).join(' ')} of ${broker.lastSequence}`,
      `${open.length} letters ${open.join(' ')}`,
      `${this.processes.filter(({ isIdle }) => !isIdle).length} processes at work`,
      `relays ${this.relays.map(({ isResting, leads }) => (isResting ? 'rest' : leads ? 'lead' : 'stand by')).join(' ')}`,
      ...this.services.map(({ cursors }) =>
        [...cursors]
          .map(
            ([id, { sequence, parkedSequence }]) =>
              `${id}${sequence}${parkedSequence === null ? '' : `(${parkedSequence})`}`,
          )
          .join(' '),
      ),
      `heads ${[...owner.outbox.values()].map((events) => events.at(-1)?.eventId).join(' ')}`,
    ].join(', ');
  }
}
