import { pino, stdSerializers } from 'pino';
import type { Logger } from 'pino';
import { scrubKeys, scrubText } from './scrub.js';

/** JSON lines on standard output, with the service's name and without secrets. */
export function serviceLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    messageKey: 'message',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label) => ({ level: label }),
      bindings: (bindings) => scrubKeys(bindings) as Record<string, unknown>,
      log: (fields) => scrubKeys(fields) as Record<string, unknown>,
    },
    serializers: { err: readableError },
    hooks: { streamWrite: scrubText },
  });
}

function readableError(error: unknown): unknown {
  return error instanceof Error ? scrubKeys({ ...stdSerializers.err(error) }) : error;
}
