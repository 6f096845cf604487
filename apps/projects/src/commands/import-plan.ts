import { createHash } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call, Prepares } from '@meridian/bus';
import { ImportPlan, PlanImportReport } from '@meridian/contracts-projects';
import { compareDates } from '../domain/plan/compare-dates.js';
import { importNotes, elementCounts } from '../domain/plan/import-notes.js';
import type { TakenPlan } from '../domain/plan/plan-of-file.js';
import { planNetwork } from '../domain/plan/schedule-plan.js';
import { withRules } from '../domain/plan/schedule-rules.js';
import { withBaseline } from '../domain/plan/with-baseline.js';
import type { PlanReading } from '../domain/plan-file/plan-reading.js';
import { adoptPlan, planName } from '../persistence/adopt-plan.js';
import { announcePlan } from '../persistence/announce-plan.js';
import type { Tx } from '../persistence/database.js';
import { followForecasts } from '../persistence/dependencies.js';
import { requireNoCircle } from '../persistence/link-circles.js';
import { settledWith } from '../persistence/linked-plans.js';
import { followPlan } from '../persistence/milestones.js';
import { lockManaged, phasesOf } from '../persistence/projects.js';
import { recordFollowers } from '../persistence/reschedule.js';
import { keepCheck } from '../persistence/schedule-checks.js';
import { readRules, rulesInForce } from '../persistence/schedule-rules.js';
import { takeOver } from '../persistence/take-over.js';
import { readPlanInWorker } from '../plan-worker/read-in-worker.js';

interface ReadPlan extends PlanReading {
  readonly contentHash: string;
}

/** A plan file becomes the plan of a project; the same file again changes nothing. */
@Controller()
export class ImportPlanCommand {
  @Prepares(ImportPlan)
  async read(@Payload() request: ImportPlan): Promise<ReadPlan> {
    const bytes = Buffer.from(request.contentBase64, 'base64');
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    return { ...(await readPlanInWorker(bytes, { fileName: request.fileName })), contentHash };
  }

  @Answers(ImportPlan)
  async handle(@Payload() request: ImportPlan, @Ctx() call: Call<Tx, ReadPlan>): Promise<PlanImportReport> {
    const { tx, prepared, newId, announce } = call;
    const { projectId } = request;
    const project = await lockManaged(tx, projectId, call.claims);
    const before = await tx.plan.findUnique({ where: { projectId } });
    if (before?.contentHash === prepared.contentHash) {
      return { ...(before.report as unknown as PlanImportReport), isUnchanged: true };
    }
    const taken = await takeOver(tx, project, { file: prepared.plan, before, now: call.now, newId });
    await requireNoCircle(tx, { from: projectId, incoming: { projectId, ...taken } }, call.claims);
    const rules = readRules(await rulesInForce(tx, projectId));
    const ruled = planNetwork({ ...taken, settings: withRules(taken.settings, rules) });
    const followers = await settledWith(tx, { projectId, network: ruled, tasks: taken.tasks });
    const { network, computed } = followers.own;
    const tasks = withBaseline(taken.tasks, computed.dates);
    const planVersion = (before?.planVersion ?? 0) + 1;
    const report = reportOf({ projectId, planVersion }, prepared, {
      taken,
      start: computed.start.slice(0, 10),
      finish: computed.finish.slice(0, 10),
      criticalCount: computed.criticalCount,
      milestoneCount: tasks.filter(({ isMilestone, isActive }) => isMilestone && isActive).length,
      ...compareDates(tasks, computed.dates),
    });
    const state = {
      projectId,
      planVersion,
      scheduleVersion: (before?.scheduleVersion ?? 0) + 1,
      dataDate: prepared.plan.header.statusDate?.slice(0, 10) ?? rules?.statusDate ?? null,
    };
    const assignments = await adoptPlan(tx, {
      ...state,
      stateId: newId(),
      source: request.fileName,
      contentHash: prepared.contentHash,
      file: prepared.plan,
      plan: taken,
      tasks,
      computed,
      report,
      newId,
    });
    const adopted = {
      projectId,
      planVersion,
      name: planName(prepared.plan, request.fileName),
      source: request.fileName,
      statusDate: prepared.plan.header.statusDate?.slice(0, 10) ?? null,
      resourceCount: prepared.plan.resources.length,
      tasks,
      computed,
    };
    const checked = { state, network, tasks, dates: computed.dates };
    await keepCheck(tx, checked, { checkId: newId(), at: call.now });
    await announcePlan(announce, { ...adopted, assignments, links: taken.links });
    await followPlan(call, {
      projectId,
      planVersion,
      dataDate: state.dataDate,
      phases: phasesOf(project),
      tasks,
      dates: computed.dates,
    });
    await followForecasts(call, projectId, { tasks, dates: computed.dates });
    await recordFollowers(projectId, followers, call);
    return report;
  }
}

interface Figures {
  readonly taken: TakenPlan;
  readonly start: string;
  readonly finish: string;
  readonly criticalCount: number;
  readonly milestoneCount: number;
  readonly datesCompared: number;
  readonly datesEqual: number;
}

function reportOf(
  plan: { readonly projectId: string; readonly planVersion: number },
  { report, plan: file }: ReadPlan,
  { taken, ...figures }: Figures,
): PlanImportReport {
  return {
    ...plan,
    isUnchanged: false,
    inFile: elementCounts(report, 'inFile'),
    read: elementCounts(report, 'read'),
    notes: importNotes(report, file, taken.notes),
    ...figures,
  };
}
