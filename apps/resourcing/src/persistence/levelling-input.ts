import type { InputBooking, InputLink, LevellingInput } from '../domain/levelling/levelling-input.js';
import type { Database } from './database.js';
import { employmentsOf } from './people.js';

export interface InputQuestion {
  readonly projectIds: readonly string[];
  readonly weights: ReadonlyMap<string, number>;
  readonly today: string;
}

/** What a levelling works with, and the plan versions it was read from. */
export interface ReadInput {
  readonly input: LevellingInput;
  readonly planVersions: ReadonlyMap<string, number>;
}

/** Everything about the chosen projects and whoever works in them, as of one moment. */
export async function readLevellingInput(database: Database, question: InputQuestion): Promise<ReadInput> {
  const { projectIds, weights, today } = question;
  return database.$transaction(
    async (tx) => {
      const chosen = { projectId: { in: [...projectIds] } };
      const plans = await tx.projectPlan.findMany({ where: chosen });
      const tasks = await tx.plannedTask.findMany({ where: chosen, orderBy: { taskId: 'asc' } });
      const own = await tx.booking.findMany({ where: chosen, orderBy: { bookingId: 'asc' } });
      const roles = [...new Set(own.flatMap((b) => (b.personId === null ? [b.resourceName] : [])))];
      const staffed = new Set(own.flatMap(({ personId }) => personId ?? []));
      const people = await tx.person.findMany({
        where: {
          OR: [
            { personId: { in: [...staffed] } },
            ...roles.map((role) => ({ role: { equals: role.trim(), mode: 'insensitive' as const } })),
          ],
        },
        include: { leaves: { where: { isCancelled: false, to: { gte: today } } } },
        orderBy: { personId: 'asc' },
      });
      const others = await tx.booking.findMany({
        where: {
          projectId: { notIn: [...projectIds] },
          finish: { gte: today },
          OR: [
            { personId: { in: people.map(({ personId }) => personId) } },
            { personId: null, resourceName: { in: roles } },
          ],
        },
        orderBy: { bookingId: 'asc' },
      });
      const employments = await employmentsOf(
        tx,
        people.map(({ personId }) => personId),
        today,
      );
      const input: LevellingInput = {
        today,
        projects: projectIds.map((projectId) => {
          const plan = plans.find((one) => one.projectId === projectId);
          const dueOn = plan?.baselineFinish ?? plan?.finish;
          const weight = weights.get(projectId);
          return {
            projectId,
            ...(dueOn === undefined ? {} : { dueOn }),
            ...(weight === undefined ? {} : { weight }),
          };
        }),
        tasks: tasks.map(({ predecessors, ...task }) => ({
          ...task,
          predecessors: predecessors as InputLink[] | null,
        })),
        bookings: [...own, ...others].map(asInputBooking),
        people: people.map(({ personId, role, leaves }) => ({
          personId,
          role,
          periods: employments.get(personId)?.periods ?? [],
          leaves,
        })),
        sharedMilestones: await tx.sharedMilestone.findMany({ where: chosen }),
      };
      return { input, planVersions: new Map(plans.map((plan) => [plan.projectId, plan.planVersion])) };
    },
    { isolationLevel: 'RepeatableRead', timeout: 30_000 },
  );
}

function asInputBooking(row: InputBooking): InputBooking {
  const { taskId, projectId, resourceName, personId, start, finish, workMinutes } = row;
  return { taskId, projectId, resourceName, personId, start, finish, workMinutes };
}
