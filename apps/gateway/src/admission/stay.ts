import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import type { Admission, Lane, Leave, Words } from './admission.js';

/** A body that has not come by then does not keep others waiting: its sender gives up the place and gets in line again. */
const BODY_PATIENCE_MS = 500;

const stays = new WeakMap<object, Stay>();

/**
 * The time one request takes up a place: from the moment it is let in until it is answered **and** nothing works for it any
 * more. A client that hangs up early does not make room while the services still work for it.
 */
export class Stay {
  #leave: Leave | undefined;
  #isHandled = false;
  #isClosed = false;
  #bodyTimer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly admission: Admission,
    private readonly lane: Lane,
    private readonly caller: string,
    private readonly reply: FastifyReply,
  ) {
    reply.raw.once('close', () => {
      this.#isClosed = true;
      clearTimeout(this.#bodyTimer);
      this.#leaveWhenOver();
    });
  }

  /** @returns what to say when the request has to come back later, undefined when it is let in */
  static async begin(
    admission: Admission,
    request: FastifyRequest,
    reply: FastifyReply,
    who: { readonly lane: Lane; readonly caller: string },
  ): Promise<Words | undefined> {
    const stay = new Stay(admission, who.lane, who.caller, reply);
    stays.set(request.raw, stay);
    const words = await stay.#enter();
    if (words) return words;
    const hasBody =
      request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
    if (hasBody) stay.#bodyTimer = setTimeout(() => stay.#giveUpPlace(), BODY_PATIENCE_MS).unref();
    return undefined;
  }

  static of(request: Pick<FastifyRequest, 'raw'>): Stay | undefined {
    return stays.get(request.raw);
  }

  /**
   * The body is there: who was too slow with it waits for a place again.
   *
   * @throws Problem 503 or 429 when the request has to come back later
   */
  async bodyArrived(): Promise<void> {
    clearTimeout(this.#bodyTimer);
    const words = this.#leave === undefined ? await this.#enter() : undefined;
    if (!words) return;
    const { status, code, sentence, retryAfterSeconds } = words;
    throw new Problem(status, code, sentence, { retryAfterSeconds });
  }

  handlingBegins(): void {
    this.#isHandled = true;
  }

  handlingEnds(): void {
    this.#isHandled = false;
    this.#leaveWhenOver();
  }

  async #enter(): Promise<Words | undefined> {
    const { admission, lane, caller, reply } = this;
    const decided = await admission.enter({
      lane,
      caller,
      whileWaiting: (gone) => void reply.raw.once('close', gone),
    });
    if (typeof decided !== 'function') return decided;
    this.#leave = decided;
    this.#leaveWhenOver();
    return undefined;
  }

  #giveUpPlace(): void {
    this.#leave?.(false);
    this.#leave = undefined;
  }

  #leaveWhenOver(): void {
    if (!this.#isClosed || this.#isHandled) return;
    const { statusCode } = this.reply.raw;
    this.#leave?.(statusCode < 300 || statusCode >= 500);
    this.#leave = undefined;
  }
}
