import type { Announce } from '@meridian/bus';
import { ProjectStatusChanged } from '@meridian/contracts-reporting';
import { healthOf } from '../domain/health.js';
import { statusFact } from '../domain/status-fact.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

export type StatusRow = Prisma.ProjectStatusGetPayload<object>;
export type LearnedFacts = Prisma.ProjectStatusUpdateInput;

export interface News {
  readonly tx: Tx;
  readonly announce: Announce;
  /** When the fact became true at its owner: a rebuild gives the same rows. */
  readonly at: Date;
  readonly eventType: string;
}

/**
 * Takes over what an event told of a project, computes its status again and announces it when it changed. Events of
 * several owners meet here, so the row is locked; it exists from the first of them on, whichever that is.
 */
export async function learn(news: News, projectId: string, facts: LearnedFacts): Promise<void> {
  const { tx, at } = news;
  await tx.$executeRaw`
    INSERT INTO "project_status" ("project_id", "updated_at") VALUES (${projectId}::uuid, ${at})
    ON CONFLICT ("project_id") DO UPDATE SET "project_id" = EXCLUDED."project_id"`;
  const before = await tx.projectStatus.findUniqueOrThrow({ where: { projectId } });
  const learned = await tx.projectStatus.update({ where: { projectId }, data: facts });
  const status = columnsOf(learned);
  if (isSame(before, { ...learned, ...status })) return;
  const after = await tx.projectStatus.update({
    where: { projectId },
    data: { ...status, version: { increment: 1 }, updatedAt: at },
  });
  if (after.isKnown) await news.announce(ProjectStatusChanged, statusFact(withText(after), news.eventType));
}

/** Decimals as text, the way the domain takes ratios. */
export function withText(row: StatusRow) {
  const { cpi, spi, percentComplete, breachPercent, ...rest } = row;
  return {
    ...rest,
    cpi: text(cpi),
    spi: text(spi),
    percentComplete: text(percentComplete),
    breachPercent: text(breachPercent),
  };
}

function columnsOf(row: StatusRow) {
  const health = healthOf(withText(row));
  return {
    overall: health.overall,
    schedule: health.schedule.state,
    scheduleReason: health.schedule.reason,
    cost: health.cost.state,
    costReason: health.cost.reason,
    quality: health.quality.state,
    qualityReason: health.quality.reason,
    resources: health.resources.state,
    resourcesReason: health.resources.reason,
  };
}

function isSame(before: StatusRow, after: StatusRow): boolean {
  return (Object.keys(after) as (keyof StatusRow)[]).every(
    (key) => String(before[key]) === String(after[key]),
  );
}

function text(decimal: Prisma.Decimal | null): string | null {
  return decimal === null ? null : decimal.toFixed(6);
}
