import type { Call } from '@meridian/bus';
import { compareDates } from '../domain/plan/compare-dates.js';
import { planNetwork } from '../domain/plan/schedule-plan.js';
import { withRules } from '../domain/plan/schedule-rules.js';
import type { StoredPlan, StoredTask } from '../domain/plan/stored-plan.js';
import { withBaseline } from '../domain/plan/with-baseline.js';
import { adoptPlan, type PlanOrigin } from './adopt-plan.js';
import { announcePlan } from './announce-plan.js';
import type { Tx } from './database.js';
import { followForecasts } from './dependencies.js';
import { settledWith } from './linked-plans.js';
import { followPlan } from './milestones.js';
import type { PlanRow } from './plans.js';
import { phasesOf, type ProjectRow } from './projects.js';
import { recordFollowers } from './reschedule.js';
import type { CheckedPlan } from './schedule-checks.js';
import { readRules, rulesInForce } from './schedule-rules.js';

/** What came of a version of a plan in figures; days are `YYYY-MM-DD`. */
export interface PlanFigures {
  readonly projectId: string;
  readonly planVersion: number;
  readonly tasks: readonly StoredTask[];
  readonly start: string;
  readonly finish: string;
  readonly criticalCount: number;
  readonly milestoneCount: number;
  readonly datesCompared: number;
  readonly datesEqual: number;
}

/** A version of a plan, with the settings as they are before people's rules. */
export interface NewVersion<R extends object> {
  readonly project: ProjectRow;
  readonly before: PlanRow | null;
  readonly plan: StoredPlan;
  /** `YYYY-MM-DD`, when what it comes from has one. */
  readonly statusDate: string | null;
  readonly resourceCount: number;
  readonly origin: PlanOrigin;
  /** What is kept with the plan of how it came. */
  readonly reportOf: (figures: PlanFigures) => R;
}

export interface AdoptedVersion<R> {
  readonly figures: PlanFigures;
  readonly report: R;
  /** What a check of its quality looks at. */
  readonly checked: CheckedPlan;
}

/** A version becomes the plan of a project: scheduled, written, announced. The project must be locked. */
export async function adoptVersion<R extends object, P>(
  call: Call<Tx, P>,
  incoming: NewVersion<R>,
): Promise<AdoptedVersion<R>> {
  const { tx, newId, announce } = call;
  const { project, before, plan, origin, statusDate, resourceCount } = incoming;
  const { projectId } = project;
  const rules = readRules(await rulesInForce(tx, projectId));
  const ruled = planNetwork({ ...plan, settings: withRules(plan.settings, rules) });
  const followers = await settledWith(tx, { projectId, network: ruled, tasks: plan.tasks });
  const { network, computed } = followers.own;
  const tasks = withBaseline(plan.tasks, computed.dates);
  const planVersion = (before?.planVersion ?? 0) + 1;
  const figures = {
    projectId,
    planVersion,
    tasks,
    start: computed.start.slice(0, 10),
    finish: computed.finish.slice(0, 10),
    criticalCount: computed.criticalCount,
    milestoneCount: tasks.filter(({ isMilestone, isActive }) => isMilestone && isActive).length,
    ...compareDates(tasks, computed.dates),
  };
  const report = incoming.reportOf(figures);
  const dataDate = statusDate ?? rules?.statusDate ?? null;
  const state = { projectId, planVersion, scheduleVersion: (before?.scheduleVersion ?? 0) + 1, dataDate };
  const written = { ...state, stateId: newId(), origin, plan, tasks, computed, report, newId };
  const assignments = await adoptPlan(tx, written);
  const { name, source } = origin;
  const told = { projectId, planVersion, name, source, statusDate, resourceCount, tasks, computed };
  await announcePlan(announce, { ...told, assignments, links: plan.links });
  const phases = phasesOf(project);
  await followPlan(call, { projectId, planVersion, dataDate, phases, tasks, dates: computed.dates });
  await followForecasts(call, projectId, { tasks, dates: computed.dates });
  await recordFollowers(projectId, followers, call);
  return { figures, report, checked: { state, network, tasks, dates: computed.dates } };
}
