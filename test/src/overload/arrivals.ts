import type { HttpAnswer, HttpConnection } from './http-connection.js';

/** What became of the requests of a stretch. Times are counted from the moment a request was due. */
export interface Arrivals {
  readonly seconds: number;
  /** Requests that were due. */
  readonly offered: number;
  /** Answered with 2xx, whenever. */
  readonly accepted: number;
  /** Answered with 2xx within the patience of a person. */
  readonly good: number;
  /** Of the accepted: pages that name a part that is missing. */
  readonly partial: number;
  /** Answers by status. */
  readonly byStatus: Readonly<Record<string, number>>;
  /** Of the answers 429 and 503: how many say when to come back. */
  readonly retryAfterGiven: number;
  /** Found no connection within the patience, so the gateway never saw them. */
  readonly unsent: number;
  /** The connection was lost, or no answer came: done or not, nobody knows. */
  readonly unknown: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly refusedP99Ms: number;
  /** Names of the requests answered with 2xx, and of those whose outcome is unknown. */
  readonly acceptedNames: readonly string[];
  readonly unknownNames: readonly string[];
}

export interface OpenRequest {
  /** Under which it can be found again; reads have none. */
  readonly name?: string;
  readonly bytes: Buffer;
}

export interface Stretch {
  readonly perSecond: number;
  readonly forMs: number;
  /** An answer later than this is no good to a person. */
  readonly patienceMs: number;
  /** An answer later than this is not waited for. */
  readonly giveUpMs: number;
}

const TICK_MS = 1;

/**
 * Requests that are due at a steady rate, whatever the answers do (an open loop), over a bounded number of connections. Who finds
 * no free connection waits for one, and gives up when the patience is over: that is counted, and it is no success.
 */
export async function arrive(
  connections: readonly HttpConnection[],
  requestAt: (turn: number) => OpenRequest,
  stretch: Stretch,
): Promise<Arrivals> {
  const tally = new Tally(stretch);
  const free = [...connections];
  const waiting: { readonly turn: number; readonly dueMs: number }[] = [];
  const startedMs = performance.now();
  const total = Math.floor((stretch.perSecond * stretch.forMs) / 1_000);
  let under = 0;
  const next = (): void => {
    while (waiting.length > 0 && free.length > 0) {
      const { turn, dueMs } = waiting.shift()!;
      if (performance.now() - dueMs > stretch.patienceMs) {
        tally.unsent += 1;
        continue;
      }
      const connection = free.pop()!;
      under += 1;
      void ask(connection, requestAt(turn), dueMs, tally).finally(() => {
        under -= 1;
        free.push(connection);
        next();
      });
    }
  };
  for (let turn = 0; turn < total;) {
    const now = performance.now();
    for (; turn < total && startedMs + (turn * 1_000) / stretch.perSecond <= now; turn += 1)
      waiting.push({ turn, dueMs: startedMs + (turn * 1_000) / stretch.perSecond });
    next();
    if (turn < total) await pause();
  }
  while (under > 0 || waiting.length > 0) await pause();
  return tally.sum(total, stretch.forMs / 1_000);
}

async function ask(
  connection: HttpConnection,
  request: OpenRequest,
  dueMs: number,
  tally: Tally,
): Promise<void> {
  const giveUp = setTimeout(() => connection.close(), tally.stretch.giveUpMs);
  try {
    const answer = await connection.send(request.bytes);
    tally.answered(request, answer, performance.now() - dueMs);
  } catch {
    tally.lost(request);
  } finally {
    clearTimeout(giveUp);
  }
}

class Tally {
  unsent = 0;
  #retryAfterGiven = 0;
  #unknown = 0;
  #partial = 0;
  readonly #byStatus: Record<string, number> = {};
  readonly #acceptedMs: number[] = [];
  readonly #refusedMs: number[] = [];
  readonly #acceptedNames: string[] = [];
  readonly #unknownNames: string[] = [];

  constructor(readonly stretch: Stretch) {}

  answered({ name }: OpenRequest, { status, hasRetryAfter, isPartial }: HttpAnswer, tookMs: number): void {
    this.#byStatus[status] = (this.#byStatus[status] ?? 0) + 1;
    if (status < 300) {
      this.#acceptedMs.push(tookMs);
      if (isPartial) this.#partial += 1;
      if (name !== undefined) this.#acceptedNames.push(name);
      return;
    }
    this.#refusedMs.push(tookMs);
    if ((status === 429 || status === 503) && hasRetryAfter) this.#retryAfterGiven += 1;
    if (status >= 500 && name !== undefined) this.#unknownNames.push(name);
  }

  lost({ name }: OpenRequest): void {
    this.#unknown += 1;
    if (name !== undefined) this.#unknownNames.push(name);
  }

  sum(offered: number, seconds: number): Arrivals {
    const accepted = this.#acceptedMs.toSorted((a, b) => a - b);
    const refused = this.#refusedMs.toSorted((a, b) => a - b);
    return {
      seconds,
      offered,
      accepted: accepted.length,
      good: accepted.filter((ms) => ms <= this.stretch.patienceMs).length,
      partial: this.#partial,
      byStatus: this.#byStatus,
      retryAfterGiven: this.#retryAfterGiven,
      unsent: this.unsent,
      unknown: this.#unknown,
      p50Ms: at(accepted, 0.5),
      p99Ms: at(accepted, 0.99),
      refusedP99Ms: at(refused, 0.99),
      acceptedNames: this.#acceptedNames,
      unknownNames: this.#unknownNames,
    };
  }
}

/** Of sorted values; 0 when there is none, because NaN does not survive JSON. */
function at(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function pause(): Promise<void> {
  return new Promise((passed) => setTimeout(passed, TICK_MS));
}
