import type { Announce } from '@meridian/bus';
import { PartnerAccessEnding } from '@meridian/contracts-resourcing';
import { dateAfter } from '../../domain/weeks.js';
import type { Tx } from '../database.js';
import { handOvers } from '../hand-overs.js';
import { openApprovals } from '../open-approvals.js';

interface Ending {
  readonly personId: string;
  readonly personName: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly lineManagerId: string | null;
  readonly accessUntil: string;
}

const ENDS_SOON_DAYS = 14;
/** Many at once: what is more is told with the next look. */
const AT_ONCE = 200;

/** Whether somebody's access ends soon and was not told of. */
export async function isAccessToTell(tx: Pick<Tx, '$queryRaw'>, today: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM partner_person WHERE access_until BETWEEN ${today} AND ${dateAfter(today, ENDS_SOON_DAYS)}
      AND told_until IS DISTINCT FROM access_until LIMIT 1`;
  return found.length > 0;
}

/** Tells of access that ends soon, each once for its last day, whatever the replicas, with what is to be handed over by then. */
export async function tellEndingAccess(tx: Tx, announce: Announce, today: string): Promise<number> {
  const told = await tx.$queryRaw<Ending[]>`
    UPDATE partner_person SET told_until = partner_person.access_until
    FROM person, partner, (
      SELECT person_id FROM partner_person
      WHERE access_until BETWEEN ${today} AND ${dateAfter(today, ENDS_SOON_DAYS)}
        AND told_until IS DISTINCT FROM access_until ORDER BY person_id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
    ) AS ending
    WHERE partner_person.person_id = ending.person_id AND person.person_id = partner_person.person_id
      AND partner.partner_id = partner_person.partner_id
    RETURNING person.person_id AS "personId", person.name AS "personName", partner.partner_id AS "partnerId",
      partner.name AS "partnerName", person.line_manager_id AS "lineManagerId",
      partner_person.access_until AS "accessUntil"`;
  for (const { lineManagerId, ...ending } of told) {
    const open = await handOvers(tx, today, ending.personId);
    const approvals = await openApprovals(tx, today, ending.personId);
    const manager = lineManagerId === null ? {} : { lineManagerId };
    await announce(PartnerAccessEnding, { ...ending, ...manager, openItems: open.length + approvals.length });
  }
  return told.length;
}
