import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { ScenarioAsked, ScenarioQuestion } from '@meridian/contracts-budgeting';
import { requireApproverRole } from '../access/may-change-money.js';
import { Database } from '../persistence/database.js';
import { askedIn, knownScenario } from '../persistence/scenarios.js';

/** What a scenario was computed from. */
@Controller()
export class ScenarioQuestionQuery {
  constructor(private readonly database: Database) {}

  @Answers(ScenarioQuestion)
  async handle(
    @Payload() { scenarioId }: ScenarioQuestion,
    @Ctx() { claims }: Asking,
  ): Promise<ScenarioAsked> {
    requireApproverRole(claims);
    const row = knownScenario(await this.database.scenario.findUnique({ where: { scenarioId } }));
    return { scenarioId, version: row.version, asked: askedIn(row) };
  }
}
