import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { PortfolioChangeSettled } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';

/** The owner of a project says what came of a decision; the line that ordered it tells it. */
@Controller()
export class OnPortfolioChangeSettled {
  @On(PortfolioChangeSettled)
  async handle(
    @Payload() { scenarioId, candidateId, outcome, settled }: PortfolioChangeSettled,
    @Ctx() { tx }: Delivery<Tx>,
  ): Promise<void> {
    await tx.changeSetLine.updateMany({
      where: { scenarioId, candidateId, outcome: 'ordered' },
      data: { outcome, settled, version: { increment: 1 } },
    });
  }
}
