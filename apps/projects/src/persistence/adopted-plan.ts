import { lastFinish } from '../domain/plan/last-finish.js';
import type { AdoptedPlan } from '../domain/plan-export/plan-file-of-plan.js';
import type { Tx } from './database.js';
import type { LoadedPlan } from './plans.js';

/** A plan with everything that is kept of it, for files. */
export async function adoptedPlan(tx: Tx, plan: LoadedPlan): Promise<AdoptedPlan> {
  const { projectId, dataDate } = plan.state;
  const { name, fileGuid, project } = await tx.plan.findUniqueOrThrow({
    where: { projectId },
    select: { name: true, fileGuid: true, project: { select: { managerName: true, currency: true } } },
  });
  const assignments = await tx.assignment.findMany({ where: { projectId }, orderBy: { uid: 'asc' } });
  const { settings, calendars, links } = plan.network.plan;
  return {
    fileGuid,
    name,
    manager: project.managerName,
    currency: project.currency,
    statusDate: dataDate,
    finish: lastFinish(plan),
    settings,
    calendars,
    tasks: plan.tasks,
    links,
    dates: plan.dates,
    assignments: assignments.map((one) => ({ ...one, unitsPercent: Number(one.unitsPercent) })),
  };
}
