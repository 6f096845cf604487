import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { GateLine, ProjectGates, ProjectGovernance } from '@meridian/contracts-governance';
import { missingEvidence, type GateEvidence } from '../domain/gate.js';
import { Database } from '../persistence/database.js';
import { decisionLine } from './decision-line.js';

@Controller()
export class ProjectGatesQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectGates)
  async handle(@Payload() request: ProjectGates, @Ctx() asking: Asking): Promise<ProjectGovernance> {
    const { projectId } = request;
    const project = await this.read(projectId);
    if (!project || !maySeeProject(asking.claims, project)) return { projectId, gates: [], decisions: [] };

    const evidence = await this.database.evidence.findMany({
      where: { projectId },
      orderBy: { name: 'asc' },
    });
    const gates = project.gates.map((gate) =>
      gateLine(
        gate,
        evidence.filter(
          (item) => item.phaseId === gate.phaseId || gate.milestoneIds.includes(item.milestoneId),
        ),
      ),
    );
    const next = gates.find((gate) => !['go', 'conditional-go', 'kill'].includes(gate.decision ?? ''));
    return {
      projectId,
      ...(next === undefined ? {} : { nextGateId: next.gateId }),
      gates,
      decisions: project.decisions.map((decision) => decisionLine(decision, project.name)),
    };
  }

  read(projectId: string) {
    return this.database.project.findUnique({
      where: { projectId },
      include: { gates: { orderBy: { position: 'asc' } }, decisions: { orderBy: { dueOn: 'asc' } } },
    });
  }
}

type GateRow = NonNullable<Awaited<ReturnType<ProjectGatesQuery['read']>>>['gates'][number];

function gateLine(gate: GateRow, evidence: readonly (GateEvidence & { phaseId: string | null })[]): GateLine {
  const missing = missingEvidence(evidence).length;
  return {
    gateId: gate.gateId,
    version: gate.version,
    name: gate.name,
    phaseId: gate.phaseId,
    order: gate.position,
    ...(gate.dueOn === null ? {} : { dueOn: gate.dueOn }),
    state: gate.state,
    ...(gate.decision === null ? {} : { decision: gate.decision }),
    ...(gate.decidedOn === null ? {} : { decidedOn: gate.decidedOn }),
    ...(gate.decidedByName === null ? {} : { decidedByName: gate.decidedByName }),
    isReady: missing === 0,
    missing,
    evidence: evidence.map(({ milestoneId, name, isReady, openMandatory }) => ({
      milestoneId,
      name,
      isReady,
      openMandatory,
    })),
  };
}
