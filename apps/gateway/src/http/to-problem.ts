import { InvalidRequest, RemoteFailure, Unavailable } from '@meridian/bus';
import type { Violation } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import type { RefusalKind } from '@meridian/refusal';
import { HttpException } from '@nestjs/common';
import { Problem } from './problem.js';
import type { ProblemError } from './problem.js';

const STATUS_OF_KIND: Readonly<Record<RefusalKind, number>> = {
  conflict: 409,
  'not-found': 404,
  forbidden: 403,
  'stale-version': 412,
  unprocessable: 422,
};

/** What the client may know of an error. Unknown errors become a 500 without any detail. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) {
    return new Problem(STATUS_OF_KIND[error.kind], error.code, error.message, { details: error.details });
  }
  if (error instanceof InvalidRequest) return invalid(error.violations);
  if (error instanceof Unavailable) {
    return new Problem(503, 'gateway/unavailable', error.message, {
      retryAfterSeconds: (error.retryAfterMs ?? 1_000) / 1_000,
    });
  }
  if (error instanceof RemoteFailure) return failure();
  if (error instanceof HttpException) return fromHttp(error.getStatus(), error.cause);
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? fromHttp(status, error) : failure();
}

/** A body or parameters of a wrong shape: every field is named. */
export function invalid(violations: readonly Violation[]): Problem {
  const errors = violations.map(({ path, message }): ProblemError => {
    return { pointer: pointerOf(path), detail: message.slice(0, 500) };
  });
  const fields = [...new Set(violations.map(({ path }) => path || 'the body'))].slice(0, 20).join(', ');
  return new Problem(400, 'gateway/invalid-request', `The request has a wrong shape: ${fields}.`, { errors });
}

/** `tasks.0.name` as a JSON pointer. */
function pointerOf(path: string): string {
  if (path === '' || path.startsWith('/')) return path;
  return `/${path
    .split('.')
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/')}`;
}

function failure(): Problem {
  return new Problem(
    500,
    'gateway/failure',
    'Something went wrong here. Quote the correlation id when you report it.',
  );
}

const SENTENCES: Readonly<Record<number, readonly [code: string, sentence: string]>> = {
  400: ['gateway/malformed-request', 'The request is not well formed.'],
  403: ['gateway/not-allowed', 'Your roles do not allow this.'],
  404: ['gateway/no-such-route', 'There is nothing at this address.'],
  405: ['gateway/method-not-allowed', 'This address does not take that method.'],
  408: ['gateway/too-slow', 'The request took too long to arrive.'],
  413: ['gateway/body-too-large', 'The body is too large: 1 MB is the limit, 16 MB where files are taken.'],
  414: ['gateway/address-too-long', 'The address is too long.'],
  415: ['gateway/unsupported-media-type', 'Send the body as application/json.'],
  431: ['gateway/headers-too-large', 'The headers are too large.'],
};

/** The framework's own refusals, in our words: its messages may quote the input or its insides. */
function fromHttp(status: number, cause: unknown): Problem {
  const shown =
    (cause as { code?: unknown } | undefined)?.code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH' ? 400 : status;
  if (shown >= 500) return shown === 503 ? unavailable() : failure();
  const [code, sentence] = SENTENCES[shown] ?? ['gateway/refused', 'The request was refused.'];
  return new Problem(shown, code, sentence);
}

function unavailable(): Problem {
  return new Problem(503, 'gateway/unavailable', 'The platform takes no requests at the moment.', {
    retryAfterSeconds: 1,
  });
}
