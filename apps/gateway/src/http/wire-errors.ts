import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from './problem-filter.js';
import { factsOf } from './request-facts.js';
import { toProblem } from './to-problem.js';

/** Errors of the router itself (an address that cannot be decoded, a parameter that is too long): before any hook. */
export function answerRouterError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error);
  const { correlationId } = factsOf(request);
  void reply
    .status(problem.status)
    .headers({
      'correlation-id': correlationId,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .type('application/problem+json')
    .serializer((body: unknown) => String(body))
    .send(JSON.stringify(problem.toDetails(pathOf(request.raw.url ?? ''), correlationId)));
}

/** Errors of the HTTP parser (garbage, headers too large, a body that never comes): before there is a request. */
export function answerSocketError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statusOf(error.code);
  const problem = toProblem(Object.assign(new Error('refused by the parser'), { statusCode: status }));
  const body = JSON.stringify(problem.toDetails('', randomUUID()));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function statusOf(code: string | undefined): number {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
}
