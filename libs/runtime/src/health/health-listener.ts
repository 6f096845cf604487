import { createServer } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Readiness } from './readiness.js';

/**
 * Answers `/healthz/live`, `/healthz/ready` and `/metrics` on a listener of its own, from the first moment of a process
 * to the last: nothing internal is reachable through a door for clients.
 */
export class HealthListener {
  private readonly server: Server;

  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Registry,
  ) {
    const answer: RequestListener = (request, response) => {
      this.answer(request.url ?? '', response).catch(() => send(response, 500, 'text/plain', 'failing'));
    };
    this.server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, answer);
  }

  /** Listens and answers the port, which matters when 0 was asked for. */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => resolve());
    });
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(url: string, response: ServerResponse): Promise<void> {
    const path = url.split('?')[0];
    if (path === '/healthz/live') return send(response, 200, 'application/json', '{"status":"alive"}');
    if (path === '/metrics')
      return send(response, 200, this.metrics.contentType, await this.metrics.metrics());
    if (path !== '/healthz/ready') return send(response, 404, 'text/plain', 'not found');
    const { isReady, checks } = await this.readiness.report();
    const body = JSON.stringify({ status: isReady ? 'ready' : 'not ready', checks });
    return send(response, isReady ? 200 : 503, 'application/json', body);
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
