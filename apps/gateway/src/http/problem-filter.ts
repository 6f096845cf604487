import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { factsOf } from './request-facts.js';
import { toProblem } from './to-problem.js';

/** The only place where an error becomes a response. What nobody foresaw is logged here, once. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('gateway');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    const { correlationId } = factsOf(request);
    if (problem.status === 500) this.log(error, request, correlationId);
    if (reply.sent || reply.raw.headersSent) return;
    const details = problem.toDetails(pathOf(request.url), correlationId);
    void reply
      .status(problem.status)
      .headers({ ...problem.headers(), 'cache-control': 'no-store' })
      .type('application/problem+json')
      .serializer((body: unknown) => String(body))
      .send(JSON.stringify(details));
  }

  private log(error: unknown, request: FastifyRequest, correlationId: string): void {
    const facts = { correlationId, method: request.method, route: request.routeOptions.url };
    this.logger.error(facts, error instanceof Error ? error.stack : String(error));
  }
}

/** Without the query: it may hold what people typed. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0]!.slice(0, 512);
}
