import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { RankBacklogItem, Recorded } from '@meridian/contracts-projects';
import { rankBetween } from '../domain/agile/rank.js';
import {
  itemNotFound,
  loadItem,
  loadSeenItem,
  rankBefore,
  takeItemStep,
} from '../persistence/agile/backlog.js';
import type { Tx } from '../persistence/database.js';
import { lockManaged } from '../persistence/projects.js';

/** Puts an item before another one, or last; the others stay as they are. */
@Controller()
export class RankBacklogItemCommand {
  @Answers(RankBacklogItem)
  async handle(@Payload() request: RankBacklogItem, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { projectId, itemId, beforeItemId } = request;
    const project = await lockManaged(tx, projectId, call.claims);
    const before = await loadSeenItem(call, request);
    const high = beforeItemId === undefined ? null : await rankOf(tx, projectId, beforeItemId);
    if (high === before.rank) return { id: itemId, version: before.version };
    const rank = rankBetween(await rankBefore(tx, before, high), high);
    const after = { ...before, rank, version: before.version + 1 };
    await takeItemStep(call, project, { before, after, on: call.now.toISOString().slice(0, 10) });
    return { id: itemId, version: after.version };
  }
}

async function rankOf(tx: Tx, projectId: string, itemId: string): Promise<string> {
  const item = await loadItem(tx, projectId, itemId);
  if (item === null) throw itemNotFound();
  return item.rank;
}
