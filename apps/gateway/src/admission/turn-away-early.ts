import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pathOf } from '../http/problem-filter.js';
import type { Problem } from '../http/problem.js';
import { factsOf } from '../http/request-facts.js';
import type { Admission } from './admission.js';

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
    if (!url.startsWith(API) || !admission.isFullFor(callerOf(request)) || isSpared(pathOf(url)))
      return handle(request, response);
    answer(request, response, admission.turnAway(callerOf(request)));
  };
}

/** Whose request it is, as far as that is known without checking anything. */
export function callerOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  return headers.authorization ?? '';
}

function answer(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  const { correlationId } = factsOf({ raw: request, headers: request.headers });
  const body = JSON.stringify(problem.toDetails(pathOf(request.url ?? ''), correlationId));
  const { 'content-length': length, 'transfer-encoding': chunked } = request.headers;
  const isLong = chunked !== undefined || Number(length ?? 0) > READ_AT_MOST_BYTES;
  response.writeHead(problem.status, {
    ...problem.headers(),
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'correlation-id': correlationId,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(isLong ? { connection: 'close' } : {}),
  });
  response.end(body);
}
