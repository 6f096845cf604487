import type {
  MilestoneRecorded,
  PlanAdopted,
  ScheduleChanged,
  TasksPlanned,
} from '@meridian/contracts-projects';
import type { Tx } from './database.js';
import { Prisma } from './generated/client.js';

/** A plan takes the place of the one before; what was proposed for that one does not hold any more. One statement. */
export async function adoptPlan(tx: Tx, event: PlanAdopted): Promise<void> {
  const { projectId, planVersion, finish, baselineFinish = null } = event;
  await tx.$executeRaw`
    WITH plan AS (
      INSERT INTO project_plan (project_id, plan_version, finish, baseline_finish)
      VALUES (${projectId}::uuid, ${planVersion}, ${finish}, ${baselineFinish})
      ON CONFLICT (project_id) DO UPDATE
      SET plan_version = excluded.plan_version, finish = excluded.finish, baseline_finish = excluded.baseline_finish),
    emptied AS (DELETE FROM planned_task WHERE project_id = ${projectId}::uuid AND ${event.taskParts} = 0)
    UPDATE levelling_proposal SET state = 'outdated', version = version + 1
    WHERE state = 'open' AND proposal_id IN (SELECT proposal_id FROM levelled_project WHERE project_id = ${projectId}::uuid)`;
}

/** One part of the tasks of a plan; with the last one, tasks that it no longer has go. */
export async function storeTasks(tx: Tx, event: TasksPlanned): Promise<void> {
  const { projectId, planVersion } = event;
  await tx.plannedTask.deleteMany({ where: { taskId: { in: event.tasks.map(({ taskId }) => taskId) } } });
  await tx.plannedTask.createMany({
    data: event.tasks.map((task) => ({
      taskId: task.taskId,
      projectId,
      planVersion,
      parentTaskId: task.parentTaskId ?? null,
      name: task.name,
      isSummary: task.isSummary,
      isMilestone: task.isMilestone,
      start: task.start,
      finish: task.finish,
      percentComplete: task.percentComplete,
      predecessors: task.predecessors ? task.predecessors.map((link) => ({ ...link })) : Prisma.DbNull,
    })),
  });
  if (event.part === event.parts)
    await tx.plannedTask.deleteMany({ where: { projectId, planVersion: { lt: planVersion } } });
}

/** Tasks that the network moved. A proposal made for where they were does not hold any more. */
export async function moveTasks(tx: Tx, { projectId, moved, finish }: ScheduleChanged): Promise<void> {
  const changed = await tx.$executeRaw`
    UPDATE planned_task SET start = moved.start, finish = moved.finish
    FROM unnest(${moved.map(({ taskId }) => taskId)}::uuid[], ${moved.map((task) => task.start)}::text[],
                ${moved.map((task) => task.finish)}::text[]) AS moved (task_id, start, finish)
    WHERE planned_task.task_id = moved.task_id AND planned_task.project_id = ${projectId}::uuid
      AND (planned_task.start <> moved.start OR planned_task.finish <> moved.finish)`;
  await tx.projectPlan.updateMany({ where: { projectId }, data: { finish } });
  if (changed > 0) await outdateProposals(tx, projectId);
}

export async function shareMilestone(tx: Tx, event: MilestoneRecorded): Promise<void> {
  const { milestoneId, projectId } = event;
  const sharedWith = [...event.sharedWith];
  if (sharedWith.length === 0) {
    await tx.sharedMilestone.deleteMany({ where: { milestoneId } });
    return;
  }
  const known = { projectId, sharedWith };
  await tx.sharedMilestone.upsert({
    where: { milestoneId },
    create: { milestoneId, ...known },
    update: known,
  });
}

/** Open proposals that touch the project. */
export async function outdateProposals(tx: Tx, projectId: string): Promise<void> {
  await tx.levellingProposal.updateMany({
    where: { state: 'open', projects: { some: { projectId } } },
    data: { state: 'outdated', version: { increment: 1 } },
  });
}
