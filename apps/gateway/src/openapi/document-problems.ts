import type { OpenAPIObject } from '@nestjs/swagger';
import type { Route } from '../access/route-inventory.js';
import { titleOf } from '../http/problem.js';

type Operation = Record<string, unknown> & {
  parameters?: object[];
  responses: Record<string, unknown>;
  requestBody?: unknown;
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;
const COMMANDS = new Set<string>(['post', 'put', 'patch', 'delete']);

/** Adds to every operation what holds for all of them: problems, conditions, who may use it. */
export function documentProblems(document: OpenAPIObject, routes: readonly Route[]): OpenAPIObject {
  const schemas = ((document.components ??= {}).schemas ??= {}) as Record<string, unknown>;
  schemas['Problem'] = problemSchema;
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = (item as Record<string, unknown>)[method] as Operation | undefined;
      if (operation) complete(operation, method, routeOf(routes, method, path));
    }
  }
  return document;
}

function complete(operation: Operation, method: string, route: Route | undefined): void {
  const access = route?.access ?? 'undeclared';
  const isPublic = access === 'public';
  const isCommand = COMMANDS.has(method);
  operation['security'] = isPublic ? [] : [{ bearer: [] }];
  if (Array.isArray(access)) operation['x-meridian-allow'] = access;
  const statuses = [
    400,
    404,
    ...(isPublic ? [] : [401, 403, 429]),
    ...(isCommand ? [409, 412, 413, 415, 422, 428] : []),
    500,
    503,
  ];
  for (const status of statuses) operation.responses[status] ??= problem(status);
  if (!isPublic && isCommand) {
    operation.parameters = [...(operation.parameters ?? []), ...conditionsOf(route?.key ?? 'required')];
  }
}

function routeOf(routes: readonly Route[], method: string, path: string): Route | undefined {
  const express = path.replace(/\{([^}]+)\}/g, ':$1');
  return routes.find((route) => route.method.toLowerCase() === method && route.path === express);
}

function conditionsOf(key: Route['key']): readonly object[] {
  if (key === 'none') return [];
  return [{ ...idempotencyKey, required: key === 'required' }, ifMatch];
}

function problem(status: number): object {
  return {
    description: titleOf(status),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'New for every change, the same when it is repeated: a UUID or 16 to 128 visible ASCII characters.',
  schema: { type: 'string', minLength: 16, maxLength: 128 },
};

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag of the record as the client saw it. When the record has changed since: 412.',
  schema: { type: 'string' },
};

const problemSchema = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'correlationId'],
  properties: {
    type: { type: 'string', format: 'uri', examples: ['urn:meridian:problem:projects/task-closed'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', examples: ['projects/task-closed'] },
    detail: { type: 'string' },
    instance: { type: 'string' },
    correlationId: { type: 'string', format: 'uuid' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string' },
          parameter: { type: 'string' },
          header: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
    details: { type: 'object' },
  },
};
