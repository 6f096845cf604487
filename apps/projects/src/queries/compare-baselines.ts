import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import {
  BaselineComparison,
  BaselineTotals,
  ChangedLink,
  ChangedTask,
  CompareBaselines,
} from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import {
  contentOfPlan,
  sumsOf,
  type BaselineContent,
  type BaselineTask,
} from '../domain/baseline/baseline.js';
import { compareBaselines, daysBetween, isMoved } from '../domain/baseline/compare-baselines.js';
import type { LinkDifference, TaskDifference } from '../domain/baseline/compare-baselines.js';
import { contentOf } from '../persistence/baselines.js';
import { Database, type Tx } from '../persistence/database.js';
import { readVisiblePlan } from '../persistence/plan-reading.js';
import type { LoadedPlan } from '../persistence/plans.js';

const TOLD = 500;

interface Side extends BaselineContent {
  readonly name: string;
}

@Controller()
export class CompareBaselinesQuery {
  constructor(private readonly database: Database) {}

  @Answers(CompareBaselines)
  async handle(@Payload() request: CompareBaselines, @Ctx() asking: Asking): Promise<BaselineComparison> {
    const { projectId } = request;
    const { project, extra } = await readVisiblePlan(this.database, {
      projectId,
      person: asking.claims,
      also: async (tx, plan) => ({
        from: await taken(tx, projectId, request.from),
        to: request.to === undefined ? planNow(plan) : await taken(tx, projectId, request.to),
      }),
    });
    const { from, to } = extra;
    const { tasks, links } = compareBaselines(from, to);
    const names = namesIn(from, to);
    const totals = { from: totalsOf(from), to: totalsOf(to) };
    const changed = (differences: readonly { readonly change: string }[], change: string) =>
      differences.filter((one) => one.change === change).length;
    return {
      projectId,
      currency: project.currency,
      ...totals,
      finishDays: daysBetween(totals.from.finish, totals.to.finish),
      addedTasks: changed(tasks, 'added'),
      removedTasks: changed(tasks, 'removed'),
      movedTasks: tasks.filter(({ before, after }) => before && after && isMoved(before, after)).length,
      tasks: tasks.slice(0, TOLD).map(toldTask),
      addedLinks: changed(links, 'added'),
      removedLinks: changed(links, 'removed'),
      changedLinks: changed(links, 'changed'),
      links: links.slice(0, TOLD).map((one) => toldLink(one, names)),
    };
  }
}

function planNow({ tasks, dates, network }: LoadedPlan): Side {
  return { name: 'The plan now', ...contentOfPlan({ tasks, dates, links: network.plan.links }) };
}

async function taken(tx: Tx, projectId: string, baselineId: string): Promise<Side> {
  const row = await tx.baseline.findUnique({ where: { baselineId } });
  if (row?.projectId !== projectId) {
    throw new Refusal('projects/baseline-not-found', 'The project has no baseline with this id.', {
      kind: 'not-found',
    });
  }
  return { name: row.name, ...(await contentOf(tx, baselineId)) };
}

function totalsOf({ name, ...content }: Side): BaselineTotals {
  const { budgetMinor, ...sums } = sumsOf(content);
  return { name, ...sums, budgetMinor: budgetMinor.toString() };
}

function toldTask({ before, after, ...difference }: TaskDifference): ChangedTask {
  return {
    ...difference,
    ...(before ? { startBefore: dayOf(before.start), finishBefore: dayOf(before.finish) } : {}),
    ...(after ? { start: dayOf(after.start), finish: dayOf(after.finish) } : {}),
    budgetMinorMore: difference.budgetMinorMore.toString(),
  };
}

function toldLink({ link, change }: LinkDifference, names: ReadonlyMap<string, string>): ChangedLink {
  const { fromTaskId, toTaskId, kind, lagKind, lagMinutes, lagPercent } = link;
  const nameOf = (taskId: string) => names.get(taskId) ?? taskId;
  const ends = { fromTaskId, fromName: nameOf(fromTaskId), toTaskId, toName: nameOf(toTaskId) };
  return { ...ends, kind, change, lag: lagPercent ?? lagMinutes, lagKind };
}

function namesIn(...sides: readonly Side[]): ReadonlyMap<string, string> {
  const named = ({ taskId, name }: BaselineTask) => [taskId, name] as const;
  return new Map(sides.flatMap(({ tasks }) => tasks.map(named)));
}

function dayOf(moment: string): string {
  return moment.slice(0, 10);
}
