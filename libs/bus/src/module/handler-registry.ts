import { Server } from '@nestjs/microservices';
import type { MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { ownerOf } from '../contracts/contract.js';
import type { AnyEventContract, RequestContract } from '../contracts/contract.js';
import { REQUEST_CONTRACT } from '../handlers/answers.js';
import type { Asking } from '../handlers/call.js';
import { EVENT_CONTRACT, SHARED_WORK } from '../handlers/on.js';
import { PREPARED_CONTRACT } from '../handlers/prepares.js';
import type { AnySharing } from '../handlers/shared-work.js';
import type { Reaction } from '../inbox/reactions.js';
import type { Handler } from '../requests/answerer.js';

/** The part of a Nest server that collects handlers. Whatever could not work is an error at start-up, not at the first message. */
export abstract class HandlerRegistry extends Server {
  /** The bus settles every failure itself, so Nest need not report it. */
  override readonly propagatesEventHandlerErrors = true;
  protected readonly reactions = new Map<string, Reaction>();
  protected readonly handlers = new Map<string, Handler>();
  readonly #preparations = new Map<string, (request: object, asking: Asking) => Promise<unknown>>();

  constructor(protected readonly service: string) {
    super();
  }

  override addHandler(
    pattern: unknown,
    callback: MessageHandler,
    isEventHandler = false,
    extras: Record<string, unknown> = {},
  ): void {
    const subject = String(pattern);
    if (isEventHandler) this.#addReaction(subject, callback, extras);
    else if (extras[PREPARED_CONTRACT])
      this.#addPreparation(callback, extras[PREPARED_CONTRACT] as RequestContract);
    else this.#addHandler(subject, callback, extras[REQUEST_CONTRACT] as RequestContract | undefined);
    super.addHandler(pattern, callback, isEventHandler, extras);
  }

  #addReaction(subject: string, callback: MessageHandler, extras: Record<string, unknown>): void {
    const contract = extras[EVENT_CONTRACT] as AnyEventContract | undefined;
    if (!contract) throw new TypeError(`The handler of ${subject} names no contract: mark it with @On.`);
    if (this.reactions.has(subject))
      throw new TypeError(`${this.service} has two reactions to ${subject}; one event has one reaction.`);
    if (ownerOf(contract) === this.service) {
      throw new TypeError(
        `${this.service} reacts to ${subject}, its own event: do it in the transaction that announces it.`,
      );
    }
    this.reactions.set(subject, {
      contract,
      handle: (event, delivery) => settled(callback(event, delivery)),
      sharing: extras[SHARED_WORK] as AnySharing | undefined,
    });
  }

  #addHandler(subject: string, callback: MessageHandler, contract: RequestContract | undefined): void {
    if (!contract) throw new TypeError(`The handler of ${subject} names no contract: mark it with @Answers.`);
    if (this.handlers.has(subject)) throw new TypeError(`${this.service} answers ${subject} in two places.`);
    if (ownerOf(contract) !== this.service) {
      throw new TypeError(`${this.service} answers ${subject}, which belongs to ${ownerOf(contract)}.`);
    }
    const preparations = this.#preparations;
    this.handlers.set(subject, {
      contract,
      handle: (request, context) => settled(callback(request, context)),
      get prepare() {
        return preparations.get(subject);
      },
    });
  }

  #addPreparation(callback: MessageHandler, { subject }: RequestContract): void {
    if (this.#preparations.has(subject)) throw new TypeError(`${subject} is prepared in two places.`);
    this.#preparations.set(subject, (request, asking) => settled(callback(request, asking)));
  }
}

/** Nest answers with a value, a promise, or a stream of one value. */
async function settled(result: unknown): Promise<unknown> {
  const value = await result;
  return isObservable(value) ? lastValueFrom(value, { defaultValue: undefined }) : value;
}
