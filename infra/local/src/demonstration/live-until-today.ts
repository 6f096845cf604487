import type { GatewayClient } from '../gateway-client.js';
import { gateKeptCase, recordCase } from './business-cases.js';
import { eventually } from './eventually.js';
import { pastOf } from './past.js';
import type { StoryDays } from './story-days.js';
import { percentOn, type StoryProject } from './story.js';

/** The story as it is told: by whom, and when. */
export interface Story {
  readonly as: (handle: string) => GatewayClient;
  readonly days: StoryDays;
  readonly today: string;
}

export interface ProjectPage {
  readonly project: {
    readonly milestones: readonly { readonly milestoneId: string; readonly version: number }[];
  };
  readonly money: {
    readonly hasBudget: boolean;
    readonly evMinor?: string;
    readonly statusDate?: string;
  } | null;
  readonly plan: { readonly tasks: readonly { readonly taskId: string; readonly name: string }[] } | null;
  readonly quality: { readonly milestones: readonly StoryMilestone[] } | null;
  readonly governance: { readonly gates: readonly StoryGate[] } | null;
}

interface StoryMilestone {
  readonly milestoneId: string;
  readonly name: string;
  readonly checks: readonly {
    readonly checkId: string;
    readonly isMandatory: boolean;
    readonly state: string;
  }[];
}

interface StoryGate {
  readonly gateId: string;
  readonly phaseId: string;
  readonly isReady: boolean;
  readonly evidence: readonly unknown[];
}

/**
 * Budget, the checks and gates that are behind the project with the business case each was decided on, and what it cost so
 * far.
 *
 * @param beforeBudget runs when the plan is there and before the budget is approved
 */
export async function liveUntilToday(
  story: Story,
  project: StoryProject,
  id: string,
  beforeBudget: () => Promise<void>,
): Promise<void> {
  const { as } = story;
  const page = (): Promise<ProjectPage> => as('anna.meyer').get(`/v1/projects/${id}`);
  const milestones = project.tasks.filter((task) => task.days === 0);
  const known = await eventually(
    page,
    (p) => p.quality?.milestones.length === milestones.length && p.plan !== null,
  );
  await beforeBudget();
  await approveBudget(story, project, id, known);
  await recordCase(story, project.code, id, 1);
  await live(story, project, id, known);
  for (const milestone of known.quality?.milestones ?? []) {
    const told = milestones.find((task) => task.name === milestone.name);
    if (told && percentOn(told, 0) === 100) await accept(story, id, milestone);
  }
  const past = project.phases.filter((phase) => phase.gate <= 0);
  for (const [index, phase] of past.entries()) {
    const ready = await eventually(
      page,
      (p) => gateOf(p, phase.id)?.isReady === true && gateOf(p, phase.id)?.evidence.length !== 0,
    );
    const gate = gateOf(ready, phase.id);
    await as('sam.rossi').command('POST', `/v1/gates/${gate?.gateId}/decision`, {
      decision: 'go',
      reason: 'All evidence was there; the steering committee agreed.',
    });
    await gateKeptCase(story, project.code, id, index + 1);
    await recordCase(story, project.code, id, index + 2);
  }
}

function gateOf(page: ProjectPage, phaseId: string): StoryGate | undefined {
  return page.governance?.gates.find((gate) => gate.phaseId === phaseId);
}

async function approveBudget(
  { as }: Story,
  project: StoryProject,
  id: string,
  page: ProjectPage,
): Promise<void> {
  const taskIds = new Map(page.plan?.tasks.map((task) => [task.name, task.taskId]));
  const total = project.tasks.reduce((sum, task) => sum + task.budget, 0);
  const budget = {
    currency: 'EUR',
    lines: project.tasks
      .filter((task) => task.budget > 0)
      .map((task) => ({
        name: task.name,
        category: task.people.length > 0 ? 'labour' : 'external',
        amountMinor: String(task.budget * 100),
        taskId: taskIds.get(task.name),
      })),
    contingencyMinor: String(Math.round(total * 0.05) * 100),
    tolerancePercent: 10,
    policy: 'warn',
    decision: 'Steering committee, approval of the business case',
  };
  await as('sam.rossi').command('PUT', `/v1/projects/${id}/budget`, budget, { 'If-Match': '"0"' });
}

async function accept({ as }: Story, id: string, milestone: StoryMilestone): Promise<void> {
  for (const check of milestone.checks.filter((one) => one.isMandatory && one.state === 'open')) {
    await as('mia.dubois').command('POST', `/v1/checks/${check.checkId}/decision`, {
      state: 'passed',
      evidence: `Acceptance record of "${milestone.name}"`,
    });
  }
  await as('mia.dubois').command(
    'POST',
    `/v1/projects/${id}/milestones/${milestone.milestoneId}/acceptance`,
    {
      statement: 'Accepted at the review.',
    },
  );
}

/** Month after month: progress as it was reported, and what it cost by then, as events of the ERP system. */
async function live(
  { as, days }: Story,
  project: StoryProject,
  id: string,
  page: ProjectPage,
): Promise<void> {
  const taskIds = new Map(page.plan?.tasks.map((task) => [task.name, task.taskId]));
  const manager = as(project.manager);
  const order = `PO-${project.code}`;
  const past = pastOf(project);
  if (past.length === 0) return;
  await cost(as('anna.meyer'), project, 'commitment.recorded', {
    orderNumber: order,
    documentNumber: order,
    amount: `${past.reduce((sum, { spent }) => sum + Math.round(spent * 0.4), 0)}.00`,
    ...dated(days.on(past[0]?.day ?? 0)),
  });
  for (const [index, { day, reports, spent }] of past.entries()) {
    for (const { task, percentComplete } of reports) {
      await manager.command('PATCH', `/v1/projects/${id}/tasks/${taskIds.get(task.name)}/progress`, {
        percentComplete,
        asOf: days.on(day),
        actualStart: days.on(task.days === 0 ? task.from - 1 : task.from),
        ...(percentComplete === 100 ? { actualFinish: days.on(task.from + task.days - 1) } : {}),
      });
    }
    const invoiced = Math.round(spent * 0.3);
    const anna = as('anna.meyer');
    const document = `${project.code}-${index + 1}`;
    if (invoiced > 0) {
      const invoice = { orderNumber: order, documentNumber: `INV-${document}`, amount: `${invoiced}.00` };
      await cost(anna, project, 'invoice.posted', { ...invoice, ...dated(days.on(day)) });
    }
    const journal = { documentNumber: `JRN-${document}`, amount: `${spent - invoiced}.00` };
    await cost(anna, project, 'invoice.posted', { ...journal, ...dated(days.on(day)) });
  }
}

function cost(
  client: GatewayClient,
  { code }: StoryProject,
  kind: 'commitment.recorded' | 'invoice.posted',
  data: Readonly<Record<string, string>>,
): Promise<unknown> {
  return client.command('POST', '/v1/connectors/events', {
    specversion: '1.0',
    id: `${kind} ${data['documentNumber']}`,
    source: '/demonstration/erp',
    type: `erp.${kind}.v1`,
    data: { projectCode: code, currency: 'EUR', supplier: 'Northwind Engineering', ...data },
  });
}

function dated(date: string): { readonly documentDate: string; readonly postingDate: string } {
  return { documentDate: date, postingDate: date };
}
