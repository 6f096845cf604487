import { session } from '../sign-in/session.js';
import { GatewayProblem, problemOf } from './gateway-problem.js';

export interface Change {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body: object;
  /** The version of the record as it was seen, where the route asks for it. */
  readonly version?: number;
  /** New for every change that a person wants, the same when it is sent again. */
  readonly key: string;
}

/** Asks the gateway for a change as the person who is signed in; a token that is over is renewed once. */
export async function send<A>(change: Change): Promise<A> {
  const first = await post(change);
  const response = first.status === 401 ? await session.renew().then(() => post(change)) : first;
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as A;
}

async function post({ method, path, body, version, key }: Change): Promise<Response> {
  const token = await session.accessToken();
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
    Authorization: `Bearer ${token}`,
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
  };
  try {
    return await fetch(path, { method, headers, body: JSON.stringify(body) });
  } catch {
    throw new GatewayProblem(
      0,
      'The platform does not answer',
      'Whether the change was made is not known. Send it again: it is made once, however often it is sent.',
    );
  }
}
