import type { Announce } from '@meridian/bus';
import { MilestoneRecorded, MilestoneWithdrawn } from '@meridian/contracts-projects';
import { phaseOf, type Phase } from '../domain/milestone/milestone.js';
import type { StoredTask, TaskDates } from '../domain/plan/stored-plan.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

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
  const { projectId } = plan;
  const rows = await tx.milestone.findMany({ where: { projectId } });
  const before = new Map(rows.map((row) => [row.milestoneId, row]));
  const planned = plan.tasks.filter(({ isMilestone, isActive }) => isMilestone && isActive);
  const fresh: Prisma.MilestoneCreateManyInput[] = [];
  for (const task of planned) {
    const facts = factsOf(task, plan);
    const old = before.get(task.taskId);
    before.delete(task.taskId);
    if (!old) fresh.push({ milestoneId: task.taskId, projectId, version: 1, sharedWith: [], ...facts });
    else if (!isSame(old, facts)) await save(tx, announce, old, facts);
  }
  const created = fresh.length === 0 ? [] : await tx.milestone.createManyAndReturn({ data: fresh });
  for (const milestone of created) await announce(MilestoneRecorded, milestoneFact(milestone));
  for (const gone of before.values()) {
    if (gone.isWithdrawn) continue;
    await tx.milestone.update({
      where: { milestoneId: gone.milestoneId },
      data: { isWithdrawn: true, version: gone.version + 1 },
    });
    const { milestoneId, name } = gone;
    await announce(MilestoneWithdrawn, { projectId, milestoneId, name, planVersion: plan.planVersion });
  }
}

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

export function milestoneFact(milestone: MilestoneRow) {
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

function factsOf(task: StoredTask, { phases, dates }: PlanNow) {
  const forecastOn = dates.get(task.taskId)?.finish.slice(0, 10) ?? '';
  const baselineOn = task.baselineFinish?.slice(0, 10) ?? null;
  return {
    name: task.name,
    baselineOn,
    forecastOn,
    phaseId: phaseOf(phases, baselineOn ?? forecastOn),
    isDone: task.percentComplete === 100,
    isWithdrawn: false,
  };
}

function isSame(row: MilestoneRow, facts: ReturnType<typeof factsOf>): boolean {
  return (Object.keys(facts) as (keyof typeof facts)[]).every((key) => row[key] === facts[key]);
}
