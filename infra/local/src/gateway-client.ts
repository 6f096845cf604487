import { randomUUID } from 'node:crypto';

export interface GatewayAccess {
  /** Address of the gateway, `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Gives a fresh access token; asked before every call, so that long loads outlive a token. */
  readonly token: () => Promise<string>;
}

/** An answer that is not a success, with the problem the gateway described. */
export class GatewayProblem extends Error {
  constructor(
    readonly method: string,
    readonly path: string,
    readonly status: number,
    readonly problem: { readonly title?: string; readonly detail?: string; readonly code?: string },
  ) {
    super(`${method} ${path} answered ${status}: ${problem.detail ?? problem.title ?? 'no reason given'}`);
    this.name = 'GatewayProblem';
  }
}

const RETRIES = 5;
const PAUSE_MS = 300;

/** A client of the gateway as outside programs are: bearer token, idempotency keys, retries of what may be repeated. */
export class GatewayClient {
  constructor(private readonly access: GatewayAccess) {}

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  /** Sends a command; the same key is used again when the answer was lost or the service was busy. */
  command<T>(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    return this.send<T>(method, path, body, { 'Idempotency-Key': randomUUID(), ...headers });
  }

  private async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.attempt(method, path, body, headers).catch((error: unknown) => {
        if (attempt > RETRIES) throw error;
        return null;
      });
      if (answer?.ok) return (answer.status === 204 ? undefined : await answer.json()) as T;
      if (answer && (!mayComeRight(answer.status) || attempt > RETRIES)) {
        throw new GatewayProblem(method, path, answer.status, await problemOf(answer));
      }
      await answer?.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
    }
  }

  private async attempt(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Response> {
    return fetch(new URL(path, this.access.url), {
      method,
      headers: {
        Authorization: `Bearer ${await this.access.token()}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

function mayComeRight(status: number): boolean {
  return status === 429 || status === 503;
}

async function problemOf(answer: Response): Promise<{ title?: string; detail?: string }> {
  return answer.json().catch(() => ({})) as Promise<{ title?: string; detail?: string }>;
}
