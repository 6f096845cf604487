import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { EstimateTask, Recorded } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { requireEstimable } from '../domain/risk/estimate.js';
import type { Tx } from '../persistence/database.js';
import { taskOf } from '../persistence/plan-reading.js';
import { loadPlan } from '../persistence/plans.js';
import { lockManaged } from '../persistence/projects.js';

/** How long a task may take; moves no date, the simulation draws from it. */
@Controller()
export class EstimateTaskCommand {
  @Answers(EstimateTask)
  async handle(@Payload() request: EstimateTask, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims, now } = call;
    const { projectId, taskId, shape = 'pert', lowMinutes, likelyMinutes, highMinutes } = request;
    await lockManaged(tx, projectId, claims);
    const task = taskOf(await loadPlan(tx, projectId), taskId);
    const figures = { lowMinutes, likelyMinutes, highMinutes, shape };
    requireEstimable(task, { taskId, ...figures });
    const before = await tx.taskEstimate.findUnique({ where: { taskId }, select: { version: true } });
    requireEstimateVersion(before?.version ?? 0, call.expectedVersion);
    const version = (before?.version ?? 0) + 1;
    const by = {
      estimatedBy: claims.personId ?? claims.subject,
      estimatedByName: claims.name,
      estimatedAt: now,
    };
    const data = { projectId, version, ...figures, ...by };
    await tx.taskEstimate.upsert({ where: { taskId }, create: { taskId, ...data }, update: data });
    return { id: taskId, version };
  }
}

function requireEstimateVersion(version: number, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The estimate was changed since you read it (it is at version ${version} now); read it again and estimate anew.`,
    { kind: 'stale-version', details: { version } },
  );
}
