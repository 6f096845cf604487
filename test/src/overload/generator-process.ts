import { randomUUID } from 'node:crypto';
import { arrive } from './arrivals.js';
import type { OpenRequest } from './arrivals.js';
import type { GeneratorOrder } from './generator.js';
import { HttpConnection } from './http-connection.js';

// The other end of `startGenerator`: a process of its own, so that what it measures is not its own business.
let connections: HttpConnection[] = [];
let named = 0;

process.on('message', (order: GeneratorOrder) => {
  void obey(order).then(
    (arrivals) => process.send!({ arrivals }),
    (error: unknown) => process.send!({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

async function obey({ url, tokens, connections: wanted, load, stretch }: GeneratorOrder) {
  const { hostname, port } = new URL(url);
  while (connections.length < wanted) connections.push(new HttpConnection(hostname, Number(port)));
  for (const surplus of connections.slice(wanted)) surplus.close();
  connections = connections.slice(0, wanted);
  const heads = tokens.map((token) => `Host: ${hostname}:${port}\r\nAuthorization: Bearer ${token}\r\n`);
  const headOf = (turn: number): string => heads[turn % heads.length]!;
  const requestAt = (turn: number): OpenRequest =>
    load.kind === 'reads'
      ? { bytes: Buffer.from(`GET ${load.paths[turn % load.paths.length]} HTTP/1.1\r\n${headOf(turn)}\r\n`) }
      : registration(load.prefix, headOf(turn));
  return arrive(connections, requestAt, stretch);
}

/** A new project under a code of its own, by which it is found again. */
function registration(prefix: string, head: string): OpenRequest {
  named += 1;
  const name = `${prefix}-${named}`;
  const facts = { code: name, name: `Idea ${name}`, portfolio: prefix, stage: 'idea', currency: 'EUR' };
  const body = JSON.stringify({ ...facts, phases: [] });
  const text =
    `POST /v1/projects HTTP/1.1\r\n${head}Content-Type: application/json\r\nIdempotency-Key: ${randomUUID()}\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  return { name, bytes: Buffer.from(text) };
}
