import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { ExportCalendar, PlanExportFile } from '@meridian/contracts-projects';
import { exportCalendar } from '../domain/plan-export/export-plan.js';
import { planFileOfPlan } from '../domain/plan-export/plan-file-of-plan.js';
import { toldExport } from '../domain/plan-export/told-export.js';
import { adoptedPlan } from '../persistence/adopted-plan.js';
import { Database } from '../persistence/database.js';
import { readVisiblePlan } from '../persistence/plan-reading.js';

@Controller()
export class ExportCalendarQuery {
  constructor(private readonly database: Database) {}

  @Answers(ExportCalendar)
  async handle(
    @Payload() { projectId, contents = 'milestones' }: ExportCalendar,
    @Ctx() asking: Asking,
  ): Promise<PlanExportFile> {
    const { project, extra } = await readVisiblePlan(this.database, {
      projectId,
      person: asking.claims,
      also: adoptedPlan,
    });
    const now = new Date().toISOString();
    return toldExport(
      project,
      exportCalendar(planFileOfPlan(extra), { now, calendarId: projectId, contents }),
    );
  }
}
