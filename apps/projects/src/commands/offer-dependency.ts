import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { OfferDependency, Recorded } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { offered } from '../domain/dependency/dependency.js';
import type { Tx } from '../persistence/database.js';
import { recordDependency } from '../persistence/dependencies.js';
import { taskOf } from '../persistence/plan-reading.js';
import { loadPlan } from '../persistence/plans.js';
import { lockManaged } from '../persistence/projects.js';

/** A promise is offered by who manages the project that gives; it moves no date. */
@Controller()
export class OfferDependencyCommand {
  @Answers(OfferDependency)
  async handle(@Payload() request: OfferDependency, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims } = call;
    const { projectId, taskId, toProjectId, promisedOn, note = null } = request;
    await lockManaged(tx, projectId, claims);
    requireAnother(projectId, toProjectId);
    requireVisible(claims, await tx.project.findUnique({ where: { projectId: toProjectId } }));
    const plan = await loadPlan(tx, projectId);
    const task = taskOf(plan, taskId);
    const dependencyId = call.newId();
    const row = {
      dependencyId,
      version: 1,
      giverProjectId: projectId,
      takerProjectId: toProjectId,
      taskId,
      name: request.name ?? task.name.slice(0, 300),
      ...offered(promisedOn, plan.dates.get(taskId)?.finish.slice(0, 10) ?? null),
    };
    const by = { side: 'giver', byName: claims.name } as const;
    await recordDependency(call, row, { act: 'offered', ...by, aboutDay: promisedOn, note });
    return { id: dependencyId, version: 1 };
  }
}

function requireAnother(projectId: string, toProjectId: string): void {
  if (projectId !== toProjectId) return;
  throw new Refusal(
    'projects/dependency-on-itself',
    'A project promises something to another one, not to itself.',
    {
      kind: 'unprocessable',
    },
  );
}
