import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** An event as the transport of NestJS puts it on the wire. */
export interface WireEvent {
  readonly subject: string;
  readonly body: Buffer;
}

export const EVENT_SUBJECTS = ['cost_created', 'progress_reported'] as const;

const KEPT = 400;
const PATIENCE_MS = 5_000;
const AGAIN_MS = 200;

/** Listens to the events of the stock application, in NATS's own text protocol, and publishes what nobody should. */
export class EventTap {
  /** The latest ones that the application said itself, oldest first. */
  readonly heard: WireEvent[] = [];
  #socket: Socket | undefined;
  #isClosed = false;
  readonly #own = new Set<string>();

  /** `url` with user and password. */
  constructor(private readonly url: string) {
    void this.#listen();
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.destroy();
  }

  /** Settles when the broker has taken all of them. Throws when it does not say so in time. */
  async publish(events: readonly WireEvent[]): Promise<void> {
    const socket = await connected(this.url);
    try {
      const taken = new Promise<void>((pong, failed) => {
        socket.on('data', (bytes: Buffer) => void (bytes.includes('PONG') && pong()));
        socket.once('close', () => failed(new Error('the broker hung up')));
        setTimeout(() => failed(new Error('the broker took nothing in time')), PATIENCE_MS).unref();
      });
      for (const { subject, body } of events) {
        this.#own.add(body.toString('latin1'));
        socket.write(Buffer.concat([Buffer.from(`PUB ${subject} ${body.length}\r\n`), body, END]));
      }
      socket.write('PING\r\n');
      await taken;
    } finally {
      socket.destroy();
    }
  }

  /** Connects again whenever the broker was away. */
  async #listen(): Promise<void> {
    while (!this.#isClosed) {
      try {
        this.#socket = await connected(this.url);
        const ended = once(this.#socket, 'close');
        this.#read(this.#socket);
        EVENT_SUBJECTS.forEach((subject, index) => this.#socket?.write(`SUB ${subject} ${index + 1}\r\n`));
        await ended;
      } catch {
        // The broker is away: that is what is played here.
      }
      await new Promise((again) => setTimeout(again, AGAIN_MS));
    }
  }

  #read(socket: Socket): void {
    let unread = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      unread = Buffer.concat([unread, bytes]);
      for (;;) {
        const end = unread.indexOf(END);
        if (end < 0) return;
        const words = unread.subarray(0, end).toString('latin1').split(' ');
        const hasBody = words[0] === 'MSG' || words[0] === 'HMSG';
        const next = end + 2 + (hasBody ? Number(words.at(-1)) + 2 : 0);
        if (unread.length < next) return;
        const head = words[0] === 'HMSG' ? Number(words.at(-2)) : 0;
        if (hasBody) this.#keep(words[1] ?? '', unread.subarray(end + 2 + head, next - 2));
        else if (words[0] === 'PING') socket.write('PONG\r\n');
        unread = unread.subarray(next);
      }
    });
  }

  #keep(subject: string, body: Buffer): void {
    if (this.#own.has(body.toString('latin1'))) return;
    this.heard.push({ subject, body: Buffer.from(body) });
    if (this.heard.length > KEPT) this.heard.shift();
  }
}

const END = Buffer.from('\r\n');

async function connected(url: string): Promise<Socket> {
  const { hostname, port, username, password } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on('error', () => undefined); // the end of a connection is told by `close`
  await once(socket, 'connect', { signal: AbortSignal.timeout(PATIENCE_MS) });
  const login = { user: username, pass: password, verbose: false, pedantic: false, headers: true };
  socket.write(`CONNECT ${JSON.stringify(login)}\r\n`);
  return socket;
}
