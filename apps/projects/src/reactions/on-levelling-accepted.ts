import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { LevellingAccepted } from '@meridian/contracts-resourcing';
import { withAcceptedDelays, type Levelled } from '../domain/levelling/accepted-delays.js';
import { planNetwork } from '../domain/plan/schedule-plan.js';
import type { Tx } from '../persistence/database.js';
import { lastLevelling, saveLevelledTo } from '../persistence/levellings.js';
import { loadPlan } from '../persistence/plans.js';
import { lockProject, phasesOf } from '../persistence/projects.js';
import { reschedule } from '../persistence/reschedule.js';

/** The plan follows the delays that its owner agreed with, those of an earlier proposal no more. What is archived stays as it is. */
@Controller()
export class OnLevellingAccepted {
  @On(LevellingAccepted)
  async handle(@Payload() event: LevellingAccepted, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { projectId, proposalId, planVersion, delays } = event;
    const { tx } = delivery;
    const project = await lockProject(tx, projectId);
    if (!project || project.stage === 'archived' || (await tx.plan.count({ where: { projectId } })) === 0)
      return;
    const plan = await loadPlan(tx, projectId);
    const { honour } = plan.network.plan.settings;
    const levelled = withAcceptedDelays(plan.tasks, { delays, planVersion, honour });
    const { tasks, leftOut } = levelled;
    await saveLevelledTo(tx, projectId, tasks);
    await reschedule(
      plan,
      {
        network: planNetwork({ ...plan.network.plan, tasks }),
        tasks,
        dataDate: plan.state.dataDate,
        occasion: { kind: 'levelling', proposalId, sentence: sentenceOf(levelled) },
        changedIds: [],
        phases: phasesOf(project),
        isToldAnyway: true,
      },
      delivery,
    );
    const version = ((await lastLevelling(tx, projectId))?.version ?? 0) + 1;
    await tx.levelling.create({
      data: {
        projectId,
        version,
        proposalId,
        leftOut: leftOut.map((one) => ({ ...one })),
        decidedAt: delivery.at,
      },
    });
  }
}

const NAMED = 3;

function sentenceOf({ followed, leftOut }: Levelled): string {
  const delays = followed === 1 ? '1 delay' : `${followed} delays`;
  const agreed = `The plan follows ${delays} that its owner agreed with in levelling.`;
  if (leftOut.length === 0) return agreed;
  const named = leftOut.slice(0, NAMED).map(({ sentence }) => sentence);
  const others = leftOut.length > NAMED ? [`${leftOut.length - NAMED} more.`] : [];
  return [agreed, `Left out, ${leftOut.length}:`, ...named, ...others].join(' ').slice(0, 700);
}
