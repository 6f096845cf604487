import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { ContestLevelling, Recorded } from '@meridian/contracts-resourcing';
import { contest } from '../domain/levelling/decide-proposal.js';
import type { ProposalToDecide } from '../domain/levelling/decide-proposal.js';
import type { Tx } from '../persistence/database.js';
import { lockProposal, requireVersion } from '../persistence/levelling-proposals.js';

@Controller()
export class ContestLevellingCommand {
  @Answers(ContestLevelling)
  async handle(@Payload() request: ContestLevelling, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { proposalId, projectId, reason } = request;
    const proposal = await lockProposal(call.tx, proposalId);
    requireManager(call.claims, await call.tx.project.findUnique({ where: { projectId } }));
    requireVersion(proposal, call.expectedVersion);
    contest(proposal as ProposalToDecide, projectId);
    await call.tx.levelledProject.update({
      where: { proposalId_projectId: { proposalId, projectId } },
      data: { decision: 'contested', objection: reason, decidedBy: call.claims.name, decidedAt: call.now },
    });
    const { version } = await call.tx.levellingProposal.update({
      where: { proposalId },
      data: { state: 'contested', version: { increment: 1 } },
    });
    return { id: proposalId, version };
  }
}
