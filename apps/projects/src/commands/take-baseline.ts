import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { BaselineTaken, BaselineTakenNote, TakeBaseline } from '@meridian/contracts-projects';
import { newBaseline, sumsOf, type BaselineTask, type NewBaseline } from '../domain/baseline/baseline.js';
import { effectiveDay } from '../domain/baseline/baseline-rules.js';
import { adoptBaseline } from '../persistence/adopt-baseline.js';
import { baselinesOf, contentOf, writeBaseline, type BaselineRow } from '../persistence/baselines.js';
import type { Tx } from '../persistence/database.js';
import { loadPlan, type LoadedPlan } from '../persistence/plans.js';
import { lockManaged, phasesOf } from '../persistence/projects.js';

/** What the plan says now is promised from a day on; others hear of it as a new version of the plan. */
@Controller()
export class TakeBaselineCommand {
  @Answers(TakeBaseline)
  async handle(@Payload() request: TakeBaseline, @Ctx() call: Call<Tx>): Promise<BaselineTakenNote> {
    const { tx } = call;
    const { projectId, name, decision = null } = request;
    const project = await lockManaged(tx, projectId, call.claims);
    const plan = await loadPlan(tx, projectId);
    const earlier = await baselinesOf(tx, projectId);
    const wish = { name, decision, effectiveOn: request.effectiveOn ?? null };
    const today = call.now.toISOString().slice(0, 10);
    const effectiveOn = effectiveDay(wish, { earlier, dataDate: plan.state.dataDate, today });

    const taken = newBaseline(planNow(plan), await promisedBefore(tx, earlier), effectiveOn);
    const number = (earlier.at(-1)?.number ?? 0) + 1;
    const row = rowOf({ ...wish, projectId, number, effectiveOn, plan, taken }, call);
    await writeBaseline(tx, row, taken);
    await call.announce(BaselineTaken, baselineFact(row, project.currency));
    await adoptBaseline(plan, { row, tasks: taken.tasks, phases: phasesOf(project) }, call);
    return { baselineId: row.baselineId, number, keptTasks: taken.keptTasks };
  }
}

function planNow({ tasks, dates, network }: LoadedPlan) {
  return { tasks, dates, links: network.plan.links };
}

async function promisedBefore(
  tx: Tx,
  earlier: readonly BaselineRow[],
): Promise<ReadonlyMap<string, BaselineTask>> {
  const last = earlier.at(-1);
  const content = last && (await contentOf(tx, last.baselineId));
  return new Map(content?.tasks.map((task) => [task.taskId, task]));
}

interface Taken {
  readonly projectId: string;
  readonly number: number;
  readonly name: string;
  readonly decision: string | null;
  readonly effectiveOn: string;
  readonly plan: LoadedPlan;
  readonly taken: NewBaseline;
}

function rowOf({ plan, taken, ...facts }: Taken, { claims, now, newId }: Call<Tx>): BaselineRow {
  const sums = sumsOf(taken);
  return {
    baselineId: newId(),
    ...facts,
    takenBy: claims.personId ?? claims.subject,
    takenByName: claims.name,
    takenAt: now,
    planVersion: plan.state.planVersion + 1,
    ...sums,
    start: sums.start || plan.state.start,
    finish: sums.finish || plan.state.finish,
    workMinutes: BigInt(sums.workMinutes),
  };
}

function baselineFact(row: BaselineRow, currency: string) {
  const { takenAt: _, linkCount: __, decision, ...facts } = row;
  return {
    ...facts,
    ...(decision === null ? {} : { decision }),
    workMinutes: Number(row.workMinutes),
    budgetMinor: row.budgetMinor.toString(),
    currency,
  };
}
