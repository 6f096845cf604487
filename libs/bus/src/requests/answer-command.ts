import { randomUUID } from 'node:crypto';
import { Refusal } from '@meridian/refusal';
import { Call } from '../handlers/call.js';
import { isConflict } from '../inbox/failure-class.js';
import { Announcements } from '../outbox/announcements.js';
import { inTransaction } from '../outbox/plain-session.js';
import type { ServiceDatabase, SqlRunner } from '../outbox/service-database.js';
import { backoffMs } from '../protocol/backoff.js';
import type { RequestEnvelope } from './envelope.js';
import { fingerprint } from './fingerprint.js';
import { InvalidRequest, Unavailable } from './request-errors.js';

export interface Command {
  readonly service: string;
  readonly subject: string;
  readonly request: object;
  readonly envelope: RequestEnvelope;
  /** The body as it was sent, for the fingerprint. */
  readonly body: unknown;
  readonly remainingMs: () => number;
  /** What was done before the transaction. */
  readonly prepared: unknown;
  readonly handle: (request: object, call: Call<unknown, unknown>) => Promise<unknown>;
}

export interface CommandAnswer {
  /** JSON text; the same bytes for every repetition. */
  readonly answer: string;
  readonly announced: number;
}

const MAX_ATTEMPTS = 8;

/**
 * Runs a command in one transaction with its key, its effect, its announcements and its answer. Sent again with the same key it
 * gets the same answer and has no second effect.
 *
 * A refusal rolls everything back and is not stored: it had no effect, and what was refused may be allowed a moment later. A
 * transaction that lost against another one is run again, up to 8 times while the caller still waits.
 */
export async function answerCommand(database: ServiceDatabase, command: Command): Promise<CommandAnswer> {
  if (command.envelope.idempotencyKey === null) {
    const violations = [
      { path: 'idempotency-key', message: 'is missing; a command needs one, chosen by the client' },
    ];
    throw new InvalidRequest(violations, 'bus/idempotency-key-missing');
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptCommand(database, command);
    } catch (error) {
      if (!isRepeatable(error) || attempt >= MAX_ATTEMPTS) throw error;
      const pauseMs = Math.random() * backoffMs(attempt, { firstMs: 10, capMs: 500 });
      if (pauseMs >= command.remainingMs()) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

function attemptCommand(database: ServiceDatabase, command: Command): Promise<CommandAnswer> {
  const remaining = command.remainingMs();
  if (remaining <= 0) throw new Unavailable('The time of the request was over before it could run.');
  const limits = { maxWait: Math.min(remaining, 5_000), timeout: remaining + 100 };
  return inTransaction(database, (tx, sql) => runCommand(tx, sql, command), limits);
}

async function runCommand(tx: SqlRunner, sql: SqlRunner, command: Command): Promise<CommandAnswer> {
  const { envelope, subject, request } = command;
  const key = envelope.idempotencyKey!;
  const print = fingerprint(subject, envelope.claims.subject, envelope.expectedVersion, command.body);
  const [state] = await sql.$queryRawUnsafe<KeyState[]>(CLAIM_KEY, key);
  if (!state!.claimed)
    throw new Refusal(
      'bus/still-running',
      'A command with this key is still running. Ask again in a moment.',
    );
  if (state!.answer !== null) return earlierAnswer(state!, print);
  const announcements = new Announcements(command.service);
  const call = new Call<unknown, unknown>({
    tx,
    claims: envelope.claims,
    correlationId: envelope.correlationId,
    idempotencyKey: key,
    now: state!.now,
    expectedVersion: envelope.expectedVersion ?? undefined,
    remainingMs: command.remainingMs,
    prepared: command.prepared,
    newId: randomUUID,
    announce: announcements.from({
      correlationId: envelope.correlationId,
      causationId: key,
      traceparent: envelope.traceparent,
    }),
  });
  const answer = JSON.stringify((await command.handle(request, call)) ?? {});
  const announced = await announcements.flushWithAnswer(sql, { key, subject, fingerprint: print, answer });
  return { answer, announced };
}

function earlierAnswer(state: KeyState, print: string): CommandAnswer {
  if (state.fingerprint !== print) {
    const sentence = 'This idempotency key was used for another command. A new command needs a new key.';
    throw new Refusal('bus/idempotency-key-reused', sentence, { kind: 'unprocessable' });
  }
  return { answer: state.answer!, announced: 0 };
}

interface KeyState {
  readonly claimed: boolean;
  readonly now: Date;
  readonly fingerprint: string | null;
  readonly answer: string | null;
}

/** The lock ends with the transaction. Two callers that both find no answer are told apart by it, and by the primary key. */
const CLAIM_KEY = `
SELECT pg_try_advisory_xact_lock(hashtextextended('bus.command ' || $1, 0)) AS claimed, now() AS now, a.fingerprint, a.answer
  FROM (SELECT 1) AS one LEFT JOIN bus.command_answer a ON a.key = $1`;

/** A conflict, or a key stored by another transaction between our look and our lock. */
function isRepeatable(error: unknown): boolean {
  return isConflict(error) || /command_answer_pkey/.test(describe(error));
}

function describe(error: unknown): string {
  try {
    return `${String(error)} ${JSON.stringify(error)}`;
  } catch {
    return String(error);
  }
}
