import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { PlanSprint, Recorded, SprintPlanned } from '@meridian/contracts-projects';
import { newSprint, replanSprint } from '../domain/agile/sprint.js';
import { requireSeenVersion } from '../persistence/agile/seen-version.js';
import { loadSprint, nextSprintNumber, planOfSprint, saveSprint } from '../persistence/agile/sprints.js';
import type { Tx } from '../persistence/database.js';
import { lockManaged } from '../persistence/projects.js';

/** Goal and days of a sprint that has not begun. */
@Controller()
export class PlanSprintCommand {
  @Answers(PlanSprint)
  async handle(@Payload() request: PlanSprint, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { projectId, sprintId, goal, startsOn, endsOn } = request;
    await lockManaged(tx, projectId, call.claims);
    const before = await loadSprint(tx, projectId, sprintId);
    requireSeenVersion('sprint', before?.version ?? 0, call.expectedVersion);
    const facts = { goal, startsOn, endsOn };
    const number = before?.number ?? (await nextSprintNumber(tx, projectId));
    const sprint = before ? replanSprint(before, facts) : newSprint(facts, { projectId, sprintId, number });
    await saveSprint(tx, sprint);
    await call.announce(SprintPlanned, planOfSprint(sprint));
    return { id: sprintId, version: sprint.version };
  }
}
