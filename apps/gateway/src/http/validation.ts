import type { Violation } from '@meridian/bus';
import { Param, ParseUUIDPipe, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Problem } from './problem.js';
import { invalid } from './to-problem.js';

/** Checks bodies and queries against their classes: unknown fields are refused, every wrong field is named. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => invalid(errors.flatMap((error) => violationsOf(error, ''))),
  });
}

/** A path parameter that must be a UUID: `@UuidParam('projectId') projectId: string`. */
export function UuidParam(name: string): ParameterDecorator {
  const exceptionFactory = (): Problem => {
    const detail = `${name} must be a UUID`;
    return new Problem(400, 'gateway/invalid-request', `The request has a wrong shape: ${detail}.`, {
      errors: [{ parameter: name, detail }],
    });
  };
  return Param(name, new ParseUUIDPipe({ exceptionFactory }));
}

function violationsOf(error: ValidationError, above: string): Violation[] {
  const path = above === '' ? error.property : `${above}.${error.property}`;
  const here = Object.values(error.constraints ?? {}).map((message) => ({ path, message }));
  return [...here, ...(error.children ?? []).flatMap((child) => violationsOf(child, path))];
}
