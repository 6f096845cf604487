import { Controller } from '@nestjs/common';
import { Ctx } from '@nestjs/microservices';
import { maySeeProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { HandOvers, HandOversFigures } from '@meridian/contracts-resourcing';
import { Database } from '../persistence/database.js';
import { handOvers } from '../persistence/hand-overs.js';
import { openApprovals } from '../persistence/open-approvals.js';

@Controller()
export class HandOversQuery {
  constructor(private readonly database: Database) {}

  /** Without those of projects that the caller may not see. */
  @Answers(HandOvers)
  async handle(_: HandOvers, @Ctx() { claims, now }: Asking): Promise<HandOversFigures> {
    const today = now.toISOString().slice(0, 10);
    const [all, approvals] = await Promise.all([
      handOvers(this.database, today),
      openApprovals(this.database, today),
    ]);
    const projects = await this.database.project.findMany({
      where: {
        projectId: { in: [...new Set([...all, ...approvals].flatMap(({ projectId }) => projectId ?? []))] },
      },
    });
    const seen = new Set(
      projects.filter((one) => maySeeProject(claims, one)).map(({ projectId }) => projectId),
    );
    const maySee = ({ projectId }: { projectId?: string }): boolean =>
      projectId === undefined || seen.has(projectId);
    return { handOvers: all.filter(maySee), approvals: approvals.filter(maySee) };
  }
}
