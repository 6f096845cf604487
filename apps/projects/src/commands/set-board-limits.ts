import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, SetBoardLimits } from '@meridian/contracts-projects';
import { limitsInForce } from '../persistence/agile/board-limits.js';
import { requireSeenVersion } from '../persistence/agile/seen-version.js';
import type { Tx } from '../persistence/database.js';
import { lockManaged } from '../persistence/projects.js';

/** A board holds no more than so much at a time; who limited it when stays on record. */
@Controller()
export class SetBoardLimitsCommand {
  @Answers(SetBoardLimits)
  async handle(@Payload() request: SetBoardLimits, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims, now } = call;
    const { projectId, onOverrun, committed = null, inProgress = null } = request;
    await lockManaged(tx, projectId, claims);
    const before = (await limitsInForce(tx, projectId))?.version ?? 0;
    requireSeenVersion('board', before, call.expectedVersion);
    const version = before + 1;
    await tx.boardLimits.create({
      data: {
        projectId,
        version,
        onOverrun,
        committed,
        inProgress,
        setBy: claims.personId ?? claims.subject,
        setByName: claims.name,
        setAt: now,
      },
    });
    return { id: projectId, version };
  }
}
