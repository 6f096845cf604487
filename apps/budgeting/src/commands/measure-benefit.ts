import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { hasRole, requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { BenefitFigures, BenefitMeasured, MeasureBenefit } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { benefitFigures, LATEST_FIRST } from '../persistence/benefit-records.js';
import type { BenefitRow } from '../persistence/benefit-records.js';
import type { Tx } from '../persistence/database.js';
import { today } from '../persistence/work.js';
import { requireVersion } from '../access/may-change-money.js';

/** The owner of a benefit says what was measured; so may the PMO. The project's manager may not: the project is over by then. */
@Controller()
export class MeasureBenefitCommand {
  @Answers(MeasureBenefit)
  async handle(@Payload() request: MeasureBenefit, @Ctx() call: Call<Tx>): Promise<BenefitFigures> {
    const { tx, now, claims } = call;
    const { benefitId, on, value, evidence } = request;
    await tx.$queryRaw`SELECT 1 FROM benefit WHERE benefit_id = ${benefitId}::uuid FOR UPDATE`;
    const benefit = this.known(await tx.benefit.findUnique({ where: { benefitId } }));
    await this.requireMay(call, benefit);
    requireVersion(call.expectedVersion, benefit.version);
    if (on > today(call)) {
      throw new Refusal(
        'budgeting/measured-ahead',
        `${on} has not come yet; a benefit is measured up to today.`,
        {
          kind: 'unprocessable',
        },
      );
    }
    const version = benefit.version + 1;
    await tx.benefitMeasure.create({
      data: { benefitId, on, place: version, value, evidence, measuredBy: claims.name, measuredAt: now },
    });
    const row = await tx.benefit.update({
      where: { benefitId },
      data: { version },
      include: { measures: { orderBy: [...LATEST_FIRST] } },
    });
    const figures = benefitFigures(row, today(call));
    await this.announce(call, figures);
    return figures;
  }

  private async announce(call: Call<Tx>, figures: BenefitFigures): Promise<void> {
    const { projectId, benefitId, version, name, target, targetOn, state, attainmentPercent } = figures;
    const [latest] = figures.measures;
    if (latest === undefined || state === 'not-measured') return;
    await call.announce(BenefitMeasured, {
      projectId,
      benefitId,
      version,
      name,
      on: latest.on,
      value: latest.value,
      target,
      targetOn,
      state,
      ...(attainmentPercent === undefined ? {} : { attainmentPercent }),
    });
  }

  private known<B>(benefit: B | null): B {
    if (benefit !== null) return benefit;
    throw new Refusal('budgeting/unknown-benefit', 'There is no benefit with this id.', {
      kind: 'not-found',
    });
  }

  private async requireMay({ tx, claims }: Call<Tx>, benefit: Omit<BenefitRow, 'measures'>): Promise<void> {
    if (claims.personId === benefit.ownerPersonId || hasRole(claims, ['pmo-manager'])) return;
    requireVisible(claims, await tx.project.findUnique({ where: { projectId: benefit.projectId } }));
    throw new Refusal(
      'budgeting/benefit-owner-needed',
      `"${benefit.name}" is measured by its owner, ${benefit.ownerName}, or by the PMO.`,
      { kind: 'forbidden' },
    );
  }
}
