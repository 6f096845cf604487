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
  /** The part without which there is no page: when its service refuses (no such project, not yours), so do we. */
  readonly essential?: keyof P & string;
}

class TooSlow extends Error {}

/**
 * Asks several services at the same time. What does not come in time, or not at all, is named instead of failing
 * the whole.
 *
 * @throws Refusal of the essential part
 */
export async function fromServices<P extends Readonly<Record<string, Part<unknown>>>>(
  parts: P,
  options: GatherOptions<P>,
): Promise<Gathered<P>> {
  const entries = Object.entries(parts);
  const results = await Promise.allSettled(entries.map(([, part]) => within(options.deadlineMs, part)));
  const answers = Object.create(null) as Record<string, unknown>;
  const missing: MissingPart[] = [];
  results.forEach((result, index) => {
    const [name, part] = entries[index]!;
    if (result.status === 'fulfilled') answers[name] = result.value;
    else if (name === options.essential && result.reason instanceof Refusal) throw result.reason;
    else missing.push({ part: name, service: part.service, ...reasonOf(result.reason) });
  });
  return { parts: { ...answers } as Gathered<P>['parts'], missing };
}

function within<T>(deadlineMs: number, part: Part<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooSlow()), deadlineMs);
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
