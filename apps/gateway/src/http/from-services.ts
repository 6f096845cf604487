import { InvalidRequest, RemoteFailure, Unavailable } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';

/** One part of an answer and the service it comes from. */
export interface Part<T> {
  readonly service: string;
  /** @param remainingMs milliseconds until the deadline */
  readonly ask: (remainingMs: number) => Promise<T>;
}

export interface MissingPart {
  readonly part: string;
  readonly service: string;
  readonly reason: 'unavailable' | 'too-slow' | 'refused' | 'failed';
  /** Code of the refusal, when the service said no. */
  readonly code?: string;
}

export interface Gathered<P extends Readonly<Record<string, Part<unknown>>>> {
  readonly parts: { readonly [K in keyof P]?: Awaited<ReturnType<P[K]['ask']>> };
  readonly missing: readonly MissingPart[];
}

export interface GatherOptions<P> {
  readonly deadlineMs: number;
  /** The part without which there is no page: when its service says no (no such project, not yours) or nothing, so do we. */
  readonly essential?: keyof P & string;
}

class TooSlow extends Error {}

/** The parts at the top level, `null` for each that is missing. */
export type Page<P extends Readonly<Record<string, Part<unknown>>>> = {
  readonly [K in keyof P]: Awaited<ReturnType<P[K]['ask']>> | null;
} & { readonly missing: readonly MissingPart[] };

export function toPage<P extends Readonly<Record<string, Part<unknown>>>>(gathered: Gathered<P>): Page<P> {
  const { parts, missing } = gathered;
  const gaps = Object.fromEntries(missing.map(({ part }) => [part, null]));
  return { ...parts, ...gaps, missing } as Page<P>;
}

/**
 * Asks several services at the same time. What does not come in time, or not at all, is named instead of failing
 * the whole.
 *
 * @throws Refusal of the essential part, Unavailable when it does not come: at once, without waiting for the others
 */
export async function fromServices<P extends Readonly<Record<string, Part<unknown>>>>(
  parts: P,
  options: GatherOptions<P>,
): Promise<Gathered<P>> {
  const entries = Object.entries(parts);
  const asked = entries.map(([, part]) => within(options.deadlineMs, part));
  const essential = asked[entries.findIndex(([name]) => name === options.essential)];
  const settled = Promise.allSettled(asked);
  const results = await (essential ? essential.then(() => settled, notThere) : settled);
  const answers = Object.create(null) as Record<string, unknown>;
  const missing: MissingPart[] = [];
  results.forEach((result, index) => {
    const [name, part] = entries[index]!;
    if (result.status === 'fulfilled') answers[name] = result.value;
    else missing.push({ part: name, service: part.service, ...reasonOf(result.reason) });
  });
  return { parts: { ...answers } as Gathered<P>['parts'], missing };
}

function notThere(error: unknown): never {
  if (error instanceof TooSlow) {
    throw new Unavailable('The page did not come together in time.', { retryAfterMs: 1_000 });
  }
  throw error;
}

function within<T>(deadlineMs: number, part: Part<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooSlow()), deadlineMs).unref();
    Promise.resolve()
      .then(() => part.ask(deadlineMs))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

function reasonOf(error: unknown): Pick<MissingPart, 'reason' | 'code'> {
  if (error instanceof TooSlow) return { reason: 'too-slow' };
  if (error instanceof Unavailable) return { reason: 'unavailable' };
  if (error instanceof Refusal) return { reason: 'refused', code: error.code };
  if (error instanceof InvalidRequest) return { reason: 'failed', code: error.code };
  if (error instanceof RemoteFailure) return { reason: 'failed' };
  throw error; // a defect of the route, not a service that is down
}
