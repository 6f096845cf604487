import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject, requireVisible, type Person } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { ProjectLinkLine, ProjectLinkList, ProjectLinks } from '@meridian/contracts-projects';
import { isFromFinish, isToStart, linkSlack } from '../domain/links/foreign-link.js';
import { HIDDEN } from '../domain/links/link-circle.js';
import { calendarOfTask } from '../domain/plan/calendar-of-task.js';
import type { StoredPlan } from '../domain/plan/stored-plan.js';
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
    const plans = await this.database.plan.findMany({
      where: { projectId: { in: links.map(({ toProjectId }) => toProjectId) } },
      select: { projectId: true, calendars: true, settings: true },
    });
    const known = {
      projects: new Map(projects.map((row) => [row.projectId, row])),
      tasks: new Map(tasks.map((row) => [row.taskId, row])),
      plans: new Map(
        plans.map((row) => [row.projectId, row as unknown as Pick<StoredPlan, 'calendars' | 'settings'>]),
      ),
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
    /** Calendars of the projects that wait. */
    readonly plans: ReadonlyMap<string, Pick<StoredPlan, 'calendars' | 'settings'>>;
  };
}

function toldLink(link: ProjectLinkRow, { projectId, known, person }: Sight): ProjectLinkLine {
  const { linkId, version, lagMinutes } = link;
  const kind = link.kind as ProjectLinkLine['kind'];
  const waits = link.toProjectId === projectId;
  const giver = known.tasks.get(link.fromTaskId);
  const waiter = known.tasks.get(link.toTaskId);
  const given = giver && (isFromFinish({ kind }) ? giver.finish : giver.start);
  const waited = waiter && (isToStart({ kind }) ? waiter.start : waiter.finish);
  const own = waits
    ? { id: link.toTaskId, task: waiter, at: waited }
    : { id: link.fromTaskId, task: giver, at: given };
  const far = waits
    ? { id: link.fromTaskId, task: giver, at: given }
    : { id: link.toTaskId, task: waiter, at: waited };
  const project = known.projects.get(waits ? link.fromProjectId : link.toProjectId);
  const isSeen = project !== undefined && maySeeProject(person, project);
  const plan = known.plans.get(link.toProjectId);
  const isWhole = given !== undefined && waited !== undefined && waiter !== undefined && plan !== undefined;
  return {
    linkId,
    version,
    direction: waits ? 'waits' : 'gives',
    taskId: own.id,
    ...(own.task === undefined ? {} : { taskName: own.task.name }),
    ...(own.at === undefined ? {} : { ownOn: own.at.slice(0, 10) }),
    kind,
    lagMinutes,
    ...(isSeen ? seen(project, far) : { otherName: HIDDEN }),
    ...(isSeen && isWhole ? { ...slackOf({ lagMinutes, at: { given, waits: waited } }, waiter, plan) } : {}),
    isHeld: giver !== undefined && waiter !== undefined,
    madeBy: isSeen || waits ? link.madeByName : HIDDEN,
    madeAt: link.madeAt.toISOString(),
  };
}

function slackOf(
  link: Parameters<typeof linkSlack>[0],
  waiter: TaskRow,
  plan: Pick<StoredPlan, 'calendars' | 'settings'>,
) {
  const slackMinutes = linkSlack(link, calendarOfTask(waiter, plan));
  return { slackMinutes, floatMinutes: waiter.totalFloatMinutes };
}

interface FarEnd {
  readonly id: string;
  readonly task: TaskRow | undefined;
  readonly at: string | undefined;
}

function seen({ projectId, code, name }: ProjectRow, { id, task, at }: FarEnd) {
  return {
    otherName: name,
    otherProjectId: projectId,
    otherCode: code,
    otherTaskId: id,
    ...(task === undefined ? {} : { otherTaskName: task.name }),
    ...(at === undefined ? {} : { otherOn: at.slice(0, 10) }),
  };
}
