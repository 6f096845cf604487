import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { RaidAssessment, Recorded, RecordRaid } from '@meridian/contracts-projects';
import type { Assessment } from '../domain/raid/exposure.js';
import type { Hit, RaidEntry, RaidFacts } from '../domain/raid/raid-entry.js';
import { changedFields } from '../domain/raid/raid-history.js';
import { requireHittable } from '../domain/raid/raid-rules.js';
import { raiseEntry, reviseEntry } from '../domain/raid/raid-steps.js';
import type { Tx } from '../persistence/database.js';
import { taskOf } from '../persistence/plan-reading.js';
import { loadPlan } from '../persistence/plans.js';
import { lockManaged } from '../persistence/projects.js';
import { loadEntry, nextNumber, requireEntryVersion, takeStep } from '../persistence/raid.js';

/** Puts an entry into the register or changes what is said of it; what was said before stays in its history. */
@Controller()
export class RecordRaidCommand {
  @Answers(RecordRaid)
  async handle(@Payload() request: RecordRaid, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { projectId, entryId, reason = null } = request;
    const { currency } = await lockManaged(tx, projectId, call.claims);
    const before = await loadEntry(tx, projectId, entryId);
    requireEntryVersion(before?.version ?? 0, call.expectedVersion);
    const facts = factsOf(request);
    const number = before?.number ?? (await nextNumber(tx, projectId));
    const today = call.now.toISOString().slice(0, 10);
    const after = before
      ? reviseEntry(before, facts, reason)
      : raiseEntry(facts, { entryId, projectId, number, currency, today });
    await requireKnownHits(tx, before, after);
    if (before && changedFields(before, after).length === 0) return { id: entryId, version: before.version };
    await takeStep(call, { before, after, deed: before ? 'revised' : 'raised', reason });
    return { id: entryId, version: after.version };
  }
}

/** Tasks that are named anew are looked for in the plan; those of before may have left it since. */
async function requireKnownHits(tx: Tx, before: RaidEntry | null, after: RaidEntry): Promise<void> {
  const known = new Set(before?.hits.map(({ taskId }) => taskId));
  const added = after.hits.filter(({ taskId }) => !known.has(taskId));
  if (added.length === 0) return;
  const plan = await loadPlan(tx, after.projectId);
  for (const { taskId } of added) requireHittable(taskOf(plan, taskId));
}

function factsOf(request: RecordRaid): RaidFacts {
  const {
    kind,
    effect = 'threat',
    title,
    ownerPersonId,
    ownerName,
    inherent,
    residual,
    responseCostMinor,
  } = request;
  return {
    kind,
    effect,
    title,
    ownerPersonId,
    ownerName,
    description: request.description ?? null,
    inherent: assessmentOf(inherent),
    residual: residual === undefined ? null : assessmentOf(residual),
    strategy: strategyIn(request),
    response: request.response ?? null,
    responseCostMinor: responseCostMinor === undefined ? null : BigInt(responseCostMinor),
    trigger: request.trigger ?? null,
    strikesOn: request.strikesOn ?? null,
    dueOn: request.dueOn ?? null,
    hits: request.hits.map(hitOf),
  };
}

/** One of the two belongs to the effect; the other one would say that it is answered as what it is not. */
function strategyIn({ effect = 'threat', strategy, opportunityStrategy }: RecordRaid): string | null {
  const [own, other] =
    effect === 'threat' ? [strategy, opportunityStrategy] : [opportunityStrategy, strategy];
  return other ?? own ?? null;
}

function assessmentOf({ probabilityPercent, impactMinor, impactDays }: RaidAssessment): Assessment {
  return { probabilityPercent, impactMinor: BigInt(impactMinor), impactDays };
}

function hitOf({ taskId, lowMinutes, likelyMinutes, highMinutes }: Hit): Hit {
  return { taskId, lowMinutes, likelyMinutes, highMinutes };
}
