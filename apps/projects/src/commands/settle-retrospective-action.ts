import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { Recorded, SettleRetrospectiveAction } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { actionOf, settleAction } from '../domain/agile/retrospective.js';
import { loadRetrospective, saveRetrospective } from '../persistence/agile/retrospectives.js';
import { requireSeenVersion } from '../persistence/agile/seen-version.js';
import { loadKnownSprint } from '../persistence/agile/sprints.js';
import type { Tx } from '../persistence/database.js';
import { lockVisible } from '../persistence/projects.js';

/** An action of a retrospective was done, or is no longer wanted: its owner says so, or who manages the project. */
@Controller()
export class SettleRetrospectiveActionCommand {
  @Answers(SettleRetrospectiveAction)
  async handle(@Payload() request: SettleRetrospectiveAction, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims, expectedVersion } = call;
    const { projectId, sprintId, actionId, outcome } = request;
    const project = await lockVisible(tx, projectId, claims);
    await loadKnownSprint(tx, projectId, sprintId);
    const before = await loadRetrospective(tx, sprintId);
    if (before === null) throw retrospectiveNotFound();
    const { ownerPersonId } = actionOf(before, actionId);
    if (ownerPersonId !== (claims.personId ?? claims.subject)) requireManager(claims, project);
    requireSeenVersion('retrospective', before.version, expectedVersion);
    const today = call.now.toISOString().slice(0, 10);
    const after = settleAction(before, { actionId, outcome, today });
    await saveRetrospective(call, projectId, after);
    return { id: sprintId, version: after.version };
  }
}

function retrospectiveNotFound(): Refusal {
  return new Refusal('projects/retrospective-not-found', 'Nobody looked back at this sprint yet.', {
    kind: 'not-found',
  });
}
