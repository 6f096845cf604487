import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { hasRole, mayManageProject, requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { ProgressReported, ReportProgress } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import { requireByHand } from '../persistence/agile/task-items.js';
import type { Tx } from '../persistence/database.js';
import { loadPlan } from '../persistence/plans.js';
import { lockVisible, phasesOf, type ProjectRow } from '../persistence/projects.js';
import { progressTask } from '../persistence/task-progress.js';

/** Progress moves the network: what follows is computed again, and only what moved is told. */
@Controller()
export class ReportProgressCommand {
  @Answers(ReportProgress)
  async handle(@Payload() request: ReportProgress, @Ctx() call: Call<Tx>): Promise<ProgressReported> {
    const { tx } = call;
    const { projectId, taskId } = request;
    const project = await lockVisible(tx, projectId, call.claims);
    await requireReporter(project, taskId, call);
    const plan = await loadPlan(tx, projectId);
    const before = plan.tasks.find((task) => task.taskId === taskId);
    if (!before) throw taskNotFound();
    requireTaskVersion(before, call.expectedVersion);
    await requireByHand(tx, before);
    const report = { plan, phases: phasesOf(project), task: before, claim: request };
    const { task, projectFinish } = await progressTask(call, report);
    return { taskId, taskVersion: task.version, percentComplete: request.percentComplete, projectFinish };
  }
}

/** Who manages the project reports on every task, a team member on tasks the plan assigns to somebody. */
async function requireReporter(project: ProjectRow, taskId: string, { tx, claims }: Call<Tx>): Promise<void> {
  if (mayManageProject(claims, project)) return;
  if (!hasRole(claims, ['team-member'])) requireManager(claims, project);
  const assigned = await tx.assignment.count({
    where: { taskId, resourceKind: 'work', resourceName: claims.name },
  });
  if (assigned > 0) return;
  throw new Refusal(
    'projects/not-your-task',
    'The plan does not assign this task to you; ask the project manager to report on it.',
    {
      kind: 'forbidden',
    },
  );
}

function requireTaskVersion(task: StoredTask, expected: number | undefined): void {
  if (expected === undefined || expected === task.version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The task was changed since you read it (it is at version ${task.version} now); read it again and report anew.`,
    { kind: 'stale-version', details: { version: task.version } },
  );
}

function taskNotFound(): Refusal {
  return new Refusal('projects/task-not-found', 'The plan of this project has no task with this id.', {
    kind: 'not-found',
  });
}
