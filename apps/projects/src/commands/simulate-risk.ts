import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Asking, Call, Prepares } from '@meridian/bus';
import { FinishSimulated, RiskSimulated, SimulateRisk } from '@meridian/contracts-projects';
import { riskDrivers, risksToExamine, withoutRisk } from '../domain/risk/risk-drivers.js';
import { riskFigures, type RiskFigures } from '../domain/risk/risk-figures.js';
import { riskInput, seedOf } from '../domain/risk/risk-inputs.js';
import { Database, type Tx } from '../persistence/database.js';
import { readVisiblePlan } from '../persistence/plan-reading.js';
import { lockManaged } from '../persistence/projects.js';
import { keepSimulation, uncertainPlan, uncertainty } from '../persistence/risk.js';
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
      also: (tx) => uncertainty(tx, projectId),
    });
    requireManager(asking.claims, project);
    const uncertain = uncertainPlan(plan, extra, project.currency);
    const fingerprint = fingerprintOf(uncertain);
    const seed = request.seed ?? seedOf(fingerprint);
    const signal = AbortSignal.timeout(Math.max(1, Math.floor(asking.remainingMs())));
    const input = riskInput(uncertain, seed);
    const answer = await this.simulator.simulate(input, runs, signal);
    const p80Without = new Map<string, number>();
    for (const entryId of risksToExamine(answer, uncertain.risks)) {
      const without = await this.simulator.simulate(withoutRisk(input, entryId), runs, signal);
      p80Without.set(entryId, without.delayAt(80));
    }
    const figures = riskFigures(answer, riskDrivers(answer, uncertain.risks, p80Without));
    const { planVersion, scheduleVersion } = plan.state;
    return { planVersion, scheduleVersion, runs, seed, fingerprint, figures };
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
    const answer = { simulationId, plannedFinish: figures.plannedFinish, p50: at(50), p80: at(80) };
    const { planVersion, scheduleVersion, runs } = prepared;
    const fact = { ...answer, projectId, planVersion, scheduleVersion, runs, p10: at(10), p90: at(90) };
    await call.announce(FinishSimulated, fact);
    return answer;
  }
}
