import { maySeeProject, requireVisible } from '@meridian/access';
import type { Call } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import type { WrittenDraft } from '../domain/timesheet/time-draft.js';
import type { Tx } from './database.js';
import { employmentsOf } from './people.js';

/**
 * New time is for days on which the person is employed, for projects that the person may see or is booked in, and for
 * tasks of their plans. What takes a line back repeats what was allowed once.
 */
export async function requireWork(
  call: Call<Tx>,
  personId: string,
  drafts: readonly WrittenDraft[],
): Promise<void> {
  const fresh = drafts.filter(({ reversesEntryId }) => reversesEntryId === null);
  if (fresh.length === 0) return;
  await requireEmployed(call, personId, fresh);
  await requireProjects(call, personId, fresh);
  await requireTasks(call.tx, fresh);
}

async function requireEmployed(
  { tx, now }: Call<Tx>,
  personId: string,
  drafts: readonly WrittenDraft[],
): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  const periods = (await employmentsOf(tx, [personId], today)).get(personId)?.periods ?? [];
  const off = drafts.find(
    ({ day }) => !periods.some(({ from, until }) => from <= day && (until === null || day <= until)),
  );
  if (!off) return;
  throw new Refusal(
    'resourcing/not-employed',
    `You were not employed on ${off.day}; no time is kept for it.`,
    {
      kind: 'unprocessable',
      details: { day: off.day },
    },
  );
}

async function requireProjects(
  { tx, claims }: Call<Tx>,
  personId: string,
  drafts: readonly WrittenDraft[],
): Promise<void> {
  const projectIds = [...new Set(drafts.flatMap(({ projectId }) => projectId ?? []))];
  if (projectIds.length === 0) return;
  const projects = await tx.project.findMany({ where: { projectId: { in: projectIds } } });
  const hidden = projectIds.filter((id) => {
    const project = projects.find(({ projectId }) => projectId === id);
    return !project || !maySeeProject(claims, project);
  });
  if (hidden.length === 0) return;
  const booked = await tx.booking.findMany({
    where: { personId, projectId: { in: hidden } },
    distinct: ['projectId'],
    select: { projectId: true },
  });
  if (booked.length < hidden.length) requireVisible(claims, null);
}

async function requireTasks(tx: Tx, drafts: readonly WrittenDraft[]): Promise<void> {
  const taskIds = [...new Set(drafts.flatMap(({ taskId }) => taskId ?? []))];
  if (taskIds.length === 0) return;
  const where = { taskId: { in: taskIds } };
  const select = { taskId: true, projectId: true };
  const tasks = await tx.plannedTask.findMany({ where, select });
  const assigned = await tx.booking.findMany({ where, select });
  const places = new Set([...tasks, ...assigned].map(({ taskId, projectId }) => `${projectId} ${taskId}`));
  const unknown = drafts.find(
    ({ taskId, projectId }) => taskId !== null && !places.has(`${projectId} ${taskId}`),
  );
  if (!unknown) return;
  throw new Refusal(
    'resourcing/task-not-in-plan',
    'A line is for a task that the plan of its project does not have; name another one, or the project alone.',
    { kind: 'unprocessable', details: { taskId: unknown.taskId } },
  );
}
