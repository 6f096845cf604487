import type { StartedHouse } from '@meridian/local';
import { eventually } from '@meridian/testing';
import { Client } from 'pg';

type Sums = ReadonlyMap<string, bigint>;

/**
 * Waits until every service has taken every event of every service it listens to, in its own database. A service that
 * never heard of another does not listen to it. Throws what is still under way when the time is up.
 */
export async function settledHouse({ databaseUrls }: StartedHouse, timeoutMs: number): Promise<void> {
  const clients = new Map<string, Client>();
  try {
    for (const [service, connectionString] of Object.entries(databaseUrls)) {
      const client = new Client({ connectionString });
      client.on('error', () => undefined); // a question that fails says so itself
      await client.connect();
      clients.set(service, client);
    }
    await eventually(() => refuseUnsettled(clients), { timeoutMs, everyMs: 100 });
  } finally {
    await Promise.all([...clients.values()].map((client) => client.end()));
  }
}

async function refuseUnsettled(clients: ReadonlyMap<string, Client>): Promise<void> {
  // Taken before given: what is announced in between shows as still under way.
  const taken = new Map<string, Sums>();
  for (const [service, client] of clients) taken.set(service, await sums(client, TAKEN));
  const given = new Map<string, bigint>();
  for (const [service, client] of clients) given.set(service, (await sums(client, GIVEN)).get('all') ?? 0n);
  const open = [...taken].flatMap(([service, sources]) =>
    [...sources]
      .filter(([source, sum]) => given.get(source) !== undefined && given.get(source) !== sum)
      .map(([source, sum]) => `${service} has ${sum} of ${given.get(source)} events of ${source}`),
  );
  if (open.length > 0) throw new Error(open.join('; '));
}

const TAKEN = 'SELECT source AS name, sum(sequence) AS sum FROM bus.inbox_cursor GROUP BY source';
const GIVEN = `SELECT 'all' AS name, sum(sequence) AS sum FROM bus.outbox_head`;

async function sums(client: Client, sql: string): Promise<Sums> {
  const { rows } = await client.query<{ name: string; sum: string | null }>(sql);
  return new Map(rows.map(({ name, sum }) => [name, BigInt(sum ?? 0)]));
}
