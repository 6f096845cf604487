import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { AcceptLevelling, LevellingAccepted, Recorded } from '@meridian/contracts-resourcing';
import { agree } from '../domain/levelling/decide-proposal.js';
import type { ProposalToDecide } from '../domain/levelling/decide-proposal.js';
import type { Tx } from '../persistence/database.js';
import { lockProposal, requireVersion } from '../persistence/levelling-proposals.js';
import type { ProposalWithProjects } from '../persistence/levelling-proposals.js';

const DAY_MINUTES = 480;

@Controller()
export class AcceptLevellingCommand {
  @Answers(AcceptLevelling)
  async handle(@Payload() request: AcceptLevelling, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { proposalId, projectId } = request;
    const proposal = await lockProposal(call.tx, proposalId);
    const concerned = projectId === undefined ? proposal.projects.map((one) => one.projectId) : [projectId];
    await this.requireOwner(concerned, call);
    requireVersion(proposal, call.expectedVersion);
    const { agreed, state } = agree(proposal as ProposalToDecide, concerned);
    if (proposal.state === state && agreed.length === 0) return { id: proposalId, version: proposal.version };
    await call.tx.levelledProject.updateMany({
      where: { proposalId, projectId: { in: [...agreed] } },
      data: { decision: 'accepted', decidedBy: call.claims.name, decidedAt: call.now },
    });
    const { version } = await call.tx.levellingProposal.update({
      where: { proposalId },
      data: { state, version: { increment: 1 } },
    });
    if (state === 'accepted') await this.tellProjects(proposal, call);
    return { id: proposalId, version };
  }

  private async requireOwner(projectIds: readonly string[], { tx, claims }: Call<Tx>): Promise<void> {
    const projects = await tx.project.findMany({ where: { projectId: { in: [...projectIds] } } });
    for (const projectId of projectIds)
      requireManager(
        claims,
        projects.find((one) => one.projectId === projectId),
      );
  }

  private async tellProjects({ proposalId, projects }: ProposalWithProjects, call: Call<Tx>): Promise<void> {
    const moves = await call.tx.levellingMove.findMany({ where: { proposalId }, orderBy: { place: 'asc' } });
    for (const { projectId, planVersion } of projects) {
      const delays = moves
        .filter((move) => move.projectId === projectId)
        .map(({ taskId, startAfter, delayDays }) => ({
          taskId,
          startNotBefore: startAfter,
          delayMinutes: delayDays * DAY_MINUTES,
        }));
      if (delays.length === 0 || planVersion === 0) continue;
      await call.announce(LevellingAccepted, { projectId, proposalId, planVersion, delays });
    }
  }
}
