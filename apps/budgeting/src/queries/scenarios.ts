import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { Scenarios, ScenariosAnswer } from '@meridian/contracts-budgeting';
import { requireApproverRole } from '../access/may-change-money.js';
import { Database } from '../persistence/database.js';
import { figuresOf } from '../persistence/scenarios.js';

const MOST = 20;

/** Scenarios with what they would change now; side by side when several are named. */
@Controller()
export class ScenariosQuery {
  constructor(private readonly database: Database) {}

  @Answers(Scenarios)
  async handle(
    @Payload() { portfolio, scenarioIds }: Scenarios,
    @Ctx() { claims }: Asking,
  ): Promise<ScenariosAnswer> {
    requireApproverRole(claims);
    const rows = await this.database.scenario.findMany({
      where: {
        ...(portfolio === undefined ? {} : { portfolio }),
        ...(scenarioIds === undefined ? {} : { scenarioId: { in: [...scenarioIds] } }),
      },
      orderBy: [{ computedAt: 'desc' }, { scenarioId: 'asc' }],
      take: MOST,
    });
    const inForce = await this.database.scenario.findMany({
      where: { state: 'approved', portfolio: { in: rows.map((row) => row.portfolio) } },
    });
    const forceOf = new Map(inForce.map((row) => [row.portfolio, row]));
    const place = new Map(scenarioIds?.map((id, index) => [id, index]));
    const ordered = scenarioIds
      ? rows.sort((a, b) => (place.get(a.scenarioId) ?? 0) - (place.get(b.scenarioId) ?? 0))
      : rows;
    return { scenarios: ordered.map((row) => figuresOf(row, forceOf.get(row.portfolio) ?? null)) };
  }
}
