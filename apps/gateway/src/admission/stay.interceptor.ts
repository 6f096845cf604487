import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { finalize } from 'rxjs';
import type { Observable } from 'rxjs';
import { Stay } from './stay.js';

/** Tells a request's stay when the services work for it. The first of the interceptors, so that it sees the end of the others. */
@Injectable()
export class StayInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const stay = Stay.of(context.switchToHttp().getRequest<FastifyRequest>());
    stay?.handlingBegins();
    return next.handle().pipe(finalize(() => stay?.handlingEnds()));
  }
}
