import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible, visibleProjects } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { Recorded, RequestLevelling } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../persistence/database.js';

const SECONDS = 10;

/** Writes the job down; workers are told of it when that is committed. */
@Controller()
export class RequestLevellingCommand {
  @Answers(RequestLevelling)
  async handle(@Payload() request: RequestLevelling, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const jobId = call.newId();
    const projectIds = await this.chosen(request, call);
    if (projectIds.length === 0)
      throw new Refusal(
        'resourcing/nothing-to-level',
        'None of the chosen projects has planned work; import a plan first.',
        { kind: 'unprocessable' },
      );
    await call.tx.levellingJob.create({
      data: {
        jobId,
        state: 'queued',
        objective: request.objective,
        seconds: request.seconds ?? SECONDS,
        projectIds,
        priorities: (request.priorities ?? []).map((priority) => ({ ...priority })),
        requestedBy: call.claims.name,
        requestedAt: call.now,
      },
    });
    return { id: jobId, version: 1 };
  }

  /** Those named, or all that the person may see; with work that is planned or booked. */
  private async chosen({ projectIds }: RequestLevelling, { tx, claims }: Call<Tx>): Promise<string[]> {
    if (projectIds !== undefined) {
      const known = await tx.project.findMany({ where: { projectId: { in: [...projectIds] } } });
      for (const projectId of projectIds)
        requireVisible(
          claims,
          known.find((one) => one.projectId === projectId),
        );
    }
    const named = projectIds === undefined ? {} : { projectId: { in: [...projectIds] } };
    const visible = await tx.project.findMany({
      where: { AND: [visibleProjects(claims), named] },
      select: { projectId: true },
    });
    const ids = visible.map(({ projectId }) => projectId);
    const withWork = await tx.$queryRaw<{ projectId: string }[]>`
      SELECT wanted.project_id AS "projectId" FROM unnest(${ids}::uuid[]) AS wanted (project_id)
      WHERE EXISTS (SELECT 1 FROM planned_task WHERE planned_task.project_id = wanted.project_id)
         OR EXISTS (SELECT 1 FROM booking WHERE booking.project_id = wanted.project_id)
      ORDER BY wanted.project_id`;
    return withWork.map(({ projectId }) => projectId);
  }
}
