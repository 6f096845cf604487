import { randomUUID } from 'node:crypto';

export type Method = 'POST' | 'PUT' | 'PATCH';

/** What the client knows: it was done, it was refused, or nobody can say. */
export type Outcome = 'ok' | 'refused' | 'unknown';

export interface CommandCall {
  /** The kind of command, and by it the service that decides it. */
  readonly kind: string;
  readonly handle: string;
  readonly method: Method;
  readonly path: string;
  readonly body: object;
}

/** One command as its client saw it, with the outcome of each attempt under the same key. */
export interface Invocation extends CommandCall {
  readonly key: string;
  readonly startedMs: number;
  readonly attempts: readonly Outcome[];
  readonly outcome: Exclude<Outcome, 'unknown'>;
  readonly status: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly outcome: Outcome;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const ANSWER_PATIENCE_MS = 10_000;
const USUAL_PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/**
 * Sends commands as a careful client does: a key for each, and the same key again until somebody says yes or no. Keeps
 * every invocation with the outcome of each attempt.
 */
export class CommandLog {
  readonly invocations: Invocation[] = [];
  readonly #unknowns = new Map<string, number>();

  constructor(
    private readonly url: string,
    private readonly tokenOf: (handle: string) => Promise<string>,
    private readonly patienceMs = USUAL_PATIENCE_MS,
    /** While the door's clock is wrong it rightly finds every token too old or too young. */
    private readonly mayDoubtTokens: () => boolean = () => false,
  ) {}

  /** Answers once the outcome is known. Throws when it is still unknown after the patience, usually a minute. */
  async send(call: CommandCall): Promise<Invocation> {
    const key = randomUUID();
    const startedMs = performance.now();
    const attempts: Outcome[] = [];
    for (;;) {
      const { outcome, status, body } = await this.#attempt(call, key);
      attempts.push(outcome);
      if (outcome !== 'unknown') {
        const invocation = { ...call, key, startedMs, attempts, outcome, status, answer: body };
        this.invocations.push(invocation);
        return invocation;
      }
      this.#unknowns.set(call.kind, this.unknowns(call.kind) + 1);
      if (performance.now() - startedMs > this.patienceMs) {
        throw new Error(
          `${call.method} ${call.path} is unanswered after ${attempts.length} attempts (${status}).`,
        );
      }
      await new Promise((wait) => setTimeout(wait, PAUSE_MS));
    }
  }

  /** How many attempts of a kind had no answer so far. */
  unknowns(kind: string): number {
    return this.#unknowns.get(kind) ?? 0;
  }

  /** Commands of a kind that were answered with success. */
  done(kind: string): readonly Invocation[] {
    return this.invocations.filter((one) => one.kind === kind && one.outcome === 'ok');
  }

  /** How many commands of a kind were begun after a moment (`performance.now()`) and answered with success. */
  doneSince(kind: string, sinceMs: number): number {
    return this.done(kind).filter(({ startedMs }) => startedMs >= sinceMs).length;
  }

  async #attempt({ handle, method, path, body }: CommandCall, key: string): Promise<Answer> {
    try {
      const response = await fetch(new URL(path, this.url), {
        method,
        signal: AbortSignal.timeout(ANSWER_PATIENCE_MS),
        headers: {
          Authorization: `Bearer ${await this.tokenOf(handle)}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
        },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as Readonly<Record<string, unknown>>;
      if (response.status === 401 && this.mayDoubtTokens()) {
        return { outcome: 'unknown', status: response.status, body: answer };
      }
      return { outcome: outcomeOf(response.status, answer['code']), status: response.status, body: answer };
    } catch {
      return { outcome: 'unknown', status: 0, body: {} }; // the connection broke or nothing came in time
    }
  }
}

function outcomeOf(status: number, code: unknown): Outcome {
  if (status >= 200 && status < 300) return 'ok';
  const mayComeRight = status >= 500 || status === 429 || code === 'bus/still-running';
  return mayComeRight ? 'unknown' : 'refused';
}
