import type { Announce } from '@meridian/bus';
import { SkillExpiring } from '@meridian/contracts-resourcing';
import { EXPIRES_SOON_DAYS } from '../domain/skills/skill.js';
import { dateAfter } from '../domain/weeks.js';
import type { Tx } from './database.js';

interface Expiring {
  readonly personId: string;
  readonly personName: string;
  readonly lineManagerId: string | null;
  readonly skill: string;
  readonly level: number;
  readonly validUntil: string;
}

/** Many at once: what is more is told with the next look. */
const AT_ONCE = 500;

/** Whether somebody has a skill that ends soon and was not told of. */
export async function isSkillToTell(tx: Pick<Tx, '$queryRaw'>, today: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM skill WHERE level > 0 AND valid_until BETWEEN ${today} AND ${soon(today)}
      AND told_until IS DISTINCT FROM valid_until LIMIT 1`;
  return found.length > 0;
}

/** Tells of skills that end soon, each once for its last day, whatever the replicas. Returns how many it told of. */
export async function tellExpiring(tx: Tx, announce: Announce, today: string): Promise<number> {
  const told = await tx.$queryRaw<Expiring[]>`
    UPDATE skill SET told_until = skill.valid_until
    FROM person, (
      SELECT skill_id FROM skill WHERE level > 0 AND valid_until BETWEEN ${today} AND ${soon(today)}
        AND told_until IS DISTINCT FROM valid_until ORDER BY skill_id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
    ) AS ending
    WHERE skill.skill_id = ending.skill_id AND person.person_id = skill.person_id
    RETURNING skill.person_id AS "personId", person.name AS "personName",
      person.line_manager_id AS "lineManagerId", skill.name AS skill, skill.level, skill.valid_until AS "validUntil"`;
  for (const { lineManagerId, ...skill } of told) {
    await announce(SkillExpiring, { ...skill, ...(lineManagerId !== null && { lineManagerId }) });
  }
  return told.length;
}

function soon(today: string): string {
  return dateAfter(today, EXPIRES_SOON_DAYS);
}
