import { randomUUID } from 'node:crypto';
import type { TestGateway } from './test-gateway.js';
import type { TestIssuer } from './test-issuer.js';

export interface ClientRequest {
  readonly method?: string;
  readonly body?: unknown;
  /** `undefined` removes one of the usual headers. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export type Client = (path: string, request?: ClientRequest) => Promise<Response>;

/** A signed-in client that sends what good clients send: a token, JSON, an idempotency key with commands. */
export function clientOf(
  gateway: TestGateway,
  issuer: TestIssuer,
  roles: readonly string[] = ['pmo-manager'],
): Client {
  return async (path, { method = 'GET', body, headers = {} } = {}) => {
    const token = await issuer.token({ roles });
    const usual: Record<string, string | undefined> = {
      authorization: `Bearer ${token}`,
      'content-type': body === undefined ? undefined : 'application/json',
      'idempotency-key': method === 'GET' ? undefined : randomUUID(),
      ...headers,
    };
    const given = Object.entries(usual).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    const payload = body === undefined ? null : isRaw ? (body as string) : JSON.stringify(body);
    return fetch(gateway.url + path, { method, headers: given, body: payload });
  };
}
