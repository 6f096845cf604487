import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { RecordRecurringTask, RecurringTaskRecorded } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { calendarOfRecurring } from '../domain/recurring/recurring-calendar.js';
import { occurrenceDays } from '../domain/recurring/occurrence-days.js';
import { withRecurring } from '../domain/recurring/recurring-in-plan.js';
import type { Tx } from '../persistence/database.js';
import { lockManaged } from '../persistence/projects.js';
import {
  adoptLines,
  requirePatternVersion,
  savePattern,
  writtenPlan,
} from '../persistence/recurring-tasks.js';

/** A task repeats by a pattern: its occurrences stand in the plan, which is scheduled anew. */
@Controller()
export class RecordRecurringTaskCommand {
  @Answers(RecordRecurringTask)
  async handle(
    @Payload() request: RecordRecurringTask,
    @Ctx() call: Call<Tx>,
  ): Promise<RecurringTaskRecorded> {
    const { tx, claims, newId } = call;
    const { projectId, taskId } = request;
    const project = await lockManaged(tx, projectId, claims);
    const known = await tx.recurringTask.findUnique({ where: { taskId } });
    await requireOwn(tx, { projectId, taskId });
    requirePatternVersion(known?.version ?? 0, call.expectedVersion);
    const written = await writtenPlan(tx, projectId);
    const { parentTaskId = null, calendarKey = null } = request;
    const wanted = { ...request, parentTaskId, calendarKey };
    const days = occurrenceDays(wanted, calendarOfRecurring(written.plan, calendarKey));
    const planVersion = written.row.planVersion + 1;
    const placed = withRecurring(written.plan.tasks, wanted, { days, planVersion, newId });
    const source = `Recurring task: ${wanted.name}`;
    const figures = await adoptLines(call, project, { ...written, lines: placed.tasks, source });
    const version = (known?.version ?? 0) + 1;
    await savePattern(call, { ...wanted, projectId, version });
    const { occurrences, kept } = placed;
    const [start, finish] = [days[0]!, days.at(-1)!];
    return { id: taskId, version, planVersion: figures.planVersion, occurrences, kept, start, finish };
  }
}

/** An id that another project's plan uses is none for a new task. */
async function requireOwn(tx: Tx, { projectId, taskId }: RecurringId): Promise<void> {
  const other = await tx.task.findFirst({ where: { taskId, projectId: { not: projectId } } });
  if (other === null) return;
  throw new Refusal('projects/not-recurring', 'The id belongs to another task; give the new one its own.');
}

type RecurringId = Pick<RecordRecurringTask, 'projectId' | 'taskId'>;
