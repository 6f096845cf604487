import type { MoneyFigures } from '@meridian/contracts-budgeting';
import type { ProjectGovernance } from '@meridian/contracts-governance';
import type { ProjectFile, ScheduledPlan, ScheduledTask } from '@meridian/contracts-projects';
import type { ProjectQualityFigures } from '@meridian/contracts-quality';
import type { ProjectStatusFigures } from '@meridian/contracts-reporting';
import type { ProjectPeopleFigures } from '@meridian/contracts-resourcing';
import { eventually } from '@meridian/testing';
import { mondayBefore, smallPlanXml } from './small-plan.js';
import type { TrialHouse } from './trial-house.js';

/** A project's page as the gateway answers it. */
export interface ProjectPage {
  readonly project: ProjectFile;
  readonly plan: ScheduledPlan | null;
  readonly money: MoneyFigures | null;
  readonly people: ProjectPeopleFigures | null;
  readonly quality: ProjectQualityFigures | null;
  readonly governance: ProjectGovernance | null;
  readonly status: ProjectStatusFigures | null;
  readonly missing: readonly { readonly part: string; readonly service: string }[];
}

export interface OpenedProject {
  readonly projectId: string;
  readonly code: string;
  /** The tasks that take progress, in the order of the plan. */
  readonly tasks: readonly ScheduledTask[];
  /** Approved budget of each task, minor units, in the same order. */
  readonly budgetsMinor: readonly bigint[];
}

export interface ProjectWish {
  readonly code: string;
  readonly portfolio: string;
  readonly tasks: number;
  readonly people?: readonly string[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Registers a project, imports its plan and approves a budget with a line for each task, as people would. */
export async function openProject(trial: TrialHouse, wish: ProjectWish): Promise<OpenedProject> {
  const { code, portfolio, today, tasks: count, people = [] } = wish;
  const anna = trial.as('anna.meyer');
  const { id: projectId } = await anna.command<{ id: string }>('POST', '/v1/projects', {
    code,
    name: `Project ${code}`,
    portfolio,
    stage: 'delivery',
    phases: [{ phaseId: 'build', name: 'Build', order: 1 }],
    currency: 'EUR',
  });
  const xml = smallPlanXml({ name: code, tasks: count, people, startsOn: mondayBefore(today, count) });
  await anna.command('POST', `/v1/projects/${projectId}/plan-imports`, {
    fileName: `${code}.xml`,
    contentBase64: Buffer.from(xml).toString('base64'),
  });
  const page = await anna.get<ProjectPage>(`/v1/projects/${projectId}`);
  const tasks = (page.plan?.tasks ?? []).filter(({ isMilestone, isSummary }) => !isMilestone && !isSummary);
  // Odd amounts, so that earned value has something to round.
  const budgetsMinor = tasks.map((_, index) => BigInt(1_000_003 * (index + 1)));
  await eventually(() => approveBudget(trial, projectId, tasks, budgetsMinor), { timeoutMs: 30_000 });
  return { projectId, code, tasks, budgetsMinor };
}

/** Budgeting may hear of the project a moment after it was registered. */
async function approveBudget(
  trial: TrialHouse,
  projectId: string,
  tasks: readonly ScheduledTask[],
  budgetsMinor: readonly bigint[],
): Promise<void> {
  const budget = {
    currency: 'EUR',
    lines: tasks.map(({ taskId, name }, index) => ({
      name,
      category: 'labour',
      amountMinor: String(budgetsMinor[index]),
      taskId,
    })),
    tolerancePercent: 10,
    policy: 'warn',
    decision: 'Steering committee',
  };
  const path = `/v1/projects/${projectId}/budget`;
  await trial.as('sam.rossi').command('PUT', path, budget, { 'If-Match': '"0"' });
}
