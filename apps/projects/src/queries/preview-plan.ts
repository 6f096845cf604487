import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { PlanDifferences, PreviewPlan } from '@meridian/contracts-projects';
import { lastFinish } from '../domain/plan/last-finish.js';
import { withBaseline } from '../domain/plan/with-baseline.js';
import { planNetwork, schedulePlan } from '../domain/plan/schedule-plan.js';
import { withRules } from '../domain/plan/schedule-rules.js';
import type { PlanFile } from '../domain/plan-file/plan-file.js';
import { planPreview, type PlanPreview, type PlanVersion } from '../domain/plan-preview/plan-preview.js';
import { toldDifferences } from '../domain/plan-preview/told-differences.js';
import { Database, type Tx } from '../persistence/database.js';
import { loadPlan, type PlanRow } from '../persistence/plans.js';
import type { ProjectRow } from '../persistence/projects.js';
import { readRules, rulesInForce } from '../persistence/schedule-rules.js';
import { takeOver } from '../persistence/take-over.js';
import { readPlanInWorker } from '../plan-worker/read-in-worker.js';

const LONGEST_NOTE = 500;
const NOTHING: PlanVersion = { tasks: [], links: [], dates: new Map(), finish: null };

/** Asked by who may import the file, before it is imported. */
@Controller()
export class PreviewPlanQuery {
  constructor(private readonly database: Database) {}

  @Answers(PreviewPlan)
  async handle(@Payload() request: PreviewPlan, @Ctx() asking: Asking): Promise<PlanDifferences> {
    const { projectId, fileName, contentBase64 } = request;
    const managed = await this.database.project.findUnique({ where: { projectId } });
    requireManager(asking.claims, managed);
    const { plan: file } = await readPlanInWorker(Buffer.from(contentBase64, 'base64'), { fileName });
    return this.database.$transaction(
      async (tx) => {
        const project = await tx.project.findUniqueOrThrow({ where: { projectId } });
        const plan = await tx.plan.findUnique({ where: { projectId } });
        const { preview, notes } = await this.previewOf(tx, project, { file, before: plan });
        return { projectId, planVersion: plan?.planVersion ?? 0, ...toldDifferences(preview), notes };
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }

  private async previewOf(
    tx: Tx,
    project: ProjectRow,
    { file, before }: { readonly file: PlanFile; readonly before: PlanRow | null },
  ): Promise<{ preview: PlanPreview; notes: string[] }> {
    const incoming = { file, before, now: new Date(), newId: randomUUID };
    const taken = await takeOver(tx, project, incoming);
    const rules = readRules(await rulesInForce(tx, project.projectId));
    const network = planNetwork({ ...taken, settings: withRules(taken.settings, rules) });
    const { dates } = schedulePlan(network, taken.tasks);
    const tasks = withBaseline(taken.tasks, dates);
    const present = before === null ? NOTHING : await this.presentPlan(tx, project.projectId);
    const preview = planPreview(present, {
      tasks,
      links: taken.links,
      dates,
      finish: lastFinish({ tasks, dates }),
    });
    return { preview, notes: taken.notes.map((note) => note.slice(0, LONGEST_NOTE)) };
  }

  private async presentPlan(tx: Tx, projectId: string): Promise<PlanVersion> {
    const plan = await loadPlan(tx, projectId);
    const { tasks, dates, network } = plan;
    return { tasks, links: network.plan.links, dates, finish: lastFinish(plan) };
  }
}
