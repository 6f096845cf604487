import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ApproveScenario, ScenarioApproved, ScenarioFigures } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { draftChangeSet } from '../persistence/change-sets.js';
import type { Tx } from '../persistence/database.js';
import {
  changesOf,
  figuresOf,
  keptIn,
  knownScenario,
  lockPortfolio,
  scenarioInForce,
} from '../persistence/scenarios.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';

/** A scenario comes into force: its changes are fixed, announced and opened for review; the one before is superseded. */
@Controller()
export class ApproveScenarioCommand {
  @Answers(ApproveScenario)
  async handle(
    @Payload() { scenarioId, decision }: ApproveScenario,
    @Ctx() call: Call<Tx>,
  ): Promise<ScenarioFigures> {
    requireApproverRole(call.claims);
    const { tx } = call;
    const { portfolio } = knownScenario(await tx.scenario.findUnique({ where: { scenarioId } }));
    await lockPortfolio(tx, portfolio);
    const row = knownScenario(await tx.scenario.findUnique({ where: { scenarioId } }));
    requireVersion(call.expectedVersion, row.version);
    if (row.state !== 'computed') {
      throw new Refusal(
        'budgeting/scenario-decided',
        `Scenario "${row.name}" is ${row.state} already; nothing is left to approve.`,
      );
    }
    const inForce = await scenarioInForce(tx, portfolio);
    const changes = changesOf(row, inForce);
    if (inForce) {
      const { scenarioId: before } = inForce;
      await tx.scenario.update({ where: { scenarioId: before }, data: { state: 'superseded' } });
    }
    const approved = await tx.scenario.update({
      where: { scenarioId },
      data: {
        state: 'approved',
        version: row.version + 1,
        changes: changes.map((change) => ({ ...change })),
        decision,
        approvedAt: call.now,
        approvedBy: call.claims.name,
      },
    });
    await draftChangeSet(tx, approved, changes, call.now);
    const { value, costMinor, currency } = keptIn(approved);
    await call.announce(ScenarioApproved, {
      scenarioId,
      version: approved.version,
      name: approved.name,
      portfolio,
      ...(inForce === null ? {} : { supersedes: inForce.scenarioId }),
      value,
      costMinor,
      currency,
      changes,
      decision,
      approvedBy: personOf(call.claims),
    });
    return figuresOf(approved, null);
  }
}
