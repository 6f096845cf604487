import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { LinkProjects, Recorded } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import type { Tx } from '../persistence/database.js';
import { followLinks } from '../persistence/follow-links.js';
import { requireNoCircle } from '../persistence/link-circles.js';
import { lockProjects, projectsBelow } from '../persistence/linked-plans.js';
import { loadPlan } from '../persistence/plans.js';
import { taskOf } from '../persistence/plan-reading.js';
import { lockManaged } from '../persistence/projects.js';

/** A task waits for one of another project from now on; both plans are held still meanwhile. */
@Controller()
export class LinkProjectsCommand {
  @Answers(LinkProjects)
  async handle(@Payload() request: LinkProjects, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims, now } = call;
    const { projectId, taskId, fromProjectId, fromTaskId, kind, lagMinutes = 0 } = request;
    requireTwo(projectId, fromProjectId);
    await lockProjects(tx, [projectId, fromProjectId, ...(await projectsBelow(tx, projectId))]);
    const project = await lockManaged(tx, projectId, claims);
    const giver = await tx.project.findUnique({ where: { projectId: fromProjectId } });
    requireVisible(claims, giver);
    const plan = await loadPlan(tx, projectId);
    const task = requireWork(taskOf(plan, taskId));
    requireWork(taskOf(await loadPlan(tx, fromProjectId), fromTaskId));
    await requireNew(tx, request);
    const link = { fromTaskId, toTaskId: taskId, kind, giverId: fromProjectId };
    await requireNoCircle(tx, { from: projectId, link }, claims);
    const linkId = call.newId();
    const madeBy = claims.personId ?? claims.subject;
    const ends = { fromProjectId, fromTaskId, toProjectId: projectId, toTaskId: taskId };
    await tx.projectLink.create({
      data: { linkId, version: 1, ...ends, kind, lagMinutes, madeBy, madeByName: claims.name, madeAt: now },
    });
    const isHidden = giver?.isConfidential === true;
    await followLinks(
      { plan, project },
      {
        kind: 'project-link-made',
        ...(isHidden ? {} : { projectId: fromProjectId }),
        // Who hears of this plan may not see the other one: no names of it.
        sentence: `"${task.name}" waits for a task of another project.`,
      },
      call,
    );
    return { id: linkId, version: 1 };
  }
}

function requireTwo(projectId: string, fromProjectId: string): void {
  if (projectId !== fromProjectId) return;
  throw new Refusal(
    'projects/link-within-project',
    'Both tasks are in the same project; links within a plan come with its file.',
    { kind: 'unprocessable' },
  );
}

/** A summary has no date of its own to hold or to give. */
function requireWork(task: StoredTask): StoredTask {
  if (!task.isSummary) return task;
  throw new Refusal(
    'projects/link-of-summary',
    `"${task.name}" is a summary; link one of the tasks or milestones in it.`,
  );
}

async function requireNew(tx: Tx, { taskId, fromTaskId, kind }: LinkProjects): Promise<void> {
  const known = await tx.projectLink.count({
    where: { fromTaskId, toTaskId: taskId, kind, removedAt: null },
  });
  if (known === 0) return;
  throw new Refusal(
    'projects/already-linked',
    'These two tasks are linked in this way already; remove that link before you make it with another lag.',
  );
}
