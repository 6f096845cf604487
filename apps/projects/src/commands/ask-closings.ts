import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { AskClosings, AskedClosing, ClosingsAsked } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { dueDay } from '../domain/closing/closing-asks.js';
import { startClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { lockProjects } from '../persistence/linked-plans.js';
import { requirePmo, type ProjectRow } from '../persistence/projects.js';

/** Each question goes to four services, and a command has its time. */
const AT_ONCE = 50;

/** Whoever is closing and has asked nobody asks now; nobody is asked twice. */
@Controller()
export class AskClosingsCommand {
  @Answers(AskClosings)
  async handle(
    @Payload() { projectIds, limit = AT_ONCE }: AskClosings,
    @Ctx() call: Call<Tx>,
  ): Promise<ClosingsAsked> {
    const { tx, now, claims } = call;
    if (projectIds === undefined) requirePmo(claims);
    else await requireClosing(call, projectIds);
    const silent = await silentClosings(tx, projectIds);
    await lockProjects(tx, silent.slice(0, limit));
    // Another one may have asked while the rows were waited for.
    const still = new Set(await silentClosings(tx, silent.slice(0, limit)));
    const projects = await tx.project.findMany({
      where: { projectId: { in: [...still] } },
      orderBy: { code: 'asc' },
    });
    const asked: AskedClosing[] = [];
    for (const project of projects) {
      const isStopped = await wasStopped(tx, project.projectId);
      await startClosing(project, { byName: claims.name, isStopped }, call);
      asked.push({ projectId: project.projectId, code: project.code, dueOn: dueDay(now) });
    }
    return { asked, remaining: Math.max(0, silent.length - limit) };
  }
}

/** Projects in closing that have no closing running, in the order of their ids. */
async function silentClosings(tx: Tx, projectIds?: readonly string[]): Promise<string[]> {
  const among = projectIds === undefined ? {} : { projectId: { in: [...projectIds] } };
  const closing = await tx.project.findMany({
    where: { stage: 'closing', ...among },
    select: { projectId: true },
    orderBy: { projectId: 'asc' },
  });
  const running = await tx.closing.findMany({
    where: { state: 'open', ...among },
    select: { projectId: true },
  });
  const asked = new Set(running.map(({ projectId }) => projectId));
  return closing.flatMap(({ projectId }) => (asked.has(projectId) ? [] : [projectId]));
}

/** @throws Refusal when the caller does not manage one of them, or `projects/not-closing` */
async function requireClosing(
  { tx, claims }: Pick<Call<Tx>, 'tx' | 'claims'>,
  projectIds: readonly string[],
): Promise<void> {
  const rows = await tx.project.findMany({ where: { projectId: { in: [...projectIds] } } });
  const byId = new Map(rows.map((row): [string, ProjectRow] => [row.projectId, row]));
  for (const projectId of projectIds) {
    const project = byId.get(projectId);
    requireManager(claims, project);
    if (project?.stage !== 'closing') throw notClosing(project as ProjectRow);
  }
}

async function wasStopped(tx: Tx, projectId: string): Promise<boolean> {
  const last = await tx.stageTransition.findFirst({
    where: { projectId },
    orderBy: { number: 'desc' },
    select: { reasonCode: true },
  });
  return last?.reasonCode != null;
}

function notClosing({ code, stage }: ProjectRow): Refusal {
  return new Refusal(
    'projects/not-closing',
    `${code} is not closing (its stage is ${stage}); the others are asked when it is moved there.`,
    { details: { stage } },
  );
}
