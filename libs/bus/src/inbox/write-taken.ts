import type { Announcement } from '../outbox/announcements.js';
import type { SqlRunner } from '../outbox/service-database.js';
import { writeAnnouncementsWith } from '../outbox/write-announcements.js';
import { movedCursors, saveCursors, saveWith } from './cursor-table.js';
import type { StoredCursor } from './cursor-table.js';

/**
 * Writes what a transaction of the inbox leaves behind, moved cursors and announcements, in one statement. Call it last: it
 * locks the heads of the announced aggregates.
 *
 * @returns how many events were announced
 */
export async function writeTaken(
  sql: SqlRunner,
  source: string,
  cursors: ReadonlyMap<string, StoredCursor>,
  events: readonly Announcement[],
): Promise<number> {
  if (events.length === 0) await saveCursors(sql, source, cursors);
  else await writeAnnouncementsWith(sql, events, MOVED, [source, movedCursors(cursors)]);
  return events.length;
}

const MOVED = `moved AS (${saveWith('$2', '$3')})`;
