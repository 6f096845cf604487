import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { BacklogItemRecorded, CloseSprint, Recorded, SprintClosed } from '@meridian/contracts-projects';
import type { BacklogItem } from '../domain/agile/backlog-item.js';
import { requireNotFuture } from '../domain/agile/day-order.js';
import { moveItem } from '../domain/agile/move-item.js';
import { amountOf, closeSprint } from '../domain/agile/sprint.js';
import { itemOfRow, toldItem } from '../persistence/agile/backlog.js';
import { tellOutlooks } from '../persistence/agile/outlooks.js';
import { commitmentOfSprint, entriesOf, loadSeenSprint, saveSprint } from '../persistence/agile/sprints.js';
import type { Tx } from '../persistence/database.js';
import { writeRows } from '../persistence/many-rows.js';
import { lockManaged } from '../persistence/projects.js';

/** A sprint ends: what is not done goes back to the backlog, in its place; milestones are forecast anew. */
@Controller()
export class CloseSprintCommand {
  @Answers(CloseSprint)
  async handle(@Payload() request: CloseSprint, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, announce } = call;
    const { projectId, sprintId } = request;
    await lockManaged(tx, projectId, call.claims);
    const before = await loadSeenSprint(call, request);
    const today = call.now.toISOString().slice(0, 10);
    const { on = today } = request;
    requireNotFuture(on, today);
    const rows = await tx.backlogItem.findMany({ where: { sprintId }, orderBy: { rank: 'asc' } });
    const items = rows.map(itemOfRow);
    const done = items.filter(({ state }) => state === 'done');
    const open = items.filter(({ state }) => state !== 'done');
    const last = lastDay([
      before.startedOn ?? on,
      ...items.flatMap(({ movedOn }) => movedOn ?? []),
      ...(await entriesOf(tx, sprintId)).map((entry) => entry.on),
    ]);
    const sprint = closeSprint(before, { on, done: amountOf(done), last });
    await saveSprint(tx, sprint);
    const back = open.map((item) => moveItem(item, { to: 'backlog', on, sprint: before }));
    await returnItems(tx, back);
    await announce(SprintClosed, {
      ...commitmentOfSprint(sprint),
      closedOn: on,
      donePoints: amountOf(done).points,
      doneItems: done.length,
      unfinishedItems: back.length,
    });
    for (const item of back) await announce(BacklogItemRecorded, { projectId, ...toldItem(item) });
    await tellOutlooks(call, projectId);
    return { id: sprintId, version: sprint.version };
  }
}

function returnItems(tx: Tx, items: readonly BacklogItem[]): Promise<void> {
  return writeRows(tx, 'backlog_item', items, ['item_id']);
}

function lastDay(days: readonly string[]): string {
  return days.reduce((last, day) => (day > last ? day : last));
}
