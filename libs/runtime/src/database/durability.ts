import type { Pool } from 'pg';

const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'];

/**
 * The settings by which PostgreSQL would lose what it has acknowledged, as sentences; none when an answered command
 * survives a power cut. `remote_apply` and its kin promise more than `on`.
 */
export async function durabilityGaps(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY($1) ORDER BY name',
    [DURABLE],
  );
  return rows
    .filter(({ setting }) => !['on', 'remote_apply', 'remote_write'].includes(setting))
    .map(({ name, setting }) => `${name} is ${setting}; it must be on.`);
}
