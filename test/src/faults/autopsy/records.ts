import { Client } from 'pg';

const PATIENCE_MS = 10_000;

/** The databases of all services, for looking into what the bus keeps there. */
export interface Records {
  readonly services: readonly string[];
  ask<Row>(service: string, sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export async function openRecords(databaseUrls: Readonly<Record<string, string>>): Promise<Records> {
  const clients = new Map<string, Client>();
  const close = async (): Promise<void> => {
    await Promise.all([...clients.values()].map((client) => client.end()));
  };
  try {
    for (const [service, connectionString] of Object.entries(databaseUrls)) {
      const client = new Client({
        connectionString,
        connectionTimeoutMillis: PATIENCE_MS,
        query_timeout: PATIENCE_MS,
      });
      client.on('error', () => undefined); // a question that fails says so itself
      await client.connect();
      clients.set(service, client);
    }
  } catch (failure) {
    await close();
    throw failure;
  }
  return {
    services: [...clients.keys()],
    async ask<Row>(service: string, sql: string, values: readonly unknown[] = []) {
      const answer = await clients.get(service)?.query(sql, [...values]);
      return (answer?.rows ?? []) as Row[];
    },
    close,
  };
}
