import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking, Call, Prepares } from '@meridian/bus';
import { ComputeScenario, ScenarioFigures } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { scenarioProblem } from '../domain/portfolio/scenario-problem.js';
import { Database } from '../persistence/database.js';
import type { Tx } from '../persistence/database.js';
import { valuationOf, valuedBy } from '../persistence/scenario-valuation.js';
import { figuresOf, lockPortfolio, scenarioInForce } from '../persistence/scenarios.js';
import { scenarioAnswer } from '../solver/scenario-answer.js';
import type { KeptScenario } from '../solver/scenario-answer.js';
import { ScenarioSolver } from '../solver/scenario-solver.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';

const USUAL_SECONDS = 5;

/** Computes a scenario outside of any transaction and keeps it; computing it again is a new version of it. */
@Controller()
export class ComputeScenarioCommand {
  constructor(
    private readonly solver: ScenarioSolver,
    private readonly database: Database,
  ) {}

  @Prepares(ComputeScenario)
  async compute(@Payload() request: ComputeScenario, @Ctx() asking: Asking): Promise<KeptScenario> {
    requireApproverRole(asking.claims);
    const { scoringRoundId } = request;
    if (scoringRoundId === undefined) return this.solve(request);
    const valuation = await valuationOf(this.database, scoringRoundId, request, asking.now);
    return { ...(await this.solve(valuedBy(request, valuation))), valuedBy: valuation };
  }

  private async solve(request: ComputeScenario): Promise<KeptScenario> {
    const { seconds = USUAL_SECONDS, gapPercent = 0, withNextBest = false, worth = [] } = request;
    const { sensitivityOf = [] } = request;
    const solved = await this.solver.solve(scenarioProblem(request), {
      seconds,
      gapPercent,
      withNextBest,
      worth,
      sensitivityOf,
    });
    return scenarioAnswer(request, solved);
  }

  @Answers(ComputeScenario)
  async handle(
    @Payload() request: ComputeScenario,
    @Ctx() call: Call<Tx, KeptScenario>,
  ): Promise<ScenarioFigures> {
    requireApproverRole(call.claims);
    const { tx } = call;
    const { scenarioId, name, portfolio } = request;
    await lockPortfolio(tx, portfolio);
    const before = await tx.scenario.findUnique({ where: { scenarioId } });
    requireVersion(call.expectedVersion, before?.version ?? 0);
    if (before && (before.state !== 'computed' || before.portfolio !== portfolio)) {
      throw new Refusal(
        'budgeting/scenario-decided',
        `Scenario "${before.name}" of portfolio ${before.portfolio} is ${before.state} and stays as it is; compute a new one with an id of its own.`,
      );
    }
    const data = {
      portfolio,
      name,
      state: 'computed',
      version: (before?.version ?? 0) + 1,
      request: { ...request } as object,
      answer: call.prepared as object,
      computedAt: call.now,
      computedBy: call.claims.name,
    };
    const row = await tx.scenario.upsert({
      where: { scenarioId },
      create: { scenarioId, ...data },
      update: data,
    });
    return figuresOf(row, await scenarioInForce(tx, portfolio));
  }
}
