import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface GatewayCall {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: object;
}

interface Answer {
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  readonly text: string;
}

const MAX_TRIES = 20;

/**
 * Calls over kept connections, as a proxy in front of the gateway makes them; each must be answered with success. One that is
 * turned away because the platform is full comes back when it was told to, with the same key.
 */
export class GatewayLoad {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  /** How often a call was told to come back. */
  turnedAway = 0;

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** @throws Error with status and body when the answer is no success */
  async send(call: GatewayCall): Promise<void> {
    const key = randomUUID();
    for (let tries = 1; ; tries += 1) {
      const { status, retryAfterSeconds, text } = await this.#ask(call, key);
      if (status < 300) return;
      if (retryAfterSeconds === undefined || tries === MAX_TRIES)
        throw new Error(`${call.method} ${call.path} answered ${status}: ${text.slice(0, 300)}`);
      this.turnedAway += 1;
      await pause(retryAfterSeconds * 1_000);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #ask({ method, path, body }: GatewayCall, key: string): Promise<Answer> {
    const content = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      Authorization: `Bearer ${this.token}`,
      ...(content === undefined
        ? {}
        : {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(content),
            'Idempotency-Key': key,
          }),
    };
    return new Promise((resolve, reject) => {
      const asked = request(new URL(path, this.url), { method, headers, agent: this.#agent }, (answer) => {
        read(answer).then(resolve, reject);
      });
      asked.on('error', reject);
      asked.end(content);
    });
  }
}

async function read(answer: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const seconds = answer.headers['retry-after'];
  return {
    status: answer.statusCode ?? 0,
    retryAfterSeconds: seconds === undefined ? undefined : Number(seconds),
    text: Buffer.concat(chunks).toString('utf8'),
  };
}
