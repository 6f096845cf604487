import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, TakeOffLevelling } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { levelledTo } from '../domain/levelling/accepted-delays.js';
import { planNetwork } from '../domain/plan/schedule-plan.js';
import type { Tx } from '../persistence/database.js';
import { lastLevelling, saveLevelledTo } from '../persistence/levellings.js';
import { loadPlan } from '../persistence/plans.js';
import { lockManaged, phasesOf } from '../persistence/projects.js';
import { reschedule } from '../persistence/reschedule.js';

/** The plan is computed again without levelling; who took it off and why stays on record. */
@Controller()
export class TakeOffLevellingCommand {
  @Answers(TakeOffLevelling)
  async handle(@Payload() request: TakeOffLevelling, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims, now } = call;
    const { projectId, reason } = request;
    const project = await lockManaged(tx, projectId, claims);
    const plan = await loadPlan(tx, projectId);
    const before = await lastLevelling(tx, projectId);
    requireLevellingVersion(before?.version ?? 0, call.expectedVersion);
    if (before === null || before.proposalId === null) throw notLevelled();
    const tasks = levelledTo(plan.tasks, new Map());
    await saveLevelledTo(tx, projectId, tasks);
    const words = reason === undefined ? '.' : `: ${reason}`;
    await reschedule(
      plan,
      {
        network: planNetwork({ ...plan.network.plan, tasks }),
        tasks,
        dataDate: plan.state.dataDate,
        occasion: {
          kind: 'levelling-taken-off',
          proposalId: before.proposalId,
          sentence: `${claims.name.slice(0, 120)} took levelling off the plan${words}`,
        },
        changedIds: [],
        phases: phasesOf(project),
        isToldAnyway: true,
      },
      call,
    );
    const version = before.version + 1;
    const decidedBy = claims.personId ?? claims.subject;
    await tx.levelling.create({
      data: { projectId, version, reason, decidedBy, decidedByName: claims.name, decidedAt: now },
    });
    return { id: projectId, version };
  }
}

function requireLevellingVersion(version: number, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The levelling of the plan was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}

function notLevelled(): Refusal {
  return new Refusal('projects/not-levelled', 'The plan follows no levelling; there is none to take off.');
}
