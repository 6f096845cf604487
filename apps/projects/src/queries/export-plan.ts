import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { ExportPlan, PlanExportFile } from '@meridian/contracts-projects';
import { planFileOfPlan } from '../domain/plan-export/plan-file-of-plan.js';
import { toldExport } from '../domain/plan-export/told-export.js';
import { adoptedPlan } from '../persistence/adopted-plan.js';
import { Database } from '../persistence/database.js';
import { readVisiblePlan } from '../persistence/plan-reading.js';
import { exportPlanInWorker } from '../plan-worker/read-in-worker.js';

/** Files carry costs and people: they are for who manages the project. */
@Controller()
export class ExportPlanQuery {
  constructor(private readonly database: Database) {}

  @Answers(ExportPlan)
  async handle(@Payload() { projectId, format }: ExportPlan, @Ctx() asking: Asking): Promise<PlanExportFile> {
    const person = asking.claims;
    const { project, extra } = await readVisiblePlan(this.database, { projectId, person, also: adoptedPlan });
    requireManager(person, project);
    const written = await exportPlanInWorker(planFileOfPlan(extra), format);
    return toldExport(project, written);
  }
}
