import type { Inspection, StreamMessage } from '../../protocol/relay-protocol.js';
import type { ModelEvent } from './model-event.js';
import type { OwnerModel } from './owner-model.js';

/** The relay's records in the owner's database, each method one statement, as relay/postgres-relay-records.ts has them. */
export class RelayRecordsModel {
  /** By position: not the order of commits. */
  pending: ModelEvent[] = [];
  sent: StreamMessage[] = [];
  epoch: string | null = null;
  confirmed = 0;
  fence = 0;
  /** Noted in commits that did not wait for the disk, and no commit since then that did. */
  #lately: StreamMessage[] = [];

  constructor(private readonly owner: OwnerModel) {}

  takeFence(): number {
    this.synced();
    this.fence += 1;
    return this.fence;
  }

  holds(fence: number): boolean {
    return fence === this.fence;
  }

  pend(event: ModelEvent): void {
    const { pending } = this;
    let at = pending.length;
    while (at > 0 && pending[at - 1]!.position > event.position) at -= 1;
    if (pending[at - 1] !== event) pending.splice(at, 0, event);
  }

  strike(event: ModelEvent): void {
    const at = this.pending.indexOf(event);
    if (at >= 0) this.pending.splice(at, 1);
  }

  read(): Inspection['record'] {
    return { epoch: this.epoch, confirmed: this.confirmed, sent: this.sent.at(-1) ?? null };
  }

  adopt(epoch: string, keepUpTo: number, confirmed: number): void {
    this.synced();
    const before = this.sent;
    this.sent = epoch === this.epoch ? before.filter(({ streamSequence }) => streamSequence <= keepUpTo) : [];
    for (const message of before) if (message.streamSequence > keepUpTo) this.pendAgain(message);
    this.epoch = epoch;
    this.confirmed = confirmed;
  }

  pendAgain(message: StreamMessage): void {
    const event = this.find(message);
    if (event) this.pend(event);
  }

  load(limit: number): ModelEvent[] {
    return this.pending.slice(0, limit);
  }

  mark(messages: readonly StreamMessage[]): void {
    this.note(messages);
    this.#lately.push(...messages);
  }

  recognise(messages: readonly StreamMessage[]): boolean {
    this.#lately.push(...messages);
    return this.note(messages) === 0;
  }

  /** Everything so far is on the disk. */
  synced(): void {
    this.#lately = [];
  }

  /** The database fell: what no commit had brought to the disk is gone. @returns whether anything was */
  forgetLately(): boolean {
    const forgotten = this.#lately;
    this.#lately = [];
    this.sent = this.sent.filter((message) => !forgotten.includes(message));
    for (const message of forgotten) this.pendAgain(message);
    return forgotten.length > 0;
  }

  renameHistory(end: StreamMessage): void {
    this.synced();
    this.owner.renameHistory();
    this.noteSent(end);
  }

  confirm(epoch: string, floor: number): void {
    this.synced();
    if (epoch !== this.epoch) return;
    this.confirmed = Math.max(this.confirmed, floor);
    this.sent = this.sent.filter(({ streamSequence }) => streamSequence > floor);
  }

  /** The messages stand in the stream, so they are no longer pending; answers how many are not ours. */
  note(messages: readonly StreamMessage[]): number {
    let foreign = 0;
    for (const message of messages) {
      const event = this.find(message);
      if (event) this.strike(event);
      else if (message.sequence > 0) foreign += 1;
      this.noteSent(message);
    }
    return foreign;
  }

  noteSent(message: StreamMessage): void {
    const { sent } = this;
    let at = sent.length;
    while (at > 0 && sent[at - 1]!.streamSequence > message.streamSequence) at -= 1;
    if (sent[at - 1]?.streamSequence === message.streamSequence) sent[at - 1] = message;
    else sent.splice(at, 0, message);
  }

  find({ aggregateId, sequence, eventId }: StreamMessage): ModelEvent | undefined {
    const event = this.owner.outbox.get(aggregateId)?.[sequence - 1];
    return event?.eventId === eventId ? event : undefined;
  }

  copy(): RelayRecordsModel {
    const copy = new RelayRecordsModel(this.owner);
    copy.restore(this);
    return copy;
  }

  restore({ pending, sent, epoch, confirmed }: RelayRecordsModel): void {
    this.pending = [...pending];
    this.sent = [...sent];
    this.epoch = epoch;
    this.confirmed = confirmed;
  }
}
