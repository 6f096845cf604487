import { randomUUID } from 'node:crypto';
import { Refusal } from '@meridian/refusal';
import type { RefusalNote } from '@meridian/refusal';
import { errors } from '@nats-io/nats-core';
import type { Msg } from '@nats-io/nats-core';
import { subjectOf } from '../contracts/contract.js';
import type { BodyOf, RequestContract } from '../contracts/contract.js';
import type { Violation } from '../contracts/violation.js';
import type { Claims } from '../handlers/call.js';
import type { Broker } from '../nats/broker.js';
import { WayWatch } from '../nats/way-watch.js';
import { backoffMs } from '../protocol/backoff.js';
import { packBody, unpackBody } from '../wire/packed-body.js';
import { currentTraceparent } from '../wire/trace.js';
import { takeBackSubject, writeEnvelope } from './envelope.js';
import type { ReplyStatus } from './envelope.js';
import { InvalidRequest, RemoteFailure, Unavailable } from './request-errors.js';

export interface SendOptions {
  readonly claims: Claims;
  /** Chosen by the client, one for each intent; needed for commands. */
  readonly idempotencyKey?: string | undefined;
  readonly expectedVersion?: number | undefined;
  readonly correlationId?: string | undefined;
  /** The W3C trace the work came with; used when no tracing is set up in this process. */
  readonly traceparent?: string | undefined;
  /** How long to wait for the answer, all retries included. Default 5,000. */
  readonly timeoutMs?: number | undefined;
  /**
   * Aborted when nobody waits for the answer any more: a question is taken back then, and the service does not begin with it. It
   * still takes until the service says so. A command goes on, and keeps its answer for who sends it again.
   */
  readonly signal?: AbortSignal | undefined;
}

const DEFAULT_TIMEOUT_MS = 5_000;
const LOOK_AGAIN_MS = 20;

/** Asks other services. */
export class Requests {
  constructor(private readonly broker: Broker) {
    WayWatch.over(broker.connection);
  }

  /**
   * Sends a request and waits for its answer: data of the shape of the contract's class, and no instance of it, for a large answer
   * would be walked once more for nothing that a class of fields adds.
   *
   * While nobody answers or the service is busy it is sent again, with growing pauses, until the time is over: nothing was
   * started, so even a command without effect yet may be repeated.
   *
   * @throws Refusal when the domain says no, InvalidRequest when the shape is wrong, Unavailable when nobody answered in time
   * (a command may have taken effect: send it again with the same key), RemoteFailure when the service failed.
   */
  async send<Q extends object, A>(
    contract: RequestContract<Q, A>,
    body: BodyOf<Q>,
    options: SendOptions,
  ): Promise<A> {
    const { signal, ...others } = options;
    const isQuestion = contract.kind === 'query';
    const answer = await this.ask(subjectOf(contract), body, isQuestion ? { ...others, signal } : others);
    return answer as A;
  }

  /** The same without a contract, for the bus's own questions. */
  ask(subject: string, body: object, options: SendOptions): Promise<object> {
    return new Sending(this.broker, subject, JSON.stringify(body), options).answer();
  }
}

class Sending {
  readonly #deadline: number;
  readonly #correlationId: string;
  readonly #questionId: string | null;

  constructor(
    private readonly broker: Broker,
    private readonly subject: string,
    private readonly body: string,
    private readonly options: SendOptions,
  ) {
    this.#deadline = performance.now() + (options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    this.#correlationId = options.correlationId ?? randomUUID();
    this.#questionId = options.signal ? randomUUID() : null;
  }

  async answer(): Promise<object> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#open(await this.#ask());
      } catch (error) {
        if (!(error instanceof Unavailable) || error.retryAfterMs === undefined) throw error;
        if (this.options.signal?.aborted) throw takenBack(this.subject);
        const pauseMs = error.retryAfterMs + Math.random() * backoffMs(attempt, { firstMs: 25, capMs: 500 });
        if (performance.now() + pauseMs >= this.#deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  async #ask(): Promise<Msg> {
    await this.#untilWayIsOpen();
    const { signal } = this.options;
    if (signal?.aborted) throw takenBack(this.subject);
    const budgetMs = this.#deadline - performance.now();
    if (budgetMs <= 0) throw new Unavailable(`${this.subject} was not answered in time.`);
    const packed = await packBody(this.body);
    const headers = writeEnvelope({
      claims: this.options.claims,
      correlationId: this.#correlationId,
      idempotencyKey: this.options.idempotencyKey ?? null,
      expectedVersion: this.options.expectedVersion ?? null,
      budgetMs,
      traceparent: currentTraceparent(this.options.traceparent ?? null),
      questionId: this.#questionId,
    });
    if (packed.encoding !== null) headers.set('content-encoding', packed.encoding);
    const max = this.broker.connection.info?.max_payload ?? 1024 * 1024;
    if (packed.data.length + 4_096 > max) {
      throw new InvalidRequest([
        { path: '', message: `takes ${packed.data.length} bytes; at most ${max - 4_096} can travel` },
      ]);
    }
    const takeBack = (): void => this.#takeBack();
    signal?.addEventListener('abort', takeBack, { once: true });
    try {
      return await this.broker.connection.request(this.subject, packed.data, {
        headers,
        timeout: Math.ceil(budgetMs),
      });
    } catch (error) {
      throw this.#unanswered(error);
    } finally {
      signal?.removeEventListener('abort', takeBack);
    }
  }

  /** Nobody hears of it when the way is closed: then the time of the question ends it. */
  #takeBack(): void {
    const { connection } = this.broker;
    const [, service] = this.subject.split('.');
    if (!connection.isClosed()) connection.publish(takeBackSubject(service!), this.#questionId!);
  }

  /** What is written into a way that stands still arrives when nobody waits for it any more: so nothing is. */
  async #untilWayIsOpen(): Promise<void> {
    const way = WayWatch.over(this.broker.connection);
    while (way.mayHaveWaitedMs > 0 && performance.now() < this.#deadline) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /** Nobody there: worth another try. Time over or connection lost on the way: the outcome is open, so that is the caller's choice. */
  #unanswered(error: unknown): Unavailable {
    const nobody =
      error instanceof errors.NoRespondersError ||
      (error instanceof errors.RequestError && error.isNoResponders());
    if (nobody) return new Unavailable(`Nobody answers ${this.subject}.`, { retryAfterMs: 50, cause: error });
    if (isForbidden(error))
      return new Unavailable(`The broker does not let this service ask ${this.subject}.`, { cause: error });
    return new Unavailable(`${this.subject} was not answered in time.`, { cause: error });
  }

  async #open(reply: Msg): Promise<object> {
    const status = (reply.headers?.get('status') ?? '') as ReplyStatus | '';
    const text = await unpackBody(reply.data, reply.headers?.get('content-encoding') || null);
    const body = JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>;
    switch (status) {
      case 'ok':
        return body;
      case 'refusal':
        throw Refusal.from(body as unknown as RefusalNote);
      case 'invalid':
        throw new InvalidRequest(body['violations'] as Violation[], body['code'] as string);
      case 'busy':
        throw new Unavailable(`${this.subject} is too busy.`, {
          retryAfterMs: Number(body['retryAfterMs'] ?? 250),
        });
      case 'failure':
        throw new RemoteFailure(this.subject, this.#correlationId);
      case '':
        throw new Unavailable(`${this.subject} was answered by something that is not a service.`);
    }
  }
}

function takenBack(subject: string): Unavailable {
  return new Unavailable(`${subject} was taken back: its caller is gone.`);
}

function isForbidden(error: unknown): boolean {
  return (
    error instanceof errors.PermissionViolationError ||
    (error as Error).cause instanceof errors.PermissionViolationError
  );
}
