import { openRecords } from '../autopsy/records.js';
import type { Act } from './wrong-acts.js';

const ACTS = `SELECT event_id::text AS "eventId", aggregate_id AS "aggregateId", sequence::float8 AS sequence,
                     causation_id AS "causationId", written_in::text AS "writtenIn"
                FROM bus.outbox ORDER BY aggregate_id, sequence`;

/** What each service ever announced, in the order of sequence within each aggregate. */
export async function readActs(
  databaseUrls: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, readonly Act[]>> {
  const records = await openRecords(databaseUrls);
  try {
    const acts = new Map<string, readonly Act[]>();
    for (const service of records.services) acts.set(service, await records.ask<Act>(service, ACTS));
    return acts;
  } finally {
    await records.close();
  }
}
