import { session } from '../sign-in/session.js';
import { GatewayProblem, problemOf } from './gateway-problem.js';

export type Parameters = Readonly<Record<string, string | number | undefined>>;

/** Reads JSON from the gateway as the person who is signed in. */
export async function ask<A>(path: string, parameters: Parameters, signal?: AbortSignal): Promise<A> {
  const response = await askWithToken(addressOf(path, parameters), signal);
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as A;
}

/** As `ask`, with the raw answer: for streams. A token the gateway refuses is renewed once. */
export async function askWithToken(
  address: string,
  signal?: AbortSignal,
  headers: Record<string, string> = {},
): Promise<Response> {
  const first = await send(address, signal, headers);
  if (first.status !== 401) return first;
  await session.renew();
  return send(address, signal, headers);
}

async function send(
  address: string,
  signal: AbortSignal | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  const token = await session.accessToken();
  try {
    return await fetch(address, {
      signal,
      headers: { Accept: 'application/json', ...headers, Authorization: `Bearer ${token}` },
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new GatewayProblem(
      0,
      'The platform does not answer',
      'Check your connection. The page tries again by itself as soon as it is back.',
    );
  }
}

function addressOf(path: string, parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
