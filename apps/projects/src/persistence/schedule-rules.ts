import type { ScheduleRules } from '../domain/plan/schedule-rules.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

export type ScheduleRulesRow = Prisma.ScheduleRulesGetPayload<object>;

/** The rules that a person set last; null while those of the plan file are in force. */
export function rulesInForce(tx: Tx, projectId: string): Promise<ScheduleRulesRow | null> {
  return tx.scheduleRules.findFirst({ where: { projectId }, orderBy: { version: 'desc' } });
}

/** The version of the rules in force: 1 are those of the plan file. */
export function versionOf(row: ScheduleRulesRow | null): number {
  return row?.version ?? 1;
}

export function readRules(row: ScheduleRulesRow | null): ScheduleRules | null {
  if (row === null) return null;
  const { statusDate, outOfSequence, honour } = row;
  return { statusDate, outOfSequence, honour } as ScheduleRules;
}
