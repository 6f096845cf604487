import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import {
  ListRecurringTasks,
  PlanChoice,
  RecurrencePattern,
  RecurringTaskLine,
  RecurringTaskList,
} from '@meridian/contracts-projects';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import { Database } from '../persistence/database.js';
import { readVisiblePlan } from '../persistence/plan-reading.js';
import type { LoadedPlan } from '../persistence/plans.js';
import { patternIn, patternsOf, type RecurringRow } from '../persistence/recurring-tasks.js';

const MOST_PARENTS = 500;

@Controller()
export class ListRecurringTasksQuery {
  constructor(private readonly database: Database) {}

  @Answers(ListRecurringTasks)
  async handle(
    @Payload() { projectId }: ListRecurringTasks,
    @Ctx() asking: Asking,
  ): Promise<RecurringTaskList> {
    const { plan, extra: patterns } = await readVisiblePlan(this.database, {
      projectId,
      person: asking.claims,
      also: (tx) => patternsOf(tx, projectId),
    });
    const summaries = plan.tasks.filter(({ isSummary, isActive }) => isSummary && isActive);
    return {
      projectId,
      tasks: summaries
        .filter(({ isRecurring }) => isRecurring)
        .map((task) => lineOf(task, plan, patterns.get(task.taskId))),
      calendars: calendarsOf(plan),
      parents: summaries
        .filter(({ isRecurring }) => !isRecurring)
        .slice(0, MOST_PARENTS)
        .map(({ taskId, name, wbs }) => ({ key: taskId, name: `${wbs} ${name}`.slice(0, 600) })),
    };
  }
}

function lineOf(task: StoredTask, plan: LoadedPlan, row: RecurringRow | undefined): RecurringTaskLine {
  const below = plan.tasks.filter(({ parentTaskId }) => parentTaskId === task.taskId);
  const dayOf = (taskId: string, end: 'start' | 'finish'): string =>
    (plan.dates.get(taskId)?.[end] ?? plan.state[end]).slice(0, 10);
  const next = below
    .filter(({ percentComplete }) => percentComplete < 100)
    .map(({ taskId }) => dayOf(taskId, 'start'))
    .sort()[0];
  return {
    taskId: task.taskId,
    version: row?.version ?? 0,
    name: task.name,
    ...(task.parentTaskId === null ? {} : { parentTaskId: task.parentTaskId }),
    ...(row ? writtenFacts(row) : {}),
    start: dayOf(task.taskId, 'start'),
    finish: dayOf(task.taskId, 'finish'),
    occurrences: below.length,
    done: below.filter(({ percentComplete }) => percentComplete === 100).length,
    ...(next === undefined ? {} : { next }),
  };
}

function writtenFacts(row: RecurringRow) {
  return {
    pattern: patternIn(row) as RecurrencePattern,
    startsAt: row.startsAt,
    durationMinutes: row.durationMinutes,
    onFreeDay: row.onFreeDay as 'move' | 'skip',
    ...(row.calendarKey === null ? {} : { calendarKey: row.calendarKey }),
    recordedByName: row.recordedByName,
  };
}

function calendarsOf({ network }: LoadedPlan): PlanChoice[] {
  return Object.entries(network.plan.calendars).map(([key, { name }]) => ({
    key,
    name: (name || `Calendar ${key}`).slice(0, 600),
  }));
}
