import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { BearerGuard } from '../access/bearer.guard.js';
import { StayInterceptor } from '../admission/stay.interceptor.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { CallerInterceptor } from './caller.interceptor.js';
import { ProblemFilter } from './problem-filter.js';
import { validationPipe } from './validation.js';

/** What holds for every route: who may come in, the conditions, the shape, the answer's headers, the errors. */
@Module({
  providers: [
    { provide: APP_GUARD, useClass: BearerGuard },
    { provide: APP_INTERCEPTOR, useClass: StayInterceptor },
    { provide: APP_INTERCEPTOR, useClass: CallerInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_PIPE, useFactory: validationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
