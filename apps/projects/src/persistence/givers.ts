import { maySeeProject, type Person } from '@meridian/access';
import type { PlanNetwork } from '../domain/plan/schedule-plan.js';
import type { Giver } from '../domain/why/giver.js';
import type { Tx } from './database.js';

/** What the tasks of a plan wait for in other projects, by link, as this person may see it. */
export async function giversFor(
  tx: Tx,
  { plan }: PlanNetwork,
  person: Person,
): Promise<ReadonlyMap<string, Giver>> {
  const links = plan.foreign ?? [];
  if (links.length === 0) return new Map();
  const projectIds = [...new Set(links.map(({ fromProjectId }) => fromProjectId))];
  const projects = await tx.project.findMany({ where: { projectId: { in: projectIds } } });
  const seen = new Map(
    projects.filter((row) => maySeeProject(person, row)).map(({ projectId, name }) => [projectId, name]),
  );
  const tasks = await tx.task.findMany({
    where: { taskId: { in: links.map(({ fromTaskId }) => fromTaskId) } },
    select: { taskId: true, name: true },
  });
  const taskNames = new Map(tasks.map(({ taskId, name }) => [taskId, name]));
  return new Map(
    links.map((link): [string, Giver] => {
      const projectName = seen.get(link.fromProjectId);
      const taskName = taskNames.get(link.fromTaskId);
      const isSeen = projectName !== undefined && taskName !== undefined;
      return [link.linkId, { link, ...(isSeen ? { seen: { taskName, projectName } } : {}) }];
    }),
  );
}
