import { randomUUID } from 'node:crypto';
import { RequestMethod } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { Refusal } from '@meridian/refusal';
import type { Params } from 'nestjs-pino';
import type { Logger } from 'pino';
import { correlationIdOf } from './correlation-id.js';

/** Every line written while a request or a message is handled carries its correlation id; a failure is logged once. */
export function logParameters(logger: Logger): Params {
  return {
    forRoutes: [{ path: '*path', method: RequestMethod.ALL }],
    pinoHttp: {
      logger,
      genReqId: correlationIdOf,
      customAttributeKeys: { reqId: 'correlationId' },
      quietReqLogger: true,
      serializers: { req: withoutQuery, res: statusOf },
      customLogLevel: (_request, response, error) =>
        error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'info' : 'debug',
    },
    microservice: {
      genReqId: messageCorrelation,
      customAttributeKeys: { reqId: 'correlationId', rpc: 'handling' },
      customLogLevel: (_context, error) =>
        error === undefined ? 'debug' : error instanceof Refusal ? 'info' : 'error',
    },
  };
}

function messageCorrelation(context: ExecutionContext): string {
  const { correlationId } = context.switchToRpc().getContext<{ correlationId?: string }>() ?? {};
  return correlationId ?? randomUUID();
}

function statusOf({ raw }: { raw: { statusCode: number } }) {
  return { statusCode: raw.statusCode };
}

function withoutQuery({ method, url }: { method: string; url: string }) {
  return { method, path: url.split('?')[0] };
}
