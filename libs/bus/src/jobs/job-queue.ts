import { AckPolicy, JetStreamApiError, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { headers, nanos } from '@nats-io/nats-core';
import type { BusLog } from '../module/bus-log.js';
import type { Broker } from '../nats/broker.js';

/** Does the job with this id. Ends normally when it is settled, done or not; a job it throws for is handed out again. */
export type JobWork = (jobId: string) => Promise<void>;

const PULL_EXPIRES_MS = 5_000;
/** A worker shows every so often that it lives; the broker hands its job to another one when it has not for this long. */
const SIGN_OF_LIFE_MS = 3_000;
const ACK_WAIT_MS = 12_000;
/** A job that could not be done now is handed out again after this. */
const AGAIN_AFTER_MS = 2_000;
/** Within this time the server drops a second offer of the same job. */
const DUPLICATE_WINDOW_MS = 10_000;
const STREAM_NOT_FOUND = 10_059;
const CONSUMER_NOT_FOUND = 10_014;

/**
 * Long work, handed out by a JetStream work queue: each job to one worker, more workers take more jobs, and the job of a
 * worker that was lost goes to the next. The queue only says whose turn it is. What a job is, and that it is done only
 * once, stands in the service's own database: a lost broker loses no job as long as its owner offers it again.
 */
export class JobQueue {
  readonly #stream: string;
  #running: Promise<void> | undefined;
  #messages: ConsumerMessages | undefined;
  #stopped = false;

  constructor(
    private readonly broker: Broker,
    private readonly service: string,
    private readonly log: BusLog,
  ) {
    this.#stream = `JOBS_${service.toUpperCase().replaceAll('-', '_')}`;
  }

  /** Tells the workers of a job. Offering one that is already waiting does no harm. */
  async offer(kind: string, jobId: string, turn: number): Promise<void> {
    const subject = `jobs.${this.service}.${kind}`;
    const options = { headers: headers(), msgID: `${jobId}:${turn}`, timeout: 3_000 };
    try {
      await this.broker.jetStream.publish(subject, new TextEncoder().encode(jobId), options);
    } catch {
      await this.#ensureStream(); // the first offer of all, or the broker lost its disk
      await this.broker.jetStream.publish(subject, new TextEncoder().encode(jobId), options);
    }
  }

  /** Takes one job after the other until `stop`, and only this kind in this service. */
  work(kind: string, work: JobWork): void {
    this.#running = this.#run(`jobs.${this.service}.${kind}`, work);
  }

  /** Takes no more jobs; comes back when the one at hand has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#messages?.stop();
    await this.#running;
  }

  async #run(subject: string, work: JobWork): Promise<void> {
    let consumer: Consumer | undefined;
    let failures = 0;
    while (!this.#stopped) {
      try {
        consumer ??= await this.#ensureConsumer();
        await this.#next(consumer, subject, work);
        failures = 0;
      } catch (error) {
        if (this.#stopped) return;
        consumer = undefined;
        failures += 1;
        if (failures === 5) this.log.warn('The job queue does not answer.', { service: this.service, error });
        await new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 100 * 2 ** failures)));
      }
    }
  }

  async #next(consumer: Consumer, subject: string, work: JobWork): Promise<void> {
    const messages = await consumer.fetch({
      max_messages: 1,
      expires: PULL_EXPIRES_MS,
      idle_heartbeat: 1_000,
    });
    this.#messages = messages;
    if (this.#stopped) messages.stop();
    for await (const message of messages) {
      if (message.subject === subject) await this.#do(message, work);
      else message.term(`no worker for ${message.subject}`);
    }
  }

  async #do(message: JsMsg, work: JobWork): Promise<void> {
    const life = setInterval(() => message.working(), SIGN_OF_LIFE_MS);
    try {
      await work(message.string());
      message.ack();
    } catch (error) {
      this.log.warn('A job was not done and will be handed out again.', { jobId: message.string(), error });
      message.nak(AGAIN_AFTER_MS);
    } finally {
      clearInterval(life);
    }
  }

  async #ensureConsumer(): Promise<Consumer> {
    await this.#ensureStream();
    try {
      await this.broker.manager.consumers.info(this.#stream, this.service);
    } catch (error) {
      if (!(error instanceof JetStreamApiError) || error.code !== CONSUMER_NOT_FOUND) throw error;
      await this.broker.manager.consumers.add(this.#stream, {
        durable_name: this.service,
        ack_policy: AckPolicy.Explicit,
        ack_wait: nanos(ACK_WAIT_MS),
        max_deliver: -1,
      });
    }
    return this.broker.jetStream.consumers.get(this.#stream, this.service);
  }

  async #ensureStream(): Promise<void> {
    try {
      await this.broker.manager.streams.info(this.#stream);
    } catch (error) {
      if (!(error instanceof JetStreamApiError) || error.code !== STREAM_NOT_FOUND) throw error;
      await this.broker.manager.streams.add({
        name: this.#stream,
        subjects: [`jobs.${this.service}.>`],
        retention: RetentionPolicy.Workqueue,
        storage: StorageType.File,
        duplicate_window: nanos(DUPLICATE_WINDOW_MS),
      });
    }
  }
}
