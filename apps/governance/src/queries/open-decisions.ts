import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { OpenDecisions, WaitingDecisions } from '@meridian/contracts-governance';
import { Database } from '../persistence/database.js';
import { decisionLine } from './decision-line.js';

const DAY_MS = 86_400_000;
const SHOWN = 50;

/** A due gate with the number of milestones whose evidence is missing. */
interface DueGate {
  readonly gateId: string;
  readonly missing: number;
}

@Controller()
export class OpenDecisionsQuery {
  constructor(private readonly database: Database) {}

  @Answers(OpenDecisions)
  async handle(@Payload() request: OpenDecisions, @Ctx() asking: Asking): Promise<WaitingDecisions> {
    const today = request.asOf ?? asking.now.toISOString().slice(0, 10);
    const until = new Date(Date.parse(today) + (request.days ?? 30) * DAY_MS).toISOString().slice(0, 10);
    const project = visibleProjects(asking.claims);
    const [gates, decisions] = await Promise.all([
      this.database.gate.findMany({
        where: { state: 'planned', dueOn: { lte: until }, project },
        include: { project: true },
        orderBy: [{ dueOn: 'asc' }, { gateId: 'asc' }],
      }),
      this.database.decision.findMany({
        where: { OR: [{ outcome: null }, { outcome: 'deferred' }], project },
        include: { project: true },
        orderBy: [{ dueOn: 'asc' }, { decisionId: 'asc' }],
        take: SHOWN,
      }),
    ]);
    const missing = await this.missing(gates.map(({ gateId }) => gateId));
    const lines = gates.map((gate) => ({
      gateId: gate.gateId,
      projectId: gate.projectId,
      projectName: gate.project.name,
      name: gate.name,
      ...(gate.dueOn === null ? {} : { dueOn: gate.dueOn }),
      missing: missing.get(gate.gateId) ?? 0,
      isReady: (missing.get(gate.gateId) ?? 0) === 0,
    }));
    return {
      gates: lines.slice(0, SHOWN),
      decisions: decisions.map((decision) => decisionLine(decision, decision.project.name)),
      gatesNext30Days: lines.length,
      gatesWithoutEvidence: lines.filter((gate) => !gate.isReady).length,
    };
  }

  private async missing(gateIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.$queryRaw<DueGate[]>`
      SELECT gate.gate_id AS "gateId", count(*)::int AS missing
      FROM gate JOIN evidence ON evidence.project_id = gate.project_id AND NOT evidence.is_ready
       AND (evidence.phase_id = gate.phase_id OR evidence.milestone_id = ANY (gate.milestone_ids))
      WHERE gate.gate_id = ANY (${[...gateIds]}::uuid[])
      GROUP BY gate.gate_id`;
    return new Map(rows.map((row) => [row.gateId, row.missing]));
  }
}
