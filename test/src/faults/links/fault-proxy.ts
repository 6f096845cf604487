import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { Direction } from './direction.js';

interface Pair {
  readonly client: Socket;
  readonly upstream: Socket;
  readonly directions: readonly Direction[];
  /** The far side forgot the connection, and the near side has not heard of it. */
  isHalfOpen: boolean;
}

/** Services let their connections ask for a sign of life after this long. */
const KEEP_ALIVE_MS = 10_000;

/** Stands between a service and a server: bytes pass as they are until something is wrong with the way. */
export class FaultProxy {
  readonly #pairs = new Set<Pair>();
  readonly #waiting = new Set<Socket>();
  readonly #server: Server;
  #mode: 'open' | 'stalled' | 'half-open' = 'open';
  #delayMs = 0;

  private constructor(private readonly target: { readonly host: string; readonly port: number }) {
    this.#server = createServer((client) => this.#accept(client));
  }

  static async listen(host: string, port: number): Promise<FaultProxy> {
    const proxy = new FaultProxy({ host, port });
    await new Promise<void>((listening) => proxy.#server.listen(0, '127.0.0.1', listening));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get connections(): number {
    return this.#pairs.size;
  }

  /** Both sides of every connection get a reset. Answers how many connections there were. */
  reset(): number {
    const pairs = [...this.#pairs];
    for (const pair of pairs) this.#breakPair(pair);
    return pairs.length;
  }

  /** Nothing passes, nothing is lost; new connections wait as well. Answers how many connections stand still. */
  stall(): number {
    this.#mode = 'stalled';
    for (const { directions } of this.#pairs) for (const direction of directions) direction.hold();
    return this.#pairs.size;
  }

  /**
   * The far side ends every connection and the near side hears nothing of it; what it sends is swallowed. New connections
   * find nobody. Answers how many connections are half open now.
   */
  halfOpen(): number {
    this.#mode = 'half-open';
    const pairs = [...this.#pairs].filter(({ isHalfOpen }) => !isHalfOpen);
    for (const pair of pairs) {
      pair.isHalfOpen = true;
      for (const direction of pair.directions) direction.swallow();
      pair.upstream.destroy();
    }
    return pairs.length;
  }

  /** Connections break without a word to the near side, and nobody ever tells it; new ones pass. Answers how many broke. */
  lose(): number {
    const count = this.halfOpen();
    this.#mode = 'open';
    return count;
  }

  /** Every piece arrives so much later, in order, and in small pieces. */
  slow(delayMs: number): void {
    this.#delayMs = delayMs;
    for (const { directions } of this.#pairs) for (const direction of directions) direction.delayMs = delayMs;
  }

  /** Pieces that arrived late so far. */
  get delayed(): number {
    return [...this.#pairs].reduce(
      (sum, { directions }) => sum + directions.reduce((n, d) => n + d.delayed, 0),
      0,
    );
  }

  /** The way is good again. Whoever still speaks on a connection that the far side forgot gets a reset, as TCP does. */
  heal(): void {
    this.#mode = 'open';
    this.slow(0);
    for (const pair of this.#pairs) {
      if (!pair.isHalfOpen) for (const direction of pair.directions) direction.release();
      else if (pair.directions.some(({ swallowed }) => swallowed > 0)) this.#breakPair(pair);
      else this.#breakWhenHeard(pair);
    }
    for (const client of this.#waiting) this.#join(client);
    this.#waiting.clear();
  }

  async close(): Promise<void> {
    this.reset();
    for (const client of this.#waiting) client.destroy();
    await new Promise<void>((closed) => this.#server.close(() => closed()));
  }

  #accept(client: Socket): void {
    client.on('error', () => undefined); // the end of a broken connection is told by `close`
    if (this.#mode === 'open') return this.#join(client);
    client.pause();
    this.#waiting.add(client);
    client.once('close', () => this.#waiting.delete(client));
  }

  #join(client: Socket): void {
    if (client.destroyed) return;
    const upstream = connect(this.target);
    upstream.on('error', () => undefined);
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    const directions = [new Direction(client, upstream), new Direction(upstream, client)];
    for (const direction of directions) direction.delayMs = this.#delayMs;
    const pair: Pair = { client, upstream, directions, isHalfOpen: false };
    this.#pairs.add(pair);
    client.once('close', () => {
      upstream.destroy();
      this.#pairs.delete(pair);
    });
    upstream.once('close', (hadError) => {
      if (pair.isHalfOpen) return;
      if (hadError) client.resetAndDestroy();
      else client.destroy();
    });
    client.resume();
  }

  /** At the first word, or when a keep-alive of the near side would be refused. */
  #breakWhenHeard(pair: Pair): void {
    const heard = (): void => this.#breakPair(pair);
    const probe = setTimeout(heard, KEEP_ALIVE_MS);
    pair.client.once('data', heard);
    pair.client.once('close', () => clearTimeout(probe));
  }

  #breakPair({ client, upstream }: Pair): void {
    for (const socket of [client, upstream]) {
      if (socket.connecting) socket.destroy();
      else socket.resetAndDestroy();
    }
  }
}
