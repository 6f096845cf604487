import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ConvertRaid, RaidConverted, Recorded } from '@meridian/contracts-projects';
import { convertEntry } from '../domain/raid/raid-steps.js';
import type { Tx } from '../persistence/database.js';
import { lockManaged } from '../persistence/projects.js';
import { loadSeenEntry, nextNumber, takeStep } from '../persistence/raid.js';

/** An entry goes on as another one, which takes over everything that is known. */
@Controller()
export class ConvertRaidCommand {
  @Answers(ConvertRaid)
  async handle(@Payload() request: ConvertRaid, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims } = call;
    const { projectId, to, effect, reason = null } = request;
    await lockManaged(tx, projectId, claims);
    const before = await loadSeenEntry(call, request);
    const number = await nextNumber(tx, projectId);
    const today = call.now.toISOString().slice(0, 10);
    const { from, into } = convertEntry(before, { to, effect, entryId: call.newId(), number, today });
    await takeStep(call, { before, after: from, deed: 'converted', reason });
    await takeStep(call, { before: null, after: into, deed: 'raised', reason });
    await call.announce(RaidConverted, {
      projectId,
      fromEntryId: from.entryId,
      fromNumber: from.number,
      fromKind: from.kind,
      toEntryId: into.entryId,
      toNumber: into.number,
      toKind: into.kind,
      title: into.title,
      convertedOn: today,
      convertedBy: claims.personId ?? claims.subject,
      convertedByName: claims.name,
      ...(reason === null ? {} : { reason }),
    });
    return { id: into.entryId, version: into.version };
  }
}
