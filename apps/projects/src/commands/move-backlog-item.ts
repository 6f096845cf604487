import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { BacklogItemMoved, MoveBacklogItem } from '@meridian/contracts-projects';
import { requireNotFuture } from '../domain/agile/day-order.js';
import { moveItem } from '../domain/agile/move-item.js';
import { loadSeenItem, takeItemStep } from '../persistence/agile/backlog.js';
import { allowedOverrun } from '../persistence/agile/board-limits.js';
import { loadKnownSprint } from '../persistence/agile/sprints.js';
import { lockForTeam } from '../persistence/agile/team.js';
import type { Tx } from '../persistence/database.js';

/** An item goes on, or back; its sprint and its task follow in the same transaction. */
@Controller()
export class MoveBacklogItemCommand {
  @Answers(MoveBacklogItem)
  async handle(@Payload() request: MoveBacklogItem, @Ctx() call: Call<Tx>): Promise<BacklogItemMoved> {
    const { tx, claims } = call;
    const { projectId, itemId, to } = request;
    const project = await lockForTeam(tx, projectId, claims);
    const before = await loadSeenItem(call, request);
    // What is wanted at all is not for the team to say.
    if (to === 'dropped' || before.state === 'dropped') requireManager(claims, project);
    const today = call.now.toISOString().slice(0, 10);
    const { on = today } = request;
    requireNotFuture(on, today);
    const sprintId = before.sprintId ?? (to === 'committed' ? request.sprintId : undefined);
    const sprint = sprintId === undefined ? null : await loadKnownSprint(tx, projectId, sprintId);
    const after = moveItem(before, { to, on, sprint });
    const overrun = await allowedOverrun(tx, before, after);
    await takeItemStep(call, project, { before, after, on });
    const { version } = after;
    return { id: itemId, version, ...(overrun === null ? {} : { warning: overrun.sentence }) };
  }
}
