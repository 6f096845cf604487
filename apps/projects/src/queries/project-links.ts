import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject, requireVisible, type Person } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { ProjectLinkLine, ProjectLinkList, ProjectLinks } from '@meridian/contracts-projects';
import { isFromFinish } from '../domain/links/foreign-link.js';
import { HIDDEN } from '../domain/links/link-circle.js';
import { Database } from '../persistence/database.js';
import type { TaskRow } from '../persistence/plans.js';
import type { ProjectLinkRow } from '../persistence/project-links.js';
import type { ProjectRow } from '../persistence/projects.js';

@Controller()
export class ProjectLinksQuery {
  constructor(private readonly database: Database) {}

  @Answers(ProjectLinks)
  async handle(@Payload() { projectId }: ProjectLinks, @Ctx() asking: Asking): Promise<ProjectLinkList> {
    requireVisible(asking.claims, await this.database.project.findUnique({ where: { projectId } }));
    const links = await this.database.projectLink.findMany({
      where: { removedAt: null, OR: [{ fromProjectId: projectId }, { toProjectId: projectId }] },
      orderBy: [{ madeAt: 'asc' }, { linkId: 'asc' }],
    });
    const projectIds = links.flatMap(({ fromProjectId, toProjectId }) => [fromProjectId, toProjectId]);
    const taskIds = links.flatMap(({ fromTaskId, toTaskId }) => [fromTaskId, toTaskId]);
    const projects = await this.database.project.findMany({ where: { projectId: { in: projectIds } } });
    const tasks = await this.database.task.findMany({ where: { taskId: { in: taskIds }, isActive: true } });
    const known = {
      projects: new Map(projects.map((row) => [row.projectId, row])),
      tasks: new Map(tasks.map((row) => [row.taskId, row])),
    };
    return {
      projectId,
      links: links.map((link) => toldLink(link, { projectId, known, person: asking.claims })),
    };
  }
}

interface Sight {
  readonly projectId: string;
  readonly person: Person;
  readonly known: {
    readonly projects: ReadonlyMap<string, ProjectRow>;
    readonly tasks: ReadonlyMap<string, TaskRow>;
  };
}

function toldLink(link: ProjectLinkRow, { projectId, known, person }: Sight): ProjectLinkLine {
  const { linkId, version, lagMinutes } = link;
  const waits = link.toProjectId === projectId;
  const [own, far] = waits ? [link.toTaskId, link.fromTaskId] : [link.fromTaskId, link.toTaskId];
  const [task, other] = [known.tasks.get(own), known.tasks.get(far)];
  const project = known.projects.get(waits ? link.fromProjectId : link.toProjectId);
  const isSeen = project !== undefined && maySeeProject(person, project);
  const isByFinish = isFromFinish({ kind: link.kind as ProjectLinkLine['kind'] });
  return {
    linkId,
    version,
    direction: waits ? 'waits' : 'gives',
    taskId: own,
    ...(task === undefined ? {} : { taskName: task.name }),
    kind: link.kind as ProjectLinkLine['kind'],
    lagMinutes,
    ...(isSeen ? seen(project, far, other, isByFinish) : { otherName: HIDDEN }),
    isHeld: task !== undefined && other !== undefined,
    madeBy: isSeen || waits ? link.madeByName : HIDDEN,
    madeAt: link.madeAt.toISOString(),
  };
}

function seen(
  { projectId, code, name }: ProjectRow,
  otherTaskId: string,
  task: TaskRow | undefined,
  isByFinish: boolean,
) {
  return {
    otherName: name,
    otherProjectId: projectId,
    otherCode: code,
    otherTaskId,
    ...(task === undefined ? {} : { otherTaskName: task.name }),
    ...(task === undefined ? {} : { otherOn: (isByFinish ? task.finish : task.start).slice(0, 10) }),
  };
}
