import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { mayManageProject, visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import type { Claims } from '@meridian/bus';
import { Deliverables, DeliverablesFigures } from '@meridian/contracts-resourcing';
import type { DeliverableFinding, DeliverableStep } from '@meridian/contracts-resourcing';
import { mayBeHandedIn } from '../domain/partners/deliverable.js';
import type { DeliverableState } from '../domain/partners/deliverable.js';
import { personIdIn } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';
import type { DeliverableStep as StepRow, Project } from '../persistence/database.js';
import { sideOf } from '../persistence/partners/deliverables.js';
import type { Side } from '../persistence/partners/deliverables.js';

const AT_MOST = 500;

@Controller()
export class DeliverablesQuery {
  constructor(private readonly database: Database) {}

  @Answers(Deliverables)
  async handle(@Payload() asked: Deliverables, @Ctx() { claims, now }: Asking): Promise<DeliverablesFigures> {
    const today = now.toISOString().slice(0, 10);
    const side = await sideOf(this.database, claims, today);
    const where = { AND: [asked, side === 'house' ? await this.ofProjectsSeen(claims) : side] };
    const [total, rows] = await Promise.all([
      this.database.deliverable.count({ where }),
      this.database.deliverable.findMany({
        where,
        include: { partner: { select: { name: true } }, steps: { orderBy: { version: 'desc' } } },
        orderBy: [{ dueOn: 'asc' }, { name: 'asc' }, { deliverableId: 'asc' }],
        take: AT_MOST,
      }),
    ]);
    const projects = await this.database.project.findMany({
      where: { projectId: { in: [...new Set(rows.map(({ projectId }) => projectId))] } },
    });
    const byId = new Map(projects.map((project) => [project.projectId, project]));
    return {
      isPartner: side !== 'house',
      total,
      deliverables: rows.map(({ partner, steps, ...row }) => {
        const [state, project] = [row.state as DeliverableState, byId.get(row.projectId)];
        return {
          ...row,
          state,
          partnerName: partner.name,
          projectName: project?.name ?? '',
          isOverdue: mayBeHandedIn(state) && row.dueOn < today,
          ...mayDo({ state, steps, project }, claims, side),
          steps: steps.map(stepOf),
        };
      }),
    };
  }

  private async ofProjectsSeen(claims: Claims): Promise<{ projectId: { in: string[] } }> {
    const seen = await this.database.project.findMany({
      where: visibleProjects(claims),
      select: { projectId: true },
    });
    return { projectId: { in: seen.map(({ projectId }) => projectId) } };
  }
}

function mayDo(
  deliverable: { state: DeliverableState; steps: readonly StepRow[]; project: Project | undefined },
  claims: Claims,
  side: Side,
) {
  const { state, steps, project } = deliverable;
  const manages = side === 'house' && project !== undefined && mayManageProject(claims, project);
  const handedInBy = steps.find((step) => step.state === 'handed-in')?.personId;
  const isOpen = mayBeHandedIn(state);
  return {
    mayHandIn: isOpen && (manages || side !== 'house'),
    mayDecide: state === 'handed-in' && manages && handedInBy !== personIdIn(claims),
    mayChange: isOpen && manages,
  };
}

function stepOf({ state, personName, at, evidence, findings }: StepRow): DeliverableStep {
  return {
    state: state as DeliverableState,
    byName: personName,
    at: at.toISOString(),
    ...(evidence !== null && { evidence }),
    ...(findings !== null && { findings: findings as unknown as DeliverableFinding[] }),
  };
}
