import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

export interface GatewayCall {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: object;
}

/** Calls over kept connections, as a proxy in front of the gateway makes them; each must be answered with success. */
export class GatewayLoad {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** @throws Error with status and body when the answer is no success */
  send({ method, path, body }: GatewayCall): Promise<void> {
    const content = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      Authorization: `Bearer ${this.token}`,
      ...(content === undefined
        ? {}
        : {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(content),
            'Idempotency-Key': randomUUID(),
          }),
    };
    return new Promise((resolve, reject) => {
      const asked = request(new URL(path, this.url), { method, headers, agent: this.#agent }, (answer) => {
        const status = answer.statusCode ?? 0;
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          if (status < 300) return resolve();
          const said = Buffer.concat(chunks).toString('utf8').slice(0, 300);
          reject(new Error(`${method} ${path} answered ${status}: ${said}`));
        });
      });
      asked.on('error', reject);
      asked.end(content);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
