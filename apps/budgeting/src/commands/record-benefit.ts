import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { BenefitFigures, RecordBenefit } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { benefitFigures, LATEST_FIRST } from '../persistence/benefit-records.js';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { today } from '../persistence/work.js';
import { requireVersion } from '../access/may-change-money.js';

/** Puts a benefit into the register or changes what is expected of it; its measures stay. */
@Controller()
export class RecordBenefitCommand {
  @Answers(RecordBenefit)
  async handle(@Payload() request: RecordBenefit, @Ctx() call: Call<Tx>): Promise<BenefitFigures> {
    const { tx, claims } = call;
    const { benefitId, projectId } = request;
    requireManager(claims, await tx.project.findUnique({ where: { projectId } }));
    await lockBudget(tx, projectId);
    const before = await tx.benefit.findUnique({ where: { benefitId } });
    requireVersion(call.expectedVersion, before?.version ?? 0);
    if (before && before.projectId !== projectId) {
      throw new Refusal(
        'budgeting/benefit-elsewhere',
        `The benefit "${before.name}" belongs to another project; record a new one with an id of its own.`,
      );
    }
    const data = {
      ...request,
      isDisbenefit: request.isDisbenefit ?? false,
      version: (before?.version ?? 0) + 1,
    };
    const row = await tx.benefit.upsert({
      where: { benefitId },
      create: data,
      update: data,
      include: { measures: { orderBy: [...LATEST_FIRST] } },
    });
    return benefitFigures(row, today(call));
  }
}
