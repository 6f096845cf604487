import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Asking, Call, Prepares } from '@meridian/bus';
import { RiskSimulated, SimulateRisk } from '@meridian/contracts-projects';
import { riskFigures, type RiskFigures } from '../domain/risk/risk-figures.js';
import { riskInput, seedOf } from '../domain/risk/risk-inputs.js';
import { Database, type Tx } from '../persistence/database.js';
import { readVisiblePlan } from '../persistence/plan-reading.js';
import { lockManaged } from '../persistence/projects.js';
import { estimateRows, estimatesOf, keepSimulation } from '../persistence/risk.js';
import { fingerprintOf } from '../simulation/fingerprint.js';
import { RiskSimulator } from '../simulation/risk-simulator.js';

const RUNS = 10_000;

interface Simulated {
  readonly planVersion: number;
  readonly scheduleVersion: number;
  readonly runs: number;
  readonly seed: number;
  readonly fingerprint: string;
  readonly figures: RiskFigures;
}

/** The long part runs on threads before the transaction; what is kept says exactly what was simulated. */
@Controller()
export class SimulateRiskCommand {
  constructor(
    private readonly database: Database,
    private readonly simulator: RiskSimulator,
  ) {}

  @Prepares(SimulateRisk)
  async simulate(@Payload() request: SimulateRisk, @Ctx() asking: Asking): Promise<Simulated> {
    const { projectId, runs = RUNS } = request;
    const { project, plan, extra } = await readVisiblePlan(this.database, {
      projectId,
      person: asking.claims,
      also: (tx) => estimateRows(tx, projectId),
    });
    requireManager(asking.claims, project);
    const uncertain = { network: plan.network, tasks: plan.tasks, estimates: estimatesOf(extra) };
    const fingerprint = fingerprintOf(uncertain);
    const seed = request.seed ?? seedOf(fingerprint);
    const signal = AbortSignal.timeout(Math.max(1, Math.floor(asking.remainingMs())));
    const answer = await this.simulator.simulate(riskInput(uncertain, seed), runs, signal);
    const { planVersion, scheduleVersion } = plan.state;
    return { planVersion, scheduleVersion, runs, seed, fingerprint, figures: riskFigures(answer) };
  }

  @Answers(SimulateRisk)
  async handle(
    @Payload() { projectId }: SimulateRisk,
    @Ctx() call: Call<Tx, Simulated>,
  ): Promise<RiskSimulated> {
    const { tx, claims, now, prepared, newId } = call;
    await lockManaged(tx, projectId, claims);
    const { figures } = prepared;
    const simulationId = newId();
    await keepSimulation(tx, {
      simulationId,
      projectId,
      ...prepared,
      requestedBy: claims.personId ?? claims.subject,
      requestedByName: claims.name,
      requestedAt: now,
    });
    const at = (wanted: number) => figures.finishes.find(({ percent }) => percent === wanted)?.on ?? '';
    return { simulationId, plannedFinish: figures.plannedFinish, p50: at(50), p80: at(80) };
  }
}
