import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, SprintStarted, StartSprint } from '@meridian/contracts-projects';
import { requireNotFuture } from '../domain/agile/day-order.js';
import { amountOf, startSprint } from '../domain/agile/sprint.js';
import { commitmentOf } from '../domain/agile/sprint-entry.js';
import {
  commitmentOfSprint,
  keepEntries,
  loadSeenSprint,
  runningSprint,
  saveSprint,
} from '../persistence/agile/sprints.js';
import type { Tx } from '../persistence/database.js';
import { lockManaged } from '../persistence/projects.js';

/** A sprint begins: what is committed to it by now is written down item by item and never changes. */
@Controller()
export class StartSprintCommand {
  @Answers(StartSprint)
  async handle(@Payload() request: StartSprint, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { projectId, sprintId } = request;
    await lockManaged(tx, projectId, call.claims);
    const before = await loadSeenSprint(call, request);
    const today = call.now.toISOString().slice(0, 10);
    const { on = today } = request;
    requireNotFuture(on, today);
    const items = await tx.backlogItem.findMany({ where: { sprintId }, orderBy: { rank: 'asc' } });
    const running = await runningSprint(tx, projectId);
    const sprint = startSprint(before, { on, committed: amountOf(items), running });
    await saveSprint(tx, sprint);
    await keepEntries(tx, sprintId, commitmentOf(items, on));
    await call.announce(SprintStarted, commitmentOfSprint(sprint));
    return { id: sprintId, version: sprint.version };
  }
}
