import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { DecisionsOfSponsors, SponsoredDecision, SponsoredDecisions } from '@meridian/contracts-governance';
import { gateThatWaits } from '../domain/waits-for-sponsor.js';
import { Database } from '../persistence/database.js';

@Controller()
export class DecisionsOfSponsorsQuery {
  constructor(private readonly database: Database) {}

  /** Without those of projects that the caller may not see. */
  @Answers(DecisionsOfSponsors)
  async handle(
    @Payload() { sponsorPersonIds }: DecisionsOfSponsors,
    @Ctx() { claims }: Asking,
  ): Promise<SponsoredDecisions> {
    const projects = await this.database.project.findMany({
      where: { AND: [{ sponsorPersonId: { in: [...sponsorPersonIds] } }, visibleProjects(claims)] },
      include: {
        gates: { orderBy: [{ position: 'asc' }, { gateId: 'asc' }] },
        decisions: { where: { OR: [{ outcome: null }, { outcome: 'deferred' }] } },
      },
    });
    return { decisions: projects.flatMap(waiting).sort(byDay) };
  }
}

interface SponsoredProject {
  readonly projectId: string;
  readonly name: string;
  readonly sponsorPersonId: string | null;
  readonly gates: readonly {
    readonly gateId: string;
    readonly name: string;
    readonly state: string;
    readonly decision: string | null;
    readonly dueOn: string | null;
  }[];
  readonly decisions: readonly {
    readonly decisionId: string;
    readonly title: string;
    readonly dueOn: string;
  }[];
}

function waiting(project: SponsoredProject): SponsoredDecision[] {
  const { projectId, name: projectName, sponsorPersonId, gates, decisions } = project;
  const where = { sponsorPersonId: sponsorPersonId ?? '', projectId, projectName };
  const gate = gateThatWaits(gates);
  return [
    ...(gate ? [{ ...where, kind: 'gate' as const, subjectId: gate.gateId, ...named(gate) }] : []),
    ...decisions.map(({ decisionId, title, dueOn }) => ({
      ...where,
      kind: 'decision' as const,
      subjectId: decisionId,
      name: title,
      dueOn,
    })),
  ];
}

function named({ name, dueOn }: { readonly name: string; readonly dueOn: string | null }) {
  return { name, ...(dueOn !== null && { dueOn }) };
}

function byDay(one: SponsoredDecision, other: SponsoredDecision): number {
  return (
    (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999') || one.subjectId.localeCompare(other.subjectId)
  );
}
