import { slipDays } from '../domain/milestone/milestone.js';
import { differenceCounts, templateDifferences } from '../domain/template/template-differences.js';
import type { TemplateContent } from '../domain/template/template-content.js';
import { templateOfPlan } from '../domain/template/template-of-plan.js';
import type { Tx } from './database.js';
import { loadPlan, type LoadedPlan } from './plans.js';
import type { ProjectRow } from './projects.js';
import { templateSource } from './template-source.js';

/** The project of a site in figures, and how far its plan left the template it began from; days are `YYYY-MM-DD`. */
export async function siteProject(tx: Tx, project: ProjectRow, template: TemplateContent) {
  const { projectId, code, stage } = project;
  const plan = await loadPlan(tx, projectId);
  const { start, finish, baselineFinish } = plan.state;
  const present = templateOfPlan(await templateSource(tx, project, plan, new Map()));
  // Checks belong to quality, which tells of them later than the plan is there.
  const differences = templateDifferences({ ...template, checks: [] }, { ...present, checks: [] });
  return {
    projectId,
    code,
    stage,
    percentComplete: percentOf(plan),
    start,
    finish,
    slipDays: slipDays({ baselineOn: baselineFinish, forecastOn: finish }),
    ...differenceCounts(differences),
  };
}

/** Of the working time of all tasks, rounded down; a plan of milestones alone counts them. */
function percentOf({ tasks }: LoadedPlan): number {
  const leaves = tasks.filter(({ isActive, isSummary }) => isActive && !isSummary);
  const isTimed = leaves.some(({ durationMinutes }) => durationMinutes > 0);
  const weight = ({ durationMinutes }: (typeof leaves)[number]) => (isTimed ? durationMinutes : 1);
  const all = leaves.reduce((sum, task) => sum + weight(task), 0);
  const done = leaves.reduce((sum, task) => sum + weight(task) * task.percentComplete, 0);
  return all === 0 ? 0 : Math.floor(done / all);
}
