import type { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';

/** Saying goodbye to a server that is there takes milliseconds. */
const GOODBYE_MS = 1_000;

/**
 * Lets the pool end, and cuts the connections that have not ended by then: behind a way that broke without a word nobody
 * answers the goodbye, and the process has to end all the same. Given to the pool once, at its start.
 */
export function endsInTime(pool: Pool): Pool {
  const clients = new Set<PoolClient>();
  pool.on('connect', (client) => clients.add(client));
  pool.on('remove', (client) => clients.delete(client));
  const end = pool.end.bind(pool) as () => Promise<void>;
  const endInTime = async (): Promise<void> => {
    const late = setTimeout(() => clients.forEach(cut), GOODBYE_MS);
    await end().finally(() => clearTimeout(late));
  };
  return Object.assign(pool, { end: endInTime });
}

function cut(client: PoolClient): void {
  const { connection } = client as unknown as { readonly connection: { readonly stream: Socket } };
  connection.stream.destroy();
}
