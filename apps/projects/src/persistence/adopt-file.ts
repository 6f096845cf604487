import type { Call } from '@meridian/bus';
import { compareDates } from '../domain/plan/compare-dates.js';
import type { TakenPlan } from '../domain/plan/plan-of-file.js';
import { planNetwork } from '../domain/plan/schedule-plan.js';
import { withRules } from '../domain/plan/schedule-rules.js';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import { withBaseline } from '../domain/plan/with-baseline.js';
import type { PlanFile } from '../domain/plan-file/plan-file.js';
import { adoptPlan, planName } from './adopt-plan.js';
import { announcePlan } from './announce-plan.js';
import type { Tx } from './database.js';
import { followForecasts } from './dependencies.js';
import { requireNoCircle } from './link-circles.js';
import { settledWith } from './linked-plans.js';
import { followPlan } from './milestones.js';
import type { PlanRow } from './plans.js';
import { phasesOf, type ProjectRow } from './projects.js';
import { recordFollowers } from './reschedule.js';
import { keepCheck } from './schedule-checks.js';
import { readRules, rulesInForce } from './schedule-rules.js';
import { takeOver } from './take-over.js';

/** What came of a plan file in figures; days are `YYYY-MM-DD`. */
export interface AdoptedFigures {
  readonly projectId: string;
  readonly planVersion: number;
  readonly taken: TakenPlan;
  readonly tasks: readonly StoredTask[];
  readonly start: string;
  readonly finish: string;
  readonly criticalCount: number;
  readonly milestoneCount: number;
  readonly datesCompared: number;
  readonly datesEqual: number;
}

export interface NewPlan<R extends object> {
  readonly project: ProjectRow;
  readonly before: PlanRow | null;
  readonly file: PlanFile;
  readonly contentHash: string;
  /** File name or screen it comes from. */
  readonly source: string;
  /** What is kept with the plan of how it came. */
  readonly reportOf: (figures: AdoptedFigures) => R;
}

/** A plan file becomes the plan of a project: scheduled, written, announced. The project must be locked. */
export async function adoptFile<R extends object, P>(
  call: Call<Tx, P>,
  incoming: NewPlan<R>,
): Promise<{ readonly figures: AdoptedFigures; readonly report: R }> {
  const { tx, newId, announce } = call;
  const { project, before, file, source } = incoming;
  const { projectId } = project;
  const taken = await takeOver(tx, project, { file, before, now: call.now, newId });
  await requireNoCircle(tx, { from: projectId, incoming: { projectId, ...taken } }, call.claims);
  const rules = readRules(await rulesInForce(tx, projectId));
  const ruled = planNetwork({ ...taken, settings: withRules(taken.settings, rules) });
  const followers = await settledWith(tx, { projectId, network: ruled, tasks: taken.tasks });
  const { network, computed } = followers.own;
  const tasks = withBaseline(taken.tasks, computed.dates);
  const planVersion = (before?.planVersion ?? 0) + 1;
  const figures = {
    projectId,
    planVersion,
    taken,
    tasks,
    start: computed.start.slice(0, 10),
    finish: computed.finish.slice(0, 10),
    criticalCount: computed.criticalCount,
    milestoneCount: tasks.filter(({ isMilestone, isActive }) => isMilestone && isActive).length,
    ...compareDates(tasks, computed.dates),
  };
  const report = incoming.reportOf(figures);
  const statusDate = file.header.statusDate?.slice(0, 10) ?? null;
  const state = {
    projectId,
    planVersion,
    scheduleVersion: (before?.scheduleVersion ?? 0) + 1,
    dataDate: statusDate ?? rules?.statusDate ?? null,
  };
  const assignments = await adoptPlan(tx, {
    ...state,
    stateId: newId(),
    source,
    contentHash: incoming.contentHash,
    file,
    plan: taken,
    tasks,
    computed,
    report,
    newId,
  });
  await keepCheck(tx, { state, network, tasks, dates: computed.dates }, { checkId: newId(), at: call.now });
  await announcePlan(announce, {
    projectId,
    planVersion,
    name: planName(file, source),
    source,
    statusDate,
    resourceCount: file.resources.length,
    tasks,
    computed,
    assignments,
    links: taken.links,
  });
  const phases = phasesOf(project);
  const { dataDate } = state;
  await followPlan(call, { projectId, planVersion, dataDate, phases, tasks, dates: computed.dates });
  await followForecasts(call, projectId, { tasks, dates: computed.dates });
  await recordFollowers(projectId, followers, call);
  return { figures, report };
}
