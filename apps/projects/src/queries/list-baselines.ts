import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { BaselineLine, BaselineList, ListBaselines } from '@meridian/contracts-projects';
import { baselinesOf, type BaselineRow } from '../persistence/baselines.js';
import { Database } from '../persistence/database.js';

@Controller()
export class ListBaselinesQuery {
  constructor(private readonly database: Database) {}

  @Answers(ListBaselines)
  async handle(@Payload() { projectId }: ListBaselines, @Ctx() asking: Asking): Promise<BaselineList> {
    const project = await this.database.project.findUnique({ where: { projectId } });
    requireVisible(asking.claims, project);
    const rows = await baselinesOf(this.database, projectId);
    const currency = project?.currency ?? '';
    return { projectId, baselines: rows.reverse().map((row) => baselineLine(row, currency)) };
  }
}

function baselineLine(row: BaselineRow, currency: string): BaselineLine {
  const { baselineId, number, name, decision, effectiveOn, takenByName, takenAt } = row;
  const { start, finish, workMinutes, budgetMinor, taskCount, linkCount } = row;
  return {
    baselineId,
    number,
    name,
    ...(decision === null ? {} : { decision }),
    effectiveOn,
    takenByName,
    takenAt: takenAt.toISOString(),
    start,
    finish,
    workMinutes: Number(workMinutes),
    budgetMinor: budgetMinor.toString(),
    currency,
    taskCount,
    linkCount,
  };
}
