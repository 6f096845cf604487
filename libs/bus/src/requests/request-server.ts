import { Refusal } from '@meridian/refusal';
import type { Msg, Subscription } from '@nats-io/nats-core';
import type { BusFigures } from '../module/bus-figures.js';
import type { BusLog } from '../module/bus-log.js';
import type { Broker } from '../nats/broker.js';
import { WayWatch } from '../nats/way-watch.js';
import { packBody, unpackBody } from '../wire/packed-body.js';
import type { Answerer } from './answerer.js';
import { Bulkhead } from './bulkhead.js';
import { failureClass } from '../inbox/failure-class.js';
import { readEnvelope, takeBackSubject } from './envelope.js';
import type { ReplyStatus, RequestEnvelope } from './envelope.js';
import { OpenQuestions } from './open-questions.js';
import type { OpenQuestion } from './open-questions.js';
import { InvalidRequest, Unavailable } from './request-errors.js';
import { sendReply } from './send-reply.js';

export interface RequestServerOptions {
  readonly service: string;
  /** Requests answered at once. */
  readonly concurrency: number;
  /** Requests that may wait; the next one is told to come back. */
  readonly queue: number;
}

const RETRY_AFTER_MS = 250;
const LATE_RETRY_AFTER_MS = 50;
/** Nobody waits for it: it will not be asked again. */
const TAKEN_BACK = { retryAfterMs: RETRY_AFTER_MS };
/** A database that restarts is back in seconds, not in milliseconds. */
const OUTAGE_RETRY_AFTER_MS = 1_000;

/** Answers this service's requests over core NATS. All replicas share one queue group. */
export class RequestServer {
  readonly #bulkhead: Bulkhead;
  readonly #way: WayWatch;
  readonly #questions = new OpenQuestions();
  #subscription: Subscription | undefined;
  #takeBacks: Subscription | undefined;

  constructor(
    private readonly broker: Broker,
    private readonly options: RequestServerOptions,
    private readonly answerers: ReadonlyMap<string, Answerer>,
    private readonly figures: BusFigures,
    private readonly log: BusLog,
  ) {
    this.#bulkhead = new Bulkhead(options.concurrency, options.queue);
    this.#way = WayWatch.over(broker.connection);
  }

  start(): void {
    const { service } = this.options;
    // Every replica hears these, because nobody knows which one has the question.
    this.#takeBacks = this.broker.connection.subscribe(takeBackSubject(service), {
      callback: (error, message) => {
        if (!error) this.#questions.takeBack(message.string());
      },
    });
    this.#subscription = this.broker.connection.subscribe(`requests.${service}.>`, {
      queue: service,
      callback: (error, message) => {
        if (error) this.log.error(`requests of ${service} cannot be received`, { error });
        else if (message.subject !== takeBackSubject(service)) void this.#receive(message);
      },
    });
  }

  /** Takes no new requests; resolves when the last one is answered. */
  async drain(): Promise<void> {
    await this.#subscription?.drain();
    await this.#bulkhead.empty();
    this.#takeBacks?.unsubscribe();
  }

  async #receive(message: Msg): Promise<void> {
    const arrivedAt = performance.now() - this.#way.mayHaveWaitedMs;
    if (this.#bulkhead.isFull) return this.#reply(message, 'busy', { retryAfterMs: RETRY_AFTER_MS });
    const id = message.headers?.get('question-id') || null;
    const question = this.#questions.open(id, () => void this.#reply(message, 'busy', TAKEN_BACK));
    const answered = this.#bulkhead.run(async () => {
      if (question.begin()) await this.#answer(message, arrivedAt, question);
    });
    this.#count();
    await answered;
    this.#questions.close(id);
    this.#count();
  }

  #count(): void {
    this.figures.requestsRunning = this.#bulkhead.running;
    this.figures.requestsWaiting = this.#bulkhead.waiting;
  }

  async #answer(message: Msg, arrivedAt: number, question: OpenQuestion): Promise<void> {
    let envelope: RequestEnvelope | undefined;
    try {
      envelope = readEnvelope(message.headers);
      const { budgetMs } = envelope;
      const remainingMs = () => (question.isTakenBack ? 0 : budgetMs - (performance.now() - arrivedAt));
      if (remainingMs() <= 0) {
        this.figures.answers.late += 1;
        // The caller has given up: work for nobody would only delay the others. If it came later than it seems, it asks again.
        return await this.#reply(message, 'busy', { retryAfterMs: LATE_RETRY_AFTER_MS });
      }
      const answerer = this.answerers.get(message.subject);
      if (!answerer) throw unknownSubject(message.subject, this.options.service);
      const body = parseBody(
        await unpackBody(message.data, message.headers?.get('content-encoding') || null),
      );
      await this.#reply(
        message,
        'ok',
        await answerer({ subject: message.subject, envelope, body, remainingMs }),
      );
    } catch (error) {
      await this.#replyError(message, error, envelope?.correlationId ?? 'unknown');
    }
  }

  #replyError(message: Msg, error: unknown, correlationId: string): Promise<void> {
    if (error instanceof Refusal) return this.#reply(message, 'refusal', error.toJSON());
    if (error instanceof InvalidRequest) {
      return this.#reply(message, 'invalid', { code: error.code, violations: error.violations });
    }
    if (error instanceof Unavailable) {
      return this.#reply(message, 'busy', { retryAfterMs: error.retryAfterMs ?? RETRY_AFTER_MS });
    }
    const failure = failureClass(error);
    // Ended by the database because it took too long: nothing of it is left, and it may be quicker later.
    if (failure === 'outage' || failure === 'hang') {
      this.log.warn(`${message.subject} found a store ${failure === 'hang' ? 'slow' : 'away'}`, {
        correlationId,
        error,
      });
      return this.#reply(message, 'busy', { retryAfterMs: OUTAGE_RETRY_AFTER_MS });
    }
    // The one place where an unforeseen error of a request is logged; the caller gets nothing but the id to find it by.
    this.log.error(`${message.subject} failed`, { correlationId, error });
    return this.#reply(message, 'failure', { correlationId });
  }

  async #reply(message: Msg, status: ReplyStatus, answer: object | string): Promise<void> {
    this.figures.answers[status] += 1;
    try {
      const packed = await packBody(typeof answer === 'string' ? answer : JSON.stringify(answer));
      sendReply(message, status, packed, this.broker.connection.info?.max_payload);
    } catch (error) {
      this.log.error(`the answer to ${message.subject} could not be sent`, { status, error });
    }
  }
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidRequest([{ path: '', message: 'is not JSON' }]);
  }
}

function unknownSubject(subject: string, service: string): InvalidRequest {
  return new InvalidRequest(
    [{ path: 'subject', message: `${subject} is not answered by ${service}` }],
    'bus/unknown-subject',
  );
}
