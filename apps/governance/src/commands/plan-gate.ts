import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { GateRecorded, PlanGate, Recorded } from '@meridian/contracts-governance';
import { Refusal } from '@meridian/refusal';
import { gateFact } from '../domain/gate-fact.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { evidenceOf, lockGateOf } from '../persistence/gates.js';
import { requireVersion } from './require-version.js';

@Controller()
export class PlanGateCommand {
  @Answers(PlanGate)
  async handle(@Payload() request: PlanGate, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId, phaseId } = request;
    requireManager(call.claims, await call.tx.project.findUnique({ where: { projectId } }));
    const known = await lockGateOf(call.tx, projectId, phaseId);
    if (known !== null) requireVersion('gate', known.version, call.expectedVersion);
    if (known?.state === 'decided') {
      throw new Refusal(
        'governance/gate-decided',
        `"${known.name}" is decided already; plan the gate of a later phase.`,
      );
    }

    const planned = {
      name: request.name,
      position: request.order,
      dueOn: request.dueOn ?? null,
      milestoneIds: [...request.milestoneIds],
    };
    const gate = await call.tx.gate.upsert({
      where: { projectId_phaseId: { projectId, phaseId } },
      create: { gateId: call.newId(), projectId, phaseId, ...planned, state: 'planned', version: 1 },
      update: { ...planned, version: { increment: 1 } },
    });

    await call.announce(GateRecorded, gateFact(gate, await evidenceOf(call.tx, gate)));
    await answerClosing(call, projectId);
    return { id: gate.gateId, version: gate.version };
  }
}
