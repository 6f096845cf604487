import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, SettleRaid } from '@meridian/contracts-projects';
import { settleEntry } from '../domain/raid/raid-steps.js';
import type { Tx } from '../persistence/database.js';
import { lockManaged } from '../persistence/projects.js';
import { loadSeenEntry, takeStep } from '../persistence/raid.js';

/** Ends an entry of the register with what became of it, or opens it again. */
@Controller()
export class SettleRaidCommand {
  @Answers(SettleRaid)
  async handle(@Payload() request: SettleRaid, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { outcome, reason } = request;
    await lockManaged(call.tx, request.projectId, call.claims);
    const before = await loadSeenEntry(call, request);
    const after = settleEntry(before, outcome, call.now.toISOString().slice(0, 10));
    await takeStep(call, { before, after, deed: outcome === 'open' ? 'reopened' : 'settled', reason });
    return { id: after.entryId, version: after.version };
  }
}
