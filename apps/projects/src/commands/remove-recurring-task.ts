import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { RecurringTaskRemoved, RemoveRecurringTask } from '@meridian/contracts-projects';
import { withoutRecurring } from '../domain/recurring/recurring-in-plan.js';
import type { Tx } from '../persistence/database.js';
import { lockManaged } from '../persistence/projects.js';
import { adoptLines, requirePatternVersion, writtenPlan } from '../persistence/recurring-tasks.js';

/** A task repeats no more; what of it has begun stays in the plan. */
@Controller()
export class RemoveRecurringTaskCommand {
  @Answers(RemoveRecurringTask)
  async handle(
    @Payload() { projectId, taskId, reason }: RemoveRecurringTask,
    @Ctx() call: Call<Tx>,
  ): Promise<RecurringTaskRemoved> {
    const { tx, claims } = call;
    const project = await lockManaged(tx, projectId, claims);
    const written = await writtenPlan(tx, projectId);
    const { tasks: lines, removed, kept } = withoutRecurring(written.plan.tasks, taskId);
    const known = await tx.recurringTask.findUnique({ where: { taskId } });
    requirePatternVersion(known?.version ?? 0, call.expectedVersion);
    const name = written.plan.tasks.find((task) => task.taskId === taskId)?.name ?? '';
    const source = `Recurring task removed: ${name}${reason === undefined ? '' : `, ${reason}`}`;
    const { planVersion } = await adoptLines(call, project, { ...written, lines, source });
    await tx.recurringTask.deleteMany({ where: { taskId } });
    return { taskId, planVersion, removed, kept };
  }
}
