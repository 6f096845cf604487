import type { TemplateSource } from '../domain/template/template-of-plan.js';
import { adoptedPlan } from './adopted-plan.js';
import type { Tx } from './database.js';
import type { LoadedPlan } from './plans.js';
import { phasesOf, type ProjectRow } from './projects.js';

/** A plan with the checks and gates that hang on it, as the other owners told them. */
export async function templateSource(
  tx: Tx,
  project: ProjectRow,
  plan: LoadedPlan,
  roles: ReadonlyMap<string, string>,
): Promise<TemplateSource> {
  const { projectId } = project;
  const milestones = await tx.milestone.findMany({
    where: { projectId, isWithdrawn: false },
    select: { milestoneId: true, phaseId: true },
  });
  const present = new Set(milestones.map(({ milestoneId }) => milestoneId));
  const checks = await tx.milestoneCheck.findMany({ where: { projectId }, orderBy: { position: 'asc' } });
  return {
    plan: await adoptedPlan(tx, plan),
    phases: phasesOf(project),
    phaseOfMilestone: new Map(milestones.map(({ milestoneId, phaseId }) => [milestoneId, phaseId])),
    checks: checks.filter(({ milestoneId }) => present.has(milestoneId)),
    gates: await tx.projectGate.findMany({ where: { projectId } }),
    roles,
  };
}
