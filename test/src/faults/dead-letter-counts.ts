import { Client } from 'pg';

const COUNT =
  'SELECT reason_kind AS kind, count(*)::integer AS count FROM bus.dead_letter GROUP BY reason_kind';

/** Dead letters of all services by reason. */
export async function deadLetterCounts(
  databaseUrls: Readonly<Record<string, string>>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const connectionString of Object.values(databaseUrls)) {
    const client = new Client({ connectionString });
    client.on('error', () => undefined); // a question that fails says so itself
    await client.connect();
    try {
      const { rows } = await client.query<{ kind: string; count: number }>(COUNT);
      for (const { kind, count } of rows) counts[kind] = (counts[kind] ?? 0) + count;
    } finally {
      await client.end();
    }
  }
  return counts;
}
