import { RELAY_START } from '../../protocol/relay-machine.js';
import type {
  Acknowledgement,
  Publish,
  RelayEffect,
  RelayInput,
  RelayStep,
  StreamMessage,
} from '../../protocol/relay-protocol.js';
import type { ModelEvent } from '../model/model-event.js';
import type { World } from '../world.js';

const BATCH = 4;
const HOLE = { eventId: '', aggregateId: '', sequence: 0 };
/** Effects that are a statement in the owner's database: it checks the fence. */
const FENCED = new Set(['inspect', 'adopt', 'reconcile', 'rename-history', 'confirm', 'load', 'mark']);

/** One relay: the machine of production, its effects performed on the models one at a time. */
export class RelayProcess {
  fence = -1;
  isPaused = false;
  #step: RelayStep = RELAY_START;
  #acknowledgements: (Acknowledgement | null)[] = [];
  /** Seen pending when a batch was marked: what the next load answers, whatever happened in between. */
  #behind: readonly ModelEvent[] | null = null;
  /** Published, and to be struck off beside the publishing of what comes behind. */
  #striking: readonly StreamMessage[] = [];
  /** Read by the first of the two moves of a confirmation. */
  #floor: { readonly floor: number | null } | null = null;
  #pausedAt: { readonly fence: number; readonly epoch: string } | null = null;

  constructor(private readonly world: World) {}

  get leads(): boolean {
    return this.#step.state.role === 'leader';
  }

  /** Its next publish names the message it must follow, or it looks at the stream before. */
  get namesPredecessor(): boolean {
    const { effect, state } = this.#step;
    return effect.kind === 'inspect' || state.chain.messageId !== null || this.#acknowledgements.length > 0;
  }

  get isConfirming(): boolean {
    return this.leads && this.#step.effect.kind === 'confirm';
  }

  /** It was sent and may be acknowledged, but is not recorded yet. */
  hasUnderWay(eventId: string): boolean {
    const { effect, state } = this.#step;
    const sent = effect.kind === 'publish' ? this.#acknowledgements.length : state.batch.length;
    return [...this.#striking, ...state.batch.slice(0, sent)].some((event) => event.eventId === eventId);
  }

  /** Nothing to publish, nothing wrong. */
  get isResting(): boolean {
    const { effect, state } = this.#step;
    return effect.kind === 'rest' && state.role === 'leader' && state.failures === 0;
  }

  /** The process dies between two effects, and its session with it. */
  crash(): void {
    this.#step = RELAY_START;
    this.#acknowledgements = [];
    this.#behind = null;
    this.#floor = null;
    if (this.#striking.length > 0) this.world.chaos.count('strike-lost');
    this.#striking = [];
    this.fence = -1;
    this.isPaused = false;
    if (this.world.lock === this) this.world.lock = null;
  }

  /** Stops in the middle of what it does; the world goes on. */
  pause(): void {
    this.isPaused = true;
    this.#pausedAt = { fence: this.world.owner.records.fence, epoch: this.world.broker.epoch };
  }

  resume(): void {
    this.isPaused = false;
    const { owner, broker, chaos } = this.world;
    const { fence, epoch } = this.#pausedAt!;
    if (this.leads && (owner.records.fence !== fence || broker.epoch !== epoch)) chaos.count('zombie-relay');
  }

  /** Performs the effect; when its outcome is lost it takes place but the relay hears only of a failure. */
  advance(): void {
    const { state, effect } = this.#step;
    const { rules, chaos } = this.world;
    const outcome = this.#perform(effect);
    if (outcome === null) return;
    const isLost = effect.kind !== 'rest' && chaos.strikes('relay-outcome-lost', 0.04);
    if (isLost) chaos.count('relay-outcome-lost');
    this.#acknowledgements = [];
    this.#floor = null;
    this.#step = rules.stepRelay(state, isLost ? { kind: 'failed' } : outcome);
  }

  #perform(effect: RelayEffect): RelayInput | null {
    const { broker } = this.world;
    const { records } = this.world.owner;
    if (effect.kind === 'load' && this.#behind !== null) return this.#loadBehind(this.#behind);
    if (FENCED.has(effect.kind)) {
      this.#strike();
      if (!records.holds(this.fence)) return { kind: 'deposed' };
    }
    switch (effect.kind) {
      case 'campaign':
        return this.#campaign();
      case 'inspect': {
        const { epoch, lastSequence, lastEventId } = broker;
        this.#behind = null;
        return {
          kind: 'inspected',
          inspection: { epoch, lastSequence, lastEventId, record: records.read() },
        };
      }
      case 'adopt':
        records.adopt(effect.epoch, effect.keepUpTo, effect.confirmed);
        return { kind: 'adopted' };
      case 'rename-history': {
        const [end = { ...HOLE, streamSequence: broker.lastSequence }] = broker.read(
          broker.lastSequence,
          broker.lastSequence,
        );
        records.renameHistory(end);
        return { kind: 'history-renamed' };
      }
      case 'reconcile':
        return this.#reconcile(effect);
      case 'confirm':
        return this.#confirm(effect.end);
      case 'load':
        return { kind: 'loaded', events: records.load(BATCH) };
      case 'publish':
        return this.#publish(effect.publishes);
      case 'mark':
        this.#mark(effect.marks);
        return { kind: 'marked', broken: effect.broken };
      case 'rest': {
        const isWoken = effect.wakeable && records.pending.length > 0 && this.world.random.chance(0.5);
        return { kind: 'rested', why: isWoken ? 'woken' : 'time-passed' };
      }
    }
  }

  /** With more to publish the statement may run at any moment until the next one. */
  #mark(marks: readonly StreamMessage[]): void {
    const { records } = this.world.owner;
    const isMarked = ({ eventId }: ModelEvent) => marks.some((mark) => mark.eventId === eventId);
    const ahead = records.load(BATCH + marks.length).filter((event) => !isMarked(event));
    this.#striking = marks;
    if (ahead.length === 0 || this.world.random.chance(0.5)) this.#strike();
    this.#behind = this.#striking.length === 0 ? records.load(BATCH) : ahead.slice(0, BATCH);
  }

  /** The statement checks the fence when it runs, as every one does. */
  #strike(): void {
    const { records } = this.world.owner;
    if (this.#striking.length > 0 && records.holds(this.fence)) records.mark(this.#striking);
    this.#striking = [];
  }

  #loadBehind(events: readonly ModelEvent[]): RelayInput {
    this.#behind = null;
    return { kind: 'loaded', events };
  }

  #campaign(): RelayInput {
    const { world } = this;
    if (world.lock !== null && world.lock !== this) return { kind: 'not-elected' };
    world.lock = this;
    this.fence = world.owner.records.takeFence();
    return { kind: 'elected' };
  }

  #reconcile({ epoch, from, to, after }: RelayEffect & { kind: 'reconcile' }): RelayInput {
    const { broker, owner } = this.world;
    const [recorded] = after ? broker.read(after.streamSequence, after.streamSequence) : [];
    if (recorded && recorded.eventId !== after!.eventId)
      return { kind: 'reconciled', unknown: false, replaced: true };
    const found = broker.read(from, to);
    if (broker.epoch !== epoch) return { kind: 'reconciled', unknown: false, replaced: true };
    const hasEnd = found.at(-1)?.streamSequence === to;
    const messages = hasEnd ? found : [...found, { ...HOLE, streamSequence: to }];
    return { kind: 'reconciled', unknown: !owner.records.recognise(messages), replaced: false };
  }

  /** In two moves, as several requests are: what the consumers have, then whether the stream is still the same. */
  #confirm(end: { readonly streamSequence: number; readonly eventId: string }): RelayInput | null {
    const { broker, owner } = this.world;
    if (this.#floor === null) {
      this.#floor = { floor: broker.confirmedFloor() };
      return null;
    }
    const { floor } = this.#floor;
    const [found] = broker.read(end.streamSequence, end.streamSequence);
    const isReplaced = found !== undefined && found.eventId !== end.eventId;
    if (!isReplaced && broker.lastSequence >= end.streamSequence)
      owner.records.confirm(broker.epoch, Math.min(floor ?? end.streamSequence, end.streamSequence));
    return { kind: 'confirmed' };
  }

  /** One message at a time, so that anything can happen between two of them. */
  #publish(publishes: readonly Publish[]): RelayInput | null {
    if (this.world.random.chance(0.3)) this.#strike();
    this.#acknowledgements.push(this.#send(publishes[this.#acknowledgements.length]!));
    return this.#acknowledgements.length < publishes.length
      ? null
      : { kind: 'published', acknowledgements: this.#acknowledgements };
  }

  #send(publish: Publish): Acknowledgement | null {
    const { chaos, broker, owner, late } = this.world;
    if (chaos.strikes('publish-lost', 0.04)) {
      chaos.count('publish-lost');
      if (chaos.strikes('publish-late', 0.5)) late.push(() => this.#arriveLate(publish));
      return null;
    }
    const acknowledgement = broker.publish(publish);
    if (acknowledgement !== null && !owner.records.holds(this.fence)) chaos.count('two-relays');
    if (!chaos.strikes('publish-acknowledgement-lost', 0.04)) return acknowledgement;
    chaos.count('publish-acknowledgement-lost');
    return null;
  }

  #arriveLate(publish: Publish): void {
    if (this.world.broker.publish(publish) !== null) this.world.chaos.count('publish-late');
  }
}
