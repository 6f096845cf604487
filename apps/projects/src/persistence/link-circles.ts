import { maySeeProject, type Person } from '@meridian/access';
import {
  HIDDEN,
  requireNoLinkCircle,
  type CircleLink,
  type CircleTask,
} from '../domain/links/link-circle.js';
import type { Tx } from './database.js';
import { projectsBelow } from './linked-plans.js';

/** What would be new: a link between projects, or a plan in the place of the one before. */
export interface Wish {
  /** The project whose tasks others wait for. */
  readonly from: string;
  readonly link?: CircleLink;
  readonly incoming?: {
    readonly projectId: string;
    readonly tasks: readonly Omit<CircleTask, 'projectName'>[];
    readonly links: readonly CircleLink[];
  };
}

/**
 * Nothing may wait for itself through other projects. Only when projects wait for each other are their tasks looked at, all of
 * them as one network.
 *
 * @throws Refusal `projects/links-in-circle`; projects that the person may not see are not named
 */
export async function requireNoCircle(tx: Tx, wish: Wish, person: Person): Promise<void> {
  const below = await projectsBelow(tx, wish.from);
  if (!below.includes(wish.link?.giverId ?? wish.from)) return;
  const ids = [...new Set([...below, wish.from])];
  const projects = await tx.project.findMany({ where: { projectId: { in: ids } } });
  const nameOf = new Map(
    projects.map((row) => [row.projectId, maySeeProject(person, row) ? row.code : HIDDEN]),
  );
  const stored = ids.filter((id) => id !== wish.incoming?.projectId);
  const rows = await tx.task.findMany({ where: { projectId: { in: stored } } });
  const tasks = [
    ...rows,
    ...(wish.incoming?.tasks ?? []).map((task) => ({ ...task, projectId: wish.incoming!.projectId })),
  ].map((task) => ({ ...task, projectName: nameOf.get(task.projectId) ?? HIDDEN }));
  const links = await tx.link.findMany({ where: { projectId: { in: stored } } });
  const between = await tx.projectLink.findMany({
    where: { fromProjectId: { in: ids }, toProjectId: { in: ids }, removedAt: null },
  });
  requireNoLinkCircle(tasks, [
    ...(links as readonly CircleLink[]),
    ...(between as readonly CircleLink[]),
    ...(wish.incoming?.links ?? []),
    ...(wish.link === undefined ? [] : [wish.link]),
  ]);
}
