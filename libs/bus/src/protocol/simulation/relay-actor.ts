import { RELAY_START, stepRelay } from '../relay-machine.js';
import type { RelayEffect, RelayInput, RelayStep } from '../relay-protocol.js';
import type { BrokerModel } from './broker-model.js';
import type { OwnerModel } from './owner-model.js';

/** What is done instead of the right thing, to see whether the simulation notices. */
export interface RelayFaults {
  /** Takes over a new stream as if everything sent before were safe. */
  readonly trustsOldEpoch?: boolean;
  /** Never compares the stream with the record while nothing is to be published. */
  readonly skipsIdleCheck?: boolean;
}

const BATCH = 4;
const HOLE = { eventId: '', aggregateId: '', sequence: 0 };

/** One relay: the machine of production, its effects performed on the models one at a time. */
export class RelayActor {
  #step: RelayStep = RELAY_START;
  #fence = -1;

  constructor(
    private readonly owner: OwnerModel,
    private readonly broker: BrokerModel,
    private readonly faults: RelayFaults = {},
  ) {}

  get isResting(): boolean {
    return (
      this.#step.effect.kind === 'rest' &&
      this.#step.state.role === 'leader' &&
      this.#step.state.failures === 0
    );
  }

  /** The process dies between two effects. */
  crash(): void {
    this.#step = RELAY_START;
    this.#fence = -1;
  }

  /** Performs the effect; with `isOutcomeLost` it takes place but the relay hears only of a failure. */
  advance(isOutcomeLost: boolean, mayLead: boolean): void {
    const { state, effect } = this.#step;
    const outcome = this.#perform(effect, mayLead);
    this.#step = stepRelay(state, isOutcomeLost && effect.kind !== 'rest' ? { kind: 'failed' } : outcome);
  }

  #perform(effect: RelayEffect, mayLead: boolean): RelayInput {
    const { owner, broker } = this;
    const isFenced = !['campaign', 'rest', 'publish'].includes(effect.kind);
    if (isFenced && !owner.holds(this.#fence)) return { kind: 'deposed' };
    switch (effect.kind) {
      case 'campaign':
        if (!mayLead) return { kind: 'not-elected' };
        this.#fence = owner.takeFence();
        return { kind: 'elected' };
      case 'inspect': {
        const { epoch, lastSequence, lastEventId } = broker;
        return { kind: 'inspected', inspection: { epoch, lastSequence, lastEventId, record: owner.read() } };
      }
      case 'adopt':
        owner.adopt(
          effect.epoch,
          this.faults.trustsOldEpoch ? Number.MAX_SAFE_INTEGER : effect.keepUpTo,
          effect.confirmed,
        );
        return { kind: 'adopted' };
      case 'rename-history':
        owner.record(broker.read(broker.lastSequence, broker.lastSequence));
        return { kind: 'history-renamed' };
      case 'reconcile': {
        const found = broker.read(effect.from, effect.to);
        const hasEnd = found.at(-1)?.streamSequence === effect.to;
        return {
          kind: 'reconciled',
          unknown: !owner.record(hasEnd ? found : [...found, { ...HOLE, streamSequence: effect.to }]),
        };
      }
      case 'confirm':
        owner.confirm(Math.min(broker.floor, broker.lastSequence));
        return { kind: 'confirmed' };
      case 'load':
        return { kind: 'loaded', events: owner.load(BATCH) };
      case 'publish':
        return { kind: 'published', sequences: effect.publishes.map((one) => broker.publish(one)) };
      case 'mark':
        owner.record(effect.marks);
        return { kind: 'marked', broken: effect.broken };
      case 'rest':
        return { kind: 'rested', why: this.faults.skipsIdleCheck ? 'woken' : 'time-passed' };
    }
  }
}
