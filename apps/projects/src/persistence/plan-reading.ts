import { requireVisible, type Person } from '@meridian/access';
import { Refusal } from '@meridian/refusal';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import type { Database } from './database.js';
import { loadPlan, type LoadedPlan } from './plans.js';

/**
 * The plan of a project as one state of the database has it, for questions; nothing is locked.
 *
 * @throws Refusal when the person may not see the project, `projects/no-plan`
 */
export function readVisiblePlan(database: Database, projectId: string, person: Person): Promise<LoadedPlan> {
  return database.$transaction(
    async (tx) => {
      const project = await tx.project.findUnique({ where: { projectId } });
      requireVisible(person, project);
      return loadPlan(tx, projectId);
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
