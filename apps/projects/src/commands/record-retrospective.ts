import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, RecordRetrospective } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { recordRetrospective } from '../domain/agile/retrospective.js';
import { loadRetrospective, saveRetrospective } from '../persistence/agile/retrospectives.js';
import { requireSeenVersion } from '../persistence/agile/seen-version.js';
import { loadKnownSprint } from '../persistence/agile/sprints.js';
import { lockForTeam } from '../persistence/agile/team.js';
import type { Tx } from '../persistence/database.js';

/** What the team says of a sprint when it looks back, and what it wants to do differently. */
@Controller()
export class RecordRetrospectiveCommand {
  @Answers(RecordRetrospective)
  async handle(@Payload() request: RecordRetrospective, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { projectId, sprintId, wentWell, toImprove } = request;
    await lockForTeam(tx, projectId, call.claims);
    const { state, number } = await loadKnownSprint(tx, projectId, sprintId);
    if (state === 'planned') {
      throw new Refusal(
        'projects/sprint-not-begun',
        `Sprint ${number} has not begun; there is nothing to look back at yet.`,
      );
    }
    const before = await loadRetrospective(tx, sprintId);
    requireSeenVersion('retrospective', before?.version ?? 0, call.expectedVersion);
    const actions = request.actions.map(({ actionId, text, ownerPersonId, ownerName, dueOn }) => ({
      actionId,
      text,
      ownerPersonId,
      ownerName,
      dueOn,
    }));
    const after = recordRetrospective(before, sprintId, { wentWell, toImprove, actions });
    await saveRetrospective(call, projectId, after);
    return { id: sprintId, version: after.version };
  }
}
