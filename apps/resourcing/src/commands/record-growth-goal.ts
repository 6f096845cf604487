import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, RecordGrowthGoal } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import { requireDayToCome } from '../domain/concerns/concern.js';
import { levelOn, skillKey } from '../domain/skills/skill.js';
import { requireDate } from '../domain/weeks.js';
import { personOrManaged } from '../persistence/approvers.js';
import type { Tx } from '../persistence/database.js';
import { hiddenGrowthWork } from '../persistence/growth/growth-work.js';
import { requireSeen } from '../persistence/require-seen.js';

@Controller()
export class RecordGrowthGoalCommand {
  @Answers(RecordGrowthGoal)
  async handle(@Payload() request: RecordGrowthGoal, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, now } = call;
    const { goalId, by, level, why, isDropped = false } = request;
    requireDate(by);
    const today = now.toISOString().slice(0, 10);
    const { personId } = await personOrManaged(tx, call.claims, request.personId);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${goalId}, 4))`;
    const before = await tx.growthGoal.findUnique({ where: { goalId } });
    if (before && before.personId !== personId) throw notFound();
    requireSeen('goal', before?.version ?? 0, call.expectedVersion);
    if (before?.by !== by) requireDayToCome(by, today);
    const hidden = await hiddenGrowthWork(tx, call.claims, personId, before?.assignmentIds ?? []);
    const assignmentIds = [...new Set([...request.assignmentIds, ...hidden])];
    await requireOwn(tx, personId, assignmentIds);
    const [skill, key] = [request.skill.trim(), skillKey(request.skill)];
    const facts = { skill, skillKey: key, level, by, why, assignmentIds, isDropped };
    const known = await tx.skill.findUnique({ where: { personId_nameKey: { personId, nameKey: key } } });
    const start = { startLevel: known ? levelOn(known, today) : 0, setAt: now };
    const { version } = await tx.growthGoal.upsert({
      where: { goalId },
      create: { goalId, personId, ...facts, ...start },
      update: { ...facts, ...(before?.skillKey !== key && start), version: { increment: 1 } },
    });
    return { id: goalId, version };
  }
}

async function requireOwn(tx: Tx, personId: string, assignmentIds: readonly string[]): Promise<void> {
  const own = await tx.booking.count({ where: { personId, assignmentId: { in: [...assignmentIds] } } });
  if (own === assignmentIds.length) return;
  throw new Refusal(
    'resourcing/not-their-assignment',
    `Of ${assignmentIds.length} assignments ${own} are booked on the person; a goal names only those.`,
    { kind: 'unprocessable' },
  );
}

function notFound(): Refusal {
  return new Refusal('resourcing/goal-not-found', 'The person has no goal with this id.', {
    kind: 'not-found',
  });
}
