import { headers } from '@nats-io/nats-core';
import type { MsgHdrs } from '@nats-io/nats-core';
import type { Claims } from '../handlers/call.js';
import { InvalidRequest } from './request-errors.js';

/** What travels beside the body of a request. */
export interface RequestEnvelope {
  readonly claims: Claims;
  readonly correlationId: string;
  readonly idempotencyKey: string | null;
  readonly expectedVersion: number | null;
  /** How much longer the caller waits, counted from the moment of sending. Clocks of two machines are never compared. */
  readonly budgetMs: number;
  readonly traceparent: string | null;
  /** Under which the caller may take the question back; null when it never will. */
  readonly questionId: string | null;
}

/** The outcome of a request, as it travels. */
export type ReplyStatus = 'ok' | 'refusal' | 'invalid' | 'busy' | 'failure';

export function writeEnvelope(envelope: RequestEnvelope): MsgHdrs {
  const written = headers();
  written.set('claims', Buffer.from(JSON.stringify(envelope.claims), 'utf8').toString('base64url'));
  written.set('correlation-id', encodeURIComponent(envelope.correlationId));
  written.set('budget-ms', String(Math.max(1, Math.floor(envelope.budgetMs))));
  if (envelope.idempotencyKey !== null)
    written.set('idempotency-key', encodeURIComponent(envelope.idempotencyKey));
  if (envelope.expectedVersion !== null) written.set('expected-version', String(envelope.expectedVersion));
  if (envelope.traceparent !== null) written.set('traceparent', envelope.traceparent);
  if (envelope.questionId !== null) written.set('question-id', envelope.questionId);
  return written;
}

const MAX_KEY_LENGTH = 255;

/** @throws InvalidRequest naming the header that is missing or malformed. */
export function readEnvelope(found: MsgHdrs | undefined): RequestEnvelope {
  const text = (name: string): string | null => found?.get(name) || null;
  const key = decoded(text('idempotency-key'), 'idempotency-key');
  if (key !== null && key.length > MAX_KEY_LENGTH) {
    throw wrong('idempotency-key', `has ${key.length} characters; at most ${MAX_KEY_LENGTH} are allowed`);
  }
  return {
    claims: readClaims(text('claims')),
    correlationId: decoded(text('correlation-id'), 'correlation-id') ?? missing('correlation-id'),
    idempotencyKey: key,
    expectedVersion: wholeNumber(text('expected-version'), 'expected-version'),
    budgetMs: wholeNumber(text('budget-ms'), 'budget-ms') ?? missing('budget-ms'),
    traceparent: text('traceparent'),
    questionId: text('question-id'),
  };
}

function readClaims(encoded: string | null): Claims {
  if (encoded === null) return missing('claims');
  let claims: Partial<Claims> | null;
  try {
    claims = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')) as Partial<Claims> | null;
  } catch {
    throw wrong('claims', 'is not base64url JSON');
  }
  const { subject, name, roles, personId } = claims ?? {};
  const isComplete = typeof subject === 'string' && subject !== '' && typeof name === 'string';
  if (!isComplete || !Array.isArray(roles) || !roles.every((role) => typeof role === 'string')) {
    throw wrong('claims', 'must hold subject, name and roles');
  }
  return { subject, name, roles, ...(typeof personId === 'string' ? { personId } : {}) };
}

function decoded(value: string | null, name: string): string | null {
  try {
    return value === null ? null : decodeURIComponent(value);
  } catch {
    throw wrong(name, 'is not percent-encoded UTF-8');
  }
}

function wholeNumber(value: string | null, name: string): number | null {
  if (value === null) return null;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0)
    throw wrong(name, `is "${value}"; it must be a whole number from 0`);
  return number;
}

function missing(name: string): never {
  throw wrong(name, 'is missing');
}

function wrong(name: string, message: string): InvalidRequest {
  return new InvalidRequest([{ path: name, message }], 'bus/invalid-envelope');
}

/** Where every replica of a service hears that a question was taken back; the body is its id. */
export function takeBackSubject(service: string): string {
  return `requests.${service}.take-back-question.v1`;
}
