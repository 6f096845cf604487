import type { RequestContract } from '../contracts/contract.js';
import type { Asking, Call } from '../handlers/call.js';
import type { RequestEnvelope } from './envelope.js';

/** A handler of a service for one request contract. */
export interface Handler {
  readonly contract: RequestContract;
  readonly handle: (request: object, context: Call<unknown, unknown> | Asking) => Promise<unknown>;
  /** The long part of a command, done before its transaction. */
  readonly prepare?: ((request: object, asking: Asking) => Promise<unknown>) | undefined;
}

/** A request that was read and may be answered. */
export interface Question {
  readonly subject: string;
  readonly envelope: RequestEnvelope;
  readonly body: unknown;
  readonly remainingMs: () => number;
}

/** Answers one subject with JSON text. */
export type Answerer = (question: Question) => Promise<string>;
