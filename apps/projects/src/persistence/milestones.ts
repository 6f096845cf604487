import type { Announce } from '@meridian/bus';
import { MilestoneRecorded, MilestoneWithdrawn } from '@meridian/contracts-projects';
import { milestoneOf, type PlannedMilestone } from '../domain/milestone/planned-milestone.js';
import type { Phase } from '../domain/milestone/milestone.js';
import type { StoredTask, TaskDates } from '../domain/plan/stored-plan.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { writeRows } from './many-rows.js';

export type MilestoneRow = Prisma.MilestoneGetPayload<object>;

interface PlanNow {
  readonly projectId: string;
  readonly planVersion: number;
  readonly phases: readonly Phase[];
  readonly tasks: readonly StoredTask[];
  readonly dates: ReadonlyMap<string, TaskDates>;
}

/** Brings the milestones of a project up to its plan and announces those that are other than before, and those that are gone. */
export async function followPlan(tx: Tx, announce: Announce, plan: PlanNow): Promise<void> {
  const { projectId, planVersion } = plan;
  const rows = await tx.milestone.findMany({ where: { projectId } });
  const planned = plan.tasks.flatMap((task) => milestoneOf(task, plan.dates, plan.phases) ?? []);
  await record(tx, announce, { projectId, before: rows, planned });
  const kept = new Set(planned.map(({ milestoneId }) => milestoneId));
  const gone = rows.filter(({ milestoneId, isWithdrawn }) => !isWithdrawn && !kept.has(milestoneId));
  if (gone.length === 0) return;
  await tx.milestone.updateMany({
    where: { milestoneId: { in: gone.map(({ milestoneId }) => milestoneId) } },
    data: { isWithdrawn: true, version: { increment: 1 } },
  });
  for (const { milestoneId, name } of gone) {
    await announce(MilestoneWithdrawn, { projectId, milestoneId, name, planVersion });
  }
}

/** The same for milestones that moved or were reached, and no others. */
export async function followMoved(
  tx: Tx,
  announce: Announce,
  projectId: string,
  moved: readonly PlannedMilestone[],
): Promise<void> {
  if (moved.length === 0) return;
  const ids = moved.map(({ milestoneId }) => milestoneId);
  const before = await tx.milestone.findMany({ where: { milestoneId: { in: ids } } });
  await record(tx, announce, { projectId, before, planned: moved });
}

interface Recording {
  readonly projectId: string;
  readonly before: readonly MilestoneRow[];
  readonly planned: readonly PlannedMilestone[];
}

async function record(tx: Tx, announce: Announce, { projectId, before, planned }: Recording): Promise<void> {
  const known = new Map(before.map((row) => [row.milestoneId, row]));
  const changed = planned.flatMap((milestone): MilestoneRow[] => {
    const old = known.get(milestone.milestoneId) ?? NEW;
    if (isSame(old, milestone)) return [];
    return [{ ...old, ...milestone, projectId, isWithdrawn: false, version: old.version + 1 }];
  });
  await writeRows(tx, 'milestone', changed, ['milestone_id']);
  for (const milestone of changed) await announce(MilestoneRecorded, milestoneFact(milestone));
}

const NEW = { version: 0, acceptedOn: null, ownerPersonId: null, sharedWith: [], isWithdrawn: true };

/** Writes a changed milestone and announces it. */
export async function save(
  tx: Tx,
  announce: Announce,
  milestone: MilestoneRow,
  changes: Prisma.MilestoneUpdateInput,
): Promise<MilestoneRow> {
  const saved = await tx.milestone.update({
    where: { milestoneId: milestone.milestoneId },
    data: { ...changes, version: milestone.version + 1 },
  });
  await announce(MilestoneRecorded, milestoneFact(saved));
  return saved;
}

function milestoneFact(milestone: MilestoneRow) {
  const { projectId, milestoneId, version, name, forecastOn, isDone, sharedWith } = milestone;
  const { phaseId, baselineOn, acceptedOn, ownerPersonId } = milestone;
  return {
    projectId,
    milestoneId,
    version,
    name,
    forecastOn,
    isDone,
    sharedWith,
    ...(phaseId === null ? {} : { phaseId }),
    ...(baselineOn === null ? {} : { baselineOn }),
    ...(acceptedOn === null ? {} : { acceptedOn }),
    ...(ownerPersonId === null ? {} : { ownerPersonId }),
  };
}

function isSame(row: MilestoneRow | typeof NEW, planned: PlannedMilestone): boolean {
  if (!('milestoneId' in row) || row.isWithdrawn) return false;
  return (Object.keys(planned) as (keyof PlannedMilestone)[]).every((key) => row[key] === planned[key]);
}
