import type { LiveMessage } from './live-message.js';

/** The connection to one client. */
export interface LiveSink {
  /** @returns false when the client does not keep up: nothing more until `onDrain` */
  write(text: string): boolean;
  onDrain(listener: () => void): void;
  end(): void;
}

export interface FollowerOptions {
  readonly queued: number;
  /** The client has everything up to this position. */
  readonly after: number;
  readonly onEnd: () => void;
}

/** One client of the live feed: what it wants, what waits for it. A client that falls too far behind is let go. */
export class Follower {
  private readonly waiting: string[] = [];
  private isBlocked = false;
  private after: number;
  private ended = false;

  constructor(
    private readonly sink: LiveSink,
    private readonly wants: (message: LiveMessage) => boolean,
    private readonly options: FollowerOptions,
  ) {
    this.after = options.after;
    sink.onDrain(() => this.drain());
  }

  get hasEnded(): boolean {
    return this.ended;
  }

  offer(message: LiveMessage): void {
    if (this.ended || message.sequence <= this.after) return;
    this.after = message.sequence;
    if (!this.wants(message)) return;
    this.send(frame(message.event, `${message.epoch}-${message.sequence}`, message.data));
  }

  say(event: string, id: string | undefined): void {
    this.send(frame(event, id, {}));
  }

  /** The stream began anew: positions start over. */
  restart(after: number, id: string | undefined): void {
    this.after = after;
    this.say('reset', id);
  }

  /** Keeps proxies from closing a quiet stream. A blocked client gets none: it has enough to read. */
  beat(): void {
    if (!this.isBlocked) this.send(': still here\n\n');
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.waiting.length = 0;
    this.options.onEnd();
    this.sink.end();
  }

  private send(text: string): void {
    if (this.ended) return;
    if (!this.isBlocked) {
      this.isBlocked = !this.sink.write(text);
      return;
    }
    this.waiting.push(text);
    if (this.waiting.length > this.options.queued) this.end();
  }

  private drain(): void {
    this.isBlocked = false;
    while (!this.isBlocked && this.waiting.length > 0)
      this.isBlocked = !this.sink.write(this.waiting.shift()!);
  }
}

function frame(event: string, id: string | undefined, data: object): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}
