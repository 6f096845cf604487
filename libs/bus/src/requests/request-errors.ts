import type { Violation } from '../contracts/violation.js';

/** The body or the envelope has a wrong shape: every field is named. HTTP 400. */
export class InvalidRequest extends Error {
  constructor(
    readonly violations: readonly Violation[],
    readonly code = 'bus/invalid-request',
  ) {
    super(violations.map(({ path, message }) => (path === '' ? message : `${path} ${message}`)).join('; '));
    this.name = 'InvalidRequest';
  }
}

/** Nobody answered in time, or the service is too busy. The request may be sent again with the same key. HTTP 503. */
export class Unavailable extends Error {
  constructor(
    sentence: string,
    readonly options: { readonly retryAfterMs?: number; readonly cause?: unknown } = {},
  ) {
    super(sentence, { cause: options.cause });
    this.name = 'Unavailable';
  }

  get retryAfterMs(): number | undefined {
    return this.options.retryAfterMs;
  }
}

/** The service failed and has logged why under the correlation id; the caller learns no more. HTTP 500. */
export class RemoteFailure extends Error {
  constructor(
    readonly subject: string,
    readonly correlationId: string,
  ) {
    super(`${subject} failed; see the logs for correlation id ${correlationId}.`);
    this.name = 'RemoteFailure';
  }
}
