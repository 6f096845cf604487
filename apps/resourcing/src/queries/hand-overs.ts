import { Controller } from '@nestjs/common';
import { Ctx } from '@nestjs/microservices';
import { maySeeProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { HandOvers, HandOversFigures } from '@meridian/contracts-resourcing';
import { Database } from '../persistence/database.js';
import { handOvers } from '../persistence/hand-overs.js';

@Controller()
export class HandOversQuery {
  constructor(private readonly database: Database) {}

  /** Without those of projects that the caller may not see. */
  @Answers(HandOvers)
  async handle(_: HandOvers, @Ctx() { claims, now }: Asking): Promise<HandOversFigures> {
    const all = await handOvers(this.database, now.toISOString().slice(0, 10));
    const projects = await this.database.project.findMany({
      where: { projectId: { in: [...new Set(all.flatMap(({ projectId }) => projectId ?? []))] } },
    });
    const seen = new Set(
      projects.filter((one) => maySeeProject(claims, one)).map(({ projectId }) => projectId),
    );
    return { handOvers: all.filter(({ projectId }) => projectId === undefined || seen.has(projectId)) };
  }
}
