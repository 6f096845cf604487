import { Follower } from './follower.js';
import type { LiveSink } from './follower.js';
import type { LiveMessage } from './live-message.js';

export interface LiveLimits {
  /** Messages kept for those who come back. */
  readonly kept: number;
  /** Messages that wait for one slow client before it is let go. */
  readonly queued: number;
  readonly heartbeatMs: number;
}

export const liveLimits: LiveLimits = { kept: 5_000, queued: 256, heartbeatMs: 15_000 };

export interface Following {
  /** The id of the last message the client has, from `Last-Event-ID`. */
  readonly lastEventId?: string;
  /** Which messages the client asked for and may see. */
  readonly wants: (message: LiveMessage) => boolean;
}

/**
 * Server-sent events to many clients from one stream. Keeps the last messages so that a client that comes back misses
 * nothing; when it was away too long, or the stream began anew, it is told to read everything again (`event: reset`).
 */
export class LiveFeed {
  private readonly ring: LiveMessage[] = [];
  private readonly followers = new Set<Follower>();
  private epoch = '';
  /** Everything after this position is in the ring. */
  private floor = 0;
  private latest = 0;
  private readonly heartbeat: NodeJS.Timeout;

  constructor(private readonly limits: LiveLimits = liveLimits) {
    this.heartbeat = setInterval(() => this.beat(), limits.heartbeatMs);
    this.heartbeat.unref();
  }

  /** A stream begins, with its first message still to come. */
  start(epoch: string): void {
    this.begin(epoch, 0);
  }

  push(message: LiveMessage): void {
    if (message.epoch !== this.epoch) this.begin(message.epoch, message.sequence - 1);
    if (message.sequence <= this.latest) return;
    this.latest = message.sequence;
    this.ring.push(message);
    if (this.ring.length > this.limits.kept) this.floor = this.ring.shift()!.sequence;
    for (const follower of this.followers) follower.offer(message);
  }

  /** @returns what lets the client go */
  follow(following: Following, sink: LiveSink): () => void {
    const position = this.positionOf(following.lastEventId);
    const follower = new Follower(sink, following.wants, {
      queued: this.limits.queued,
      after: position ?? this.latest,
      onEnd: () => this.followers.delete(follower),
    });
    follower.say(
      position === undefined && following.lastEventId ? 'reset' : 'ready',
      this.idAt(position ?? this.latest),
    );
    if (position !== undefined) for (const message of this.ring) follower.offer(message);
    if (!follower.hasEnded) this.followers.add(follower);
    return () => follower.end();
  }

  get size(): number {
    return this.followers.size;
  }

  /** Ends every stream; clients come back by themselves, elsewhere when this process ends. */
  close(): void {
    clearInterval(this.heartbeat);
    for (const follower of this.followers) follower.end();
  }

  private begin(epoch: string, after: number): void {
    const isFirst = this.epoch === '';
    this.epoch = epoch;
    this.ring.length = 0;
    this.floor = after;
    this.latest = after;
    if (!isFirst) for (const follower of this.followers) follower.restart(after, this.idAt(after));
  }

  /** Where to go on, or undefined when that cannot be done without a gap. */
  private positionOf(lastEventId: string | undefined): number | undefined {
    const found = /^([A-Za-z0-9]{1,64})-(\d{1,15})$/.exec(lastEventId ?? '');
    if (!found || found[1] !== this.epoch) return undefined;
    const position = Number(found[2]);
    return position >= this.floor ? position : undefined;
  }

  private idAt(sequence: number): string | undefined {
    return this.epoch === '' ? undefined : `${this.epoch}-${sequence}`;
  }

  private beat(): void {
    for (const follower of this.followers) follower.beat();
  }
}
