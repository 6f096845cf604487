import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { BusinessCaseFigures, BusinessCaseRecorded, RecordBusinessCase } from '@meridian/contracts-budgeting';
import { businessCaseFigures } from '../persistence/business-cases.js';
import type { Tx } from '../persistence/database.js';
import { lockBudget } from '../persistence/budgets.js';
import { requireVersion } from '../access/may-change-money.js';

/** A business case is never changed: what is recorded is its next version, and gates keep the one they were decided on. */
@Controller()
export class RecordBusinessCaseCommand {
  @Answers(RecordBusinessCase)
  async handle(@Payload() request: RecordBusinessCase, @Ctx() call: Call<Tx>): Promise<BusinessCaseFigures> {
    const { tx, claims, now } = call;
    const { projectId, flows, ...described } = request;
    requireManager(claims, await tx.project.findUnique({ where: { projectId } }));
    await lockBudget(tx, projectId);
    const last = await tx.businessCaseVersion.findFirst({
      where: { projectId },
      orderBy: { version: 'desc' },
      select: { version: true },
    });
    requireVersion(call.expectedVersion, last?.version ?? 0);
    const row = await tx.businessCaseVersion.create({
      data: {
        ...described,
        projectId,
        version: (last?.version ?? 0) + 1,
        nowMinor: BigInt(request.nowMinor),
        flows: flows.map((flow) => ({ ...flow })),
        recordedAt: now,
        recordedBy: claims.name,
      },
    });
    const figures = businessCaseFigures(row);
    const { version, summary, currency, npvMinor, irrState, irrRates, profitabilityIndex, paybackPeriods } =
      figures;
    await call.announce(BusinessCaseRecorded, {
      projectId,
      version,
      summary,
      currency,
      npvMinor,
      irrState,
      irrRates,
      ...(profitabilityIndex === undefined ? {} : { profitabilityIndex }),
      ...(paybackPeriods === undefined ? {} : { paybackPeriods }),
    });
    return figures;
  }
}
