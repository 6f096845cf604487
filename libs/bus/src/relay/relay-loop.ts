import { RELAY_START, stepRelay } from '../protocol/relay-machine.js';
import type { RelayEffect, RelayInput, RelayStep } from '../protocol/relay-protocol.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import { Deposed } from './relay-ports.js';
import type { RelayClock, RelayRecords, RelayStream } from './relay-ports.js';

/** Events loaded, published and marked together. */
export const RELAY_BATCH = 256;

export interface RelayPorts {
  readonly records: RelayRecords;
  readonly stream: RelayStream;
  readonly clock: RelayClock;
  /** Told about every step, for figures and logs. */
  readonly observe: (effect: RelayEffect, outcome: RelayInput, error: unknown) => void;
}

/** Performs what the relay machine asks for, one effect at a time. The simulator drives this very class with ports of its own. */
export class RelayLoop {
  #step: RelayStep = RELAY_START;
  #loaded = new Map<string, SealedEvent>();

  constructor(private readonly ports: RelayPorts) {}

  get leads(): boolean {
    return this.#step.state.role === 'leader';
  }

  /** True when the last look found nothing to publish. */
  get isIdle(): boolean {
    return this.#step.effect.kind === 'rest' && this.#step.state.failures === 0;
  }

  /** One effect and the step that follows. */
  async advance(): Promise<void> {
    const { state, effect } = this.#step;
    let outcome: RelayInput;
    let trouble: unknown;
    try {
      outcome = await this.#perform(effect);
    } catch (error) {
      trouble = error;
      outcome = { kind: error instanceof Deposed ? 'deposed' : 'failed' };
    }
    this.#step = stepRelay(state, outcome);
    this.ports.observe(effect, outcome, trouble);
  }

  async #perform(effect: RelayEffect): Promise<RelayInput> {
    const { records, stream, clock } = this.ports;
    switch (effect.kind) {
      case 'campaign':
        return { kind: (await records.campaign()) ? 'elected' : 'not-elected' };
      case 'inspect':
        return {
          kind: 'inspected',
          inspection: { ...(await stream.inspect()), record: await records.read() },
        };
      case 'adopt':
        await records.adopt(effect.epoch, effect.keepUpTo, effect.confirmed);
        return { kind: 'adopted' };
      case 'reconcile':
        return this.#reconcile(effect);
      case 'rename-history':
        return this.#renameHistory();
      case 'confirm':
        await this.#confirm(effect.end);
        return { kind: 'confirmed' };
      case 'load':
        return this.#load();
      case 'publish':
        return {
          kind: 'published',
          acknowledgements: await stream.publish(
            effect.publishes.map((one) => ({ ...one, event: this.#loaded.get(one.event.eventId)! })),
          ),
        };
      case 'mark':
        await records.mark(effect.marks);
        return { kind: 'marked', broken: effect.broken };
      case 'rest':
        return { kind: 'rested', why: await clock.rest(effect.maxMs, effect.wakeable) };
    }
  }

  async #load(): Promise<RelayInput> {
    const events = await this.ports.records.load(RELAY_BATCH);
    this.#loaded = new Map(events.map((event) => [event.eventId, event]));
    return { kind: 'loaded', events };
  }

  async #reconcile({ epoch, from, to, after }: RelayEffect & { kind: 'reconcile' }): Promise<RelayInput> {
    const [found] = after ? await this.ports.stream.read(after.streamSequence, after.streamSequence) : [];
    if (found && found.eventId !== after!.eventId)
      return { kind: 'reconciled', unknown: false, replaced: true };
    const messages = await this.ports.stream.read(from, to);
    // The stream may have begun another life since it was compared: what was read there says nothing about this one.
    const now = await this.ports.stream.look();
    if (now.epoch !== epoch) return { kind: 'reconciled', unknown: false, replaced: true };
    // A hole at the end is recorded as well, or the same stretch would be read for ever.
    const end = messages.at(-1)?.streamSequence === to ? [] : [hole(to)];
    const isKnown = await this.ports.records.recognise([...messages, ...end]);
    return { kind: 'reconciled', unknown: !isKnown, replaced: false };
  }

  async #renameHistory(): Promise<RelayInput> {
    const { lastSequence } = await this.ports.stream.look();
    const [end = hole(lastSequence)] = await this.ports.stream.read(lastSequence, lastSequence);
    await this.ports.records.renameHistory(end);
    return { kind: 'history-renamed' };
  }

  async #confirm(end: { readonly streamSequence: number; readonly eventId: string }): Promise<void> {
    const { stream, records } = this.ports;
    const floor = await stream.confirmedFloor();
    // In this order: what stands there still after the floor was read has been there, under its number, all the time.
    const { epoch, lastSequence } = await stream.look();
    const [found] = await stream.read(end.streamSequence, end.streamSequence);
    const isReplaced = found !== undefined && found.eventId !== end.eventId;
    if (isReplaced || lastSequence < end.streamSequence) return; // the next look will tell
    await records.confirm(epoch, Math.min(floor ?? end.streamSequence, end.streamSequence));
  }
}

/** Stands for a message that is no longer stored. */
const NO_EVENT = '00000000-0000-0000-0000-000000000000';

function hole(streamSequence: number) {
  return { streamSequence, eventId: NO_EVENT, aggregateId: '', sequence: 0 };
}
