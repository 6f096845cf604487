import {
  acceptedWork,
  expanded,
  tasksWithin,
  type LinkedTask,
} from '../../domain/performance/accepted-work.js';
import type { ForeignTask, TaskFact } from '../../domain/performance/performance-facts.js';
import { lifeOf, type TaskLife } from '../../domain/performance/task-life.js';
import { groupedBy } from '../../domain/levelling/grouped-by.js';
import type { Tx } from '../database.js';

type Reading = Pick<
  Tx,
  'booking' | 'taskAgreement' | 'taskReport' | 'plannedTask' | 'acceptedMilestone' | 'timeEntry'
>;

/** The tasks that a person is booked for, with what was agreed, what became of them and what they wait for. */
export async function taskFacts(tx: Reading, personId: string): Promise<TaskFact[]> {
  const bookings = await tx.booking.findMany({ where: { personId } });
  const own = new Set(bookings.map(({ taskId }) => taskId));
  const projectIds = [...new Set(bookings.map(({ projectId }) => projectId))];
  const [plan, milestones, spent] = await Promise.all([
    linkedTasks(tx, projectIds),
    tx.acceptedMilestone.findMany({ where: { projectId: { in: projectIds } } }),
    spentByTask(tx, personId),
  ]);
  const accepted = acceptedWork(plan, new Map(milestones.map((one) => [one.milestoneId, one.acceptedOn])));
  const before = foreignBefore(plan, own);
  const known = await agreedTasks(tx, [...own, ...[...before.values()].flat()]);
  const workByTask = groupedBy(bookings, ({ taskId }) => taskId);
  return [...own].flatMap((taskId) => {
    const task = known.get(taskId);
    if (!task) return [];
    return [
      {
        ...task,
        acceptedOn: accepted.get(taskId) ?? null,
        estimateMinutes: (workByTask.get(taskId) ?? []).reduce((sum, one) => sum + one.workMinutes, 0),
        spentMinutes: spent.get(taskId) ?? 0,
        waitsFor: (before.get(taskId) ?? []).flatMap((one): ForeignTask[] => {
          const other = known.get(one);
          return other ? [other] : [];
        }),
      },
    ];
  });
}

type AgreedTask = TaskLife &
  Pick<TaskFact, 'taskId' | 'projectId' | 'name' | 'agreedStart' | 'agreedFinish' | 'isBaseline'>;

async function agreedTasks(tx: Reading, ids: readonly string[]): Promise<Map<string, AgreedTask>> {
  const where = { taskId: { in: [...new Set(ids)] } };
  const [agreements, reports] = await Promise.all([
    tx.taskAgreement.findMany({ where }),
    tx.taskReport.findMany({ where, orderBy: { place: 'asc' } }),
  ]);
  const byTask = groupedBy(reports, ({ taskId }) => taskId);
  return new Map(
    agreements.map(({ start, finish, ...task }) => [
      task.taskId,
      { ...task, agreedStart: start, agreedFinish: finish, ...lifeOf(byTask.get(task.taskId) ?? []) },
    ]),
  );
}

async function linkedTasks(tx: Reading, projectIds: readonly string[]): Promise<LinkedTask[]> {
  const tasks = await tx.plannedTask.findMany({
    where: { projectId: { in: [...projectIds] } },
    select: { taskId: true, parentTaskId: true, isSummary: true, predecessors: true },
  });
  return tasks.map((task) => ({
    ...task,
    predecessors: (task.predecessors ?? []) as unknown as LinkedTask['predecessors'],
  }));
}

/** Of each own task the tasks of others whose finish it waits for. */
function foreignBefore(plan: readonly LinkedTask[], own: ReadonlySet<string>): Map<string, string[]> {
  const within = tasksWithin(plan);
  return new Map(
    plan
      .filter(({ taskId }) => own.has(taskId))
      .map(({ taskId, predecessors }) => [
        taskId,
        predecessors
          .filter(({ kind }) => kind === 'FS')
          .flatMap((link) => expanded(link.taskId, within))
          .filter((one) => !own.has(one)),
      ]),
  );
}

async function spentByTask(tx: Reading, personId: string): Promise<Map<string, number>> {
  const sums = await tx.timeEntry.groupBy({
    by: ['taskId'],
    where: { personId, isApproved: true, taskId: { not: null } },
    _sum: { minutes: true },
  });
  return new Map(sums.map(({ taskId, _sum }) => [taskId ?? '', _sum.minutes ?? 0]));
}
