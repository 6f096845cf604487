import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects, type Person } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import {
  HitMilestone,
  HitProject,
  HitTask,
  RippleOfSlip,
  SlipRipple,
  WaitingProject,
} from '@meridian/contracts-projects';
import { HIDDEN } from '../domain/links/link-circle.js';
import type { LinkedPlan } from '../domain/links/settle-linked.js';
import {
  daysLater,
  rippleOfSlip,
  type HitPlan,
  type HitTask as Hit,
} from '../domain/ripple/ripple-of-slip.js';
import { Database } from '../persistence/database.js';
import { plansBelow } from '../persistence/linked-plans.js';
import { readVisiblePlan, taskOf } from '../persistence/plan-reading.js';
import { stakesOf, type Stakes } from '../persistence/slip-stakes.js';
import { toldStakes } from './told-stakes.js';

const TOLD = 500;
const TOLD_OF_OTHERS = 100;
/** Days of a slip of which nobody said how long it is. */
const WORKING_WEEK = 5;

interface HitPlans {
  readonly hits: readonly HitPlan[];
  readonly linked: ReadonlyMap<string, LinkedPlan>;
  readonly stakes: ReadonlyMap<string, Stakes>;
}

@Controller()
export class RippleOfSlipQuery {
  constructor(private readonly database: Database) {}

  @Answers(RippleOfSlip)
  async handle(@Payload() request: RippleOfSlip, @Ctx() asking: Asking): Promise<SlipRipple> {
    const { projectId, taskId, days = WORKING_WEEK } = request;
    const { project, plan, extra } = await readVisiblePlan(this.database, {
      projectId,
      person: asking.claims,
      also: async (tx, { network, tasks, dates }) => {
        const { linked } = await plansBelow(tx, { projectId, network, tasks, dates });
        return { linked, stakes: await stakesOf(tx, [projectId, ...linked.keys()]) };
      },
    });
    const task = taskOf(plan, taskId);
    const ripple = rippleOfSlip({ projectId, ...plan }, { task, days }, extra.linked);
    const { slipped, moved, tightened, newClashes, finishBefore, finish, others } = ripple;
    const milestones = [slipped, ...moved].filter((hit) => hit.task.isMilestone && hit.finishDays !== 0);
    return {
      projectId,
      taskId,
      name: task.name,
      days,
      finishBefore: dayOf(slipped.before.finish),
      finish: dayOf(slipped.after.finish),
      projectFinishBefore: dayOf(finishBefore),
      projectFinish: dayOf(finish),
      projectFinishDays: daysLater(finishBefore, finish),
      ...(project.managerName === null ? {} : { managerName: project.managerName }),
      ...toldStakes(extra.stakes.get(projectId), { ...plan, moved: [slipped, ...moved] }),
      moved: moved.slice(0, TOLD).map(toldHit),
      movedCount: moved.length,
      tightened: tightened.slice(0, TOLD).map(toldHit),
      tightenedCount: tightened.length,
      milestones: await this.toldMilestones(milestones.slice(0, TOLD), asking.claims),
      projects: await this.toldProjects({ hits: others, ...extra }, asking.claims),
      newClashes,
    };
  }

  private async toldProjects({ hits, linked, stakes }: HitPlans, person: Person): Promise<HitProject[]> {
    const seen = await this.waitingProjects(
      hits.map(({ projectId }) => projectId),
      person,
    );
    return hits.map(({ projectId, finishBefore, finish, moved }) => {
      const project = seen.get(projectId);
      const plan = linked.get(projectId);
      if (project === undefined || plan === undefined) return { name: HIDDEN, moved: [] };
      return {
        ...project,
        finishBefore: dayOf(finishBefore),
        finish: dayOf(finish),
        finishDays: daysLater(finishBefore, finish),
        moved: moved.slice(0, TOLD_OF_OTHERS).map(toldHit),
        movedCount: moved.length,
        ...toldStakes(stakes.get(projectId), { ...plan, moved }),
      };
    });
  }

  private async toldMilestones(hits: readonly Hit[], person: Person): Promise<HitMilestone[]> {
    const shared = await this.database.milestone.findMany({
      where: { milestoneId: { in: hits.map(({ task }) => task.taskId) }, isWithdrawn: false },
      select: { milestoneId: true, sharedWith: true },
    });
    const sharedWith = new Map(shared.map((row) => [row.milestoneId, row.sharedWith]));
    const waiting = await this.waitingProjects([...new Set([...sharedWith.values()].flat())], person);
    return hits.map((hit) => ({
      ...toldMilestone(hit),
      waiting: (sharedWith.get(hit.task.taskId) ?? []).flatMap((id) => waiting.get(id) ?? []),
    }));
  }

  private async waitingProjects(
    ids: readonly string[],
    person: Person,
  ): Promise<ReadonlyMap<string, WaitingProject>> {
    const rows = await this.database.project.findMany({
      where: { AND: [{ projectId: { in: [...ids] } }, visibleProjects(person)] },
      select: { projectId: true, code: true, name: true, managerName: true },
    });
    return new Map(
      rows.map(({ managerName, ...row }) => [
        row.projectId,
        { ...row, ...(managerName === null ? {} : { managerName }) },
      ]),
    );
  }
}

function toldMilestone({ task, before, after, finishDays }: Hit) {
  return {
    milestoneId: task.taskId,
    name: task.name,
    forecastBefore: dayOf(before.finish),
    forecastOn: dayOf(after.finish),
    ...(task.baselineFinish === null ? {} : { baselineOn: dayOf(task.baselineFinish) }),
    days: finishDays,
  };
}

function toldHit({ task, before, after, finishDays }: Hit): HitTask {
  return {
    taskId: task.taskId,
    wbs: task.wbs,
    name: task.name,
    finishBefore: dayOf(before.finish),
    finish: dayOf(after.finish),
    finishDays,
    floatMinutesBefore: before.totalFloatMinutes,
    floatMinutes: after.totalFloatMinutes,
    becomesCritical: after.isCritical && !before.isCritical,
  };
}

function dayOf(moment: string): string {
  return moment.slice(0, 10);
}
