import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ExecutionContext } from '@nestjs/common';
import { Refusal } from '@meridian/refusal';
import type { Params } from 'nestjs-pino';
import type { Logger } from 'pino';

/** Every line written while a request or a message is handled carries its correlation id; a failure is logged once. */
export function logParameters(logger: Logger): Params {
  return {
    pinoHttp: {
      logger,
      genReqId: (request) => given(request) ?? randomUUID(),
      customAttributeKeys: { reqId: 'correlationId' },
      quietReqLogger: true,
      serializers: { req: withoutQuery, res: ({ statusCode }: { statusCode: number }) => ({ statusCode }) },
      customLogLevel: (_request, response, error) =>
        error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'info' : 'debug',
    },
    microservice: {
      genReqId: correlationOf,
      customAttributeKeys: { reqId: 'correlationId', rpc: 'message' },
      customLogLevel: (_context, error) =>
        error === undefined ? 'debug' : error instanceof Refusal ? 'info' : 'error',
    },
  };
}

/** The gateway accepts a correlation id from outside only in a form that cannot be mistaken for anything else. */
function given(request: IncomingMessage): string | undefined {
  const header = request.headers['x-correlation-id'];
  return typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : undefined;
}

function correlationOf(context: ExecutionContext): string {
  const { correlationId } = context.switchToRpc().getContext<{ correlationId?: string }>() ?? {};
  return correlationId ?? randomUUID();
}

function withoutQuery({ method, url }: { method: string; url: string }) {
  return { method, path: url.split('?')[0] };
}
