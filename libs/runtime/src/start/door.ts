import type { Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const IDLE_CHECK_MS = 50;
const PATIENCE_MS = 5_000;

/** From the moment of ending every answer tells its client to come back on a new connection. */
export function announceEnding(app: NestFastifyApplication, ending: AbortSignal): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (_request, reply, payload, done) => {
      if (ending.aborted) reply.header('connection', 'close');
      done(null, payload);
    });
}

/**
 * Takes no new connections, lets the requests under way finish and closes connections as they fall idle. A request that
 * still runs after five seconds is cut, so that the rest of the shutdown has its time.
 */
export async function closeDoor(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
  clearTimeout(cut);
}
