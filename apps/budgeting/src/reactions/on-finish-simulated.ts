import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { FinishSimulated } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';

/** The last simulation of a schedule stands beside the other forecasts of its finish. */
@Controller()
export class OnFinishSimulated {
  @On(FinishSimulated)
  async handle(@Payload() event: FinishSimulated, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    const { projectId, simulationId, runs, p10, p50, p90 } = event;
    const simulated = { simulationId, runs, p10, p50, p90 };
    await tx.simulatedFinish.upsert({
      where: { projectId },
      create: { projectId, ...simulated },
      update: simulated,
    });
  }
}
