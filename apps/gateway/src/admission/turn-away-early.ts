import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pathOf } from '../http/problem-filter.js';
import { titleOf } from '../http/problem.js';
import type { ProblemDetails } from '../http/problem.js';
import { correlationIdOf } from '../http/request-facts.js';
import type { Admission, Words } from './admission.js';

const API = '/v1/';
/** What is left of a longer body is not read: the connection is closed instead. */
const READ_AT_MOST_BYTES = 65_536;

/**
 * Answers at once what would be turned away anyway, before the framework does anything for it: in an overload most requests
 * end here, so each has to cost as little as it can.
 *
 * @param isSpared whether a path is always let through, such as health, static files and live streams
 */
export function turnAwayEarly(
  admission: Admission,
  isSpared: (path: string) => boolean,
  handle: RequestListener,
): RequestListener {
  return (request, response) => {
    const { url = '' } = request;
    const why = url.startsWith(API) ? admission.closedTo(callerOf(request)) : undefined;
    if (why === undefined || isSpared(pathOf(url))) handle(request, response);
    else turnAway(request, response, admission.wordsFor(why));
  };
}

/** Whose request it is, as far as that is known without checking anything. */
export function callerOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  return headers.authorization ?? '';
}

/** Says so without the framework, to whom it has not answered yet. */
export function turnAway(request: IncomingMessage, response: ServerResponse, words: Words): void {
  const correlationId = correlationIdOf(request);
  const body = JSON.stringify(detailsOf(words, pathOf(request.url ?? ''), correlationId));
  const { 'content-length': length, 'transfer-encoding': chunked } = request.headers;
  const isLong = chunked !== undefined || Number(length ?? 0) > READ_AT_MOST_BYTES;
  response.writeHead(words.status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'retry-after': String(words.retryAfterSeconds),
    'correlation-id': correlationId,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...(isLong ? { connection: 'close' } : {}),
  });
  response.end(body);
}

function detailsOf(
  { status, code, sentence }: Words,
  instance: string,
  correlationId: string,
): ProblemDetails {
  const type = `urn:meridian:problem:${code}`;
  return { type, title: titleOf(status), status, code, detail: sentence, instance, correlationId };
}
