import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { DecideGate, GateDecided, GateRecorded, Recorded } from '@meridian/contracts-governance';
import { goesOn, requireDecidable } from '../domain/gate.js';
import { gateFact } from '../domain/gate-fact.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { evidenceOf, lockGate } from '../persistence/gates.js';
import { requireVersion } from './require-version.js';

@Controller()
export class DecideGateCommand {
  @Answers(DecideGate)
  async handle(@Payload() request: DecideGate, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const gate = await lockGate(call.tx, request.gateId);
    requireVisible(call.claims, gate.project);
    requireVersion('gate', gate.version, call.expectedVersion);
    const { decision, reason } = request;
    const conditions = [...(request.conditions ?? [])];
    const evidence = await evidenceOf(call.tx, gate);
    requireDecidable(gate, evidence, { decision, reason, conditions });

    const decided = await call.tx.gate.update({
      where: { gateId: gate.gateId },
      data: { state: 'decided', version: gate.version + 1, decision, reason, conditions, ...decider(call) },
    });
    const next = goesOn(decision) ? await nextPhase(call.tx, decided) : undefined;

    await call.announce(GateDecided, {
      projectId: decided.projectId,
      gateId: decided.gateId,
      name: decided.name,
      phaseId: decided.phaseId,
      decision,
      ...(next === undefined ? {} : { nextPhaseId: next }),
      reason,
      conditions,
      ...decider(call),
    });
    await call.announce(GateRecorded, gateFact(decided, evidence));
    await answerClosing(call, decided.projectId);
    return { id: decided.gateId, version: decided.version };
  }
}

function decider(call: Call<Tx>) {
  return {
    decidedBy: call.claims.personId ?? call.claims.subject,
    decidedByName: call.claims.name,
    decidedOn: call.now.toISOString().slice(0, 10),
  };
}

async function nextPhase(tx: Tx, gate: { projectId: string; position: number }): Promise<string | undefined> {
  const next = await tx.gate.findFirst({
    where: { projectId: gate.projectId, position: { gt: gate.position } },
    orderBy: { position: 'asc' },
  });
  return next?.phaseId;
}
