import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { RecordBacklogItem, Recorded } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import {
  newItem,
  reviseItem,
  saysTheSame,
  type BacklogItem,
  type ItemFacts,
} from '../domain/agile/backlog-item.js';
import { rankBetween } from '../domain/agile/rank.js';
import { loadItem, nextItemNumber, rankBefore, takeItemStep } from '../persistence/agile/backlog.js';
import { requireSeenVersion } from '../persistence/agile/seen-version.js';
import type { Tx } from '../persistence/database.js';
import { loadSeenMilestone } from '../persistence/milestone-history.js';
import { taskOf } from '../persistence/plan-reading.js';
import { loadPlan } from '../persistence/plans.js';
import { lockManaged } from '../persistence/projects.js';

/** Puts an item at the end of the backlog or changes what is said of it; its task follows at once. */
@Controller()
export class RecordBacklogItemCommand {
  @Answers(RecordBacklogItem)
  async handle(@Payload() request: RecordBacklogItem, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { projectId, itemId } = request;
    const project = await lockManaged(tx, projectId, call.claims);
    const before = await loadItem(tx, projectId, itemId);
    requireSeenVersion('item', before?.version ?? 0, call.expectedVersion);
    const facts = factsOf(request);
    if (before && saysTheSame(before, facts)) return { id: itemId, version: before.version };
    await requireKnown(tx, projectId, { before, facts });
    const today = call.now.toISOString().slice(0, 10);
    const after = before ? reviseItem(before, facts) : newItem(facts, await placed(tx, request, today));
    await takeItemStep(call, project, { before, after, on: today });
    return { id: itemId, version: after.version };
  }
}

async function placed(tx: Tx, { projectId, itemId }: RecordBacklogItem, recordedOn: string) {
  const rank = rankBetween(await rankBefore(tx, { projectId, itemId }, null), null);
  return { projectId, itemId, number: await nextItemNumber(tx, projectId), rank, recordedOn };
}

/** A task and a milestone that are named anew are looked for in the plan; those of before may have left it since. */
async function requireKnown(
  tx: Tx,
  projectId: string,
  { before, facts }: { readonly before: BacklogItem | null; readonly facts: ItemFacts },
): Promise<void> {
  const { milestoneId, taskId } = facts;
  if (milestoneId !== null && milestoneId !== before?.milestoneId)
    await loadSeenMilestone({ tx }, { projectId, milestoneId });
  if (taskId === null || taskId === before?.taskId) return;
  const task = taskOf(await loadPlan(tx, projectId), taskId);
  if (!task.isSummary && !task.isMilestone) return;
  throw new Refusal(
    'projects/item-needs-work',
    `"${task.name}" is a ${task.isSummary ? 'summary' : 'milestone'}; an item belongs to a task with work of its own. Name a milestone as what the item is needed for.`,
  );
}

function factsOf(request: RecordBacklogItem): ItemFacts {
  const { title, kind, points = null, milestoneId = null, taskId = null } = request;
  return { title, kind, points, milestoneId, taskId };
}
