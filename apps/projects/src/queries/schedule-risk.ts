import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import {
  RiskDriver as TheDriver,
  RiskSimulation,
  ScheduleRisk,
  ScheduleRiskReport,
  TaskEstimate,
} from '@meridian/contracts-projects';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import type { RiskDriver } from '../domain/risk/risk-drivers.js';
import { Database } from '../persistence/database.js';
import { readVisiblePlan } from '../persistence/plan-reading.js';
import { figuresOf, lastSimulation, uncertainPlan, uncertainty } from '../persistence/risk.js';
import type { EstimateRow, SimulationRow } from '../persistence/risk.js';
import { withoutGaps } from '../persistence/without-gaps.js';
import { fingerprintOf } from '../simulation/fingerprint.js';

const TOLD = 500;

@Controller()
export class ScheduleRiskQuery {
  constructor(private readonly database: Database) {}

  @Answers(ScheduleRisk)
  async handle(@Payload() { projectId }: ScheduleRisk, @Ctx() asking: Asking): Promise<ScheduleRiskReport> {
    const { project, plan, extra } = await readVisiblePlan(this.database, {
      projectId,
      person: asking.claims,
      also: async (tx) => ({
        uncertain: await uncertainty(tx, projectId),
        last: await lastSimulation(tx, projectId),
      }),
    });
    const { tasks } = plan;
    const { uncertain, last } = extra;
    const byTask = new Map(uncertain.estimates.map((row) => [row.taskId, row]));
    const now = uncertainPlan(plan, uncertain, project.currency);
    const estimates = tasks.flatMap((task) => toldEstimate(task, byTask.get(task.taskId)));
    return {
      projectId,
      estimates: estimates.slice(0, TOLD),
      estimateCount: estimates.length,
      riskCount: now.risks.length,
      ...(last === null
        ? {}
        : {
            simulation: toldSimulation(last, {
              fingerprint: fingerprintOf(now),
              currency: project.currency,
              tasks: new Map(tasks.map((task) => [task.taskId, task])),
            }),
          }),
    };
  }
}

function toldEstimate({ taskId, wbs, name }: StoredTask, row: EstimateRow | undefined): TaskEstimate[] {
  if (row === undefined) return [];
  const { version, lowMinutes, likelyMinutes, highMinutes, shape, estimatedByName } = row;
  const figures = { lowMinutes, likelyMinutes, highMinutes, shape: shape as TaskEstimate['shape'] };
  return [{ taskId, wbs, name, version, ...figures, estimatedByName }];
}

interface PlanNow {
  readonly fingerprint: string;
  readonly currency: string;
  readonly tasks: ReadonlyMap<string, StoredTask>;
}

function toldSimulation(row: SimulationRow, now: PlanNow): RiskSimulation {
  const { simulationId, requestedByName, planVersion, scheduleVersion, runs, seed, fingerprint } = row;
  const { tasks, risks, riskCosts, ...figures } = figuresOf(row);
  return {
    simulationId,
    requestedByName,
    planVersion,
    scheduleVersion,
    runs,
    seed,
    fingerprint,
    requestedAt: row.requestedAt.toISOString(),
    isCurrent: fingerprint === now.fingerprint,
    ...figures,
    tasks: tasks.flatMap(({ taskId, ...risk }) => {
      const task = now.tasks.get(taskId);
      return task ? [{ taskId, wbs: task.wbs, name: task.name, ...risk }] : [];
    }),
    ...(risks === undefined ? {} : { risks: risks.map(toldDriver) }),
    ...(riskCosts === undefined ? {} : { riskCosts, currency: now.currency }),
  };
}

function toldDriver({ delayMinutes, p80SavedMinutes, p80Share, ...driver }: RiskDriver): TheDriver {
  return { ...driver, ...withoutGaps({ delayMinutes, p80SavedMinutes, p80Share }) };
}
