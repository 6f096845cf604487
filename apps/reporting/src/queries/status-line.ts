import type { StatusLine } from '@meridian/contracts-reporting';
import { statusFields } from '../domain/status-fact.js';
import { withText, type StatusRow } from '../persistence/status-row.js';

/** A project's status as lists show it. */
export function statusLine(row: StatusRow): StatusLine {
  return {
    projectId: row.projectId,
    ...statusFields(withText(row)),
    ...(row.programme === null ? {} : { programme: row.programme }),
    ...(row.managerName === null ? {} : { managerName: row.managerName }),
    updatedAt: row.updatedAt.toISOString(),
  };
}
