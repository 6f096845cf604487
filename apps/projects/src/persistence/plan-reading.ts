import { requireVisible, type Person } from '@meridian/access';
import { Refusal } from '@meridian/refusal';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import type { Database, Tx } from './database.js';
import { loadPlan, type LoadedPlan } from './plans.js';
import type { ProjectRow } from './projects.js';

export interface PlanQuestion<E> {
  readonly projectId: string;
  readonly person: Person;
  /** What else the question needs of the same state. */
  readonly also: (tx: Tx, plan: LoadedPlan) => Promise<E>;
}

export interface ReadPlan<E> {
  readonly project: ProjectRow;
  readonly plan: LoadedPlan;
  readonly extra: E;
}

/**
 * The plan of a project as one state of the database has it, for questions; nothing is locked.
 *
 * @throws Refusal when the person may not see the project, `projects/no-plan`
 */
export function readVisiblePlan<E>(database: Database, question: PlanQuestion<E>): Promise<ReadPlan<E>> {
  const { projectId, person, also } = question;
  return database.$transaction(
    async (tx) => {
      const project = await tx.project.findUnique({ where: { projectId } });
      requireVisible(person, project);
      const plan = await loadPlan(tx, projectId);
      return { project: project as ProjectRow, plan, extra: await also(tx, plan) };
    },
    { isolationLevel: 'RepeatableRead' },
  );
}

/** A task that is part of the network. @throws Refusal `projects/task-not-found`, `projects/task-inactive`. */
export function taskOf(plan: LoadedPlan, taskId: string): StoredTask {
  const task = plan.tasks.find((one) => one.taskId === taskId);
  if (!task) {
    throw new Refusal('projects/task-not-found', 'The plan of this project has no task with this id.', {
      kind: 'not-found',
    });
  }
  if (!task.isActive) {
    throw new Refusal(
      'projects/task-inactive',
      `"${task.name}" is inactive in the plan and has no computed dates.`,
    );
  }
  return task;
}
