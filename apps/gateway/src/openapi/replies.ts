import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { describeClass } from './contract-schemas.js';

/** What a route gives back: a contract's answer class, described from its class-validator rules. */
export function Replies(answer: new () => object, status = 200): MethodDecorator {
  describeClass(answer);
  return applyDecorators(
    ApiResponse({ status, type: answer, description: spaced(answer.name) }),
  ) as MethodDecorator;
}

function spaced(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
