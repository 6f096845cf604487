import { randomUUID } from 'node:crypto';
import { ApproveBudget, EarnedValueChanged } from '@meridian/contracts-budgeting';
import { CommitmentRecorded, InvoicePosted } from '@meridian/contracts-connectors';
import { GateDecided } from '@meridian/contracts-governance';
import {
  PlanAdopted,
  PlannedTask,
  ProjectRecorded,
  TaskProgressed,
  TasksPlanned,
} from '@meridian/contracts-projects';
import { person } from '@meridian/testing';
import type { ServiceUnderTest, TestPerson } from '@meridian/testing';

// EVM-1: 100,000 planned 10/20/40/70/100% over five months.
const MONTHS = [
  ['2026-01-01', '2026-01-31', '1000000'],
  ['2026-02-01', '2026-02-28', '1000000'],
  ['2026-03-01', '2026-03-31', '2000000'],
  ['2026-04-01', '2026-04-30', '3000000'],
  ['2026-05-01', '2026-05-31', '3000000'],
] as const;

export const anna = person('pmo-manager', 'Anna');

interface Described {
  readonly projectId?: string;
  readonly isConfidential?: boolean;
  readonly portfolio?: string;
  readonly currency?: string;
}

/** A project as its neighbours tell budgeting of it. Amounts are minor units. */
export class TrialProject {
  readonly projectId: string;
  readonly code: string;
  readonly manager: TestPerson = person('project-manager', 'Jon');
  readonly taskIds: readonly string[] = MONTHS.map(() => randomUUID());
  private reports = 0;

  constructor(
    private readonly budgeting: ServiceUnderTest,
    private readonly described: Described = {},
  ) {
    this.projectId = described.projectId ?? randomUUID();
    this.code = `P-${this.projectId.slice(0, 8)}`;
  }

  /** Recorded, planned over five months, and not budgeted. */
  static async planned(budgeting: ServiceUnderTest, described: Described = {}): Promise<TrialProject> {
    const project = new TrialProject(budgeting, described);
    await project.record();
    await project.adoptPlan();
    return project;
  }

  record(): Promise<void> {
    const { projectId, code, manager, described } = this;
    return this.budgeting.hears(ProjectRecorded, {
      projectId,
      version: 1,
      code,
      name: 'Five months',
      portfolio: described.portfolio ?? 'Works',
      stage: 'delivery',
      phases: [],
      currency: described.currency ?? 'EUR',
      isConfidential: described.isConfidential ?? false,
      managerPersonId: manager.personId,
    });
  }

  /** Adopts the plan in two parts, with tasks changed or left out as told. */
  async adoptPlan(
    planVersion = 1,
    change: (tasks: PlannedTask[]) => PlannedTask[] = (tasks) => tasks,
  ): Promise<void> {
    const { projectId } = this;
    await this.budgeting.hears(PlanAdopted, {
      projectId,
      planVersion,
      name: 'Five months',
      source: 'plan.xml',
      start: '2026-01-01',
      finish: '2026-05-31',
      taskCount: 5,
      milestoneCount: 0,
      linkCount: 4,
      resourceCount: 0,
      assignmentCount: 0,
      criticalCount: 5,
      taskParts: 2,
      assignmentParts: 0,
    });
    const tasks = change(this.tasks());
    const [first, second] = [tasks.slice(0, 3), tasks.slice(3)];
    await this.budgeting.hears(TasksPlanned, { projectId, planVersion, part: 1, parts: 2, tasks: first });
    await this.budgeting.hears(TasksPlanned, { projectId, planVersion, part: 2, parts: 2, tasks: second });
  }

  approve(
    amountMinor = '10000000',
    more: Partial<ApproveBudget> = {},
    options: { readonly version?: number } = {},
  ) {
    const { projectId, described } = this;
    const lines = [{ name: 'Team', category: 'labour' as const, amountMinor }];
    const request = {
      projectId,
      currency: described.currency ?? 'EUR',
      decision: 'Board, 12 January',
      lines,
    };
    return this.budgeting.ask(anna, ApproveBudget, { ...request, ...more }, options);
  }

  /** The task of a month, counted from 0, is so far done. */
  progress(month: number, percentComplete: number, asOf: string): Promise<void> {
    this.reports += 1;
    return this.budgeting.hears(TaskProgressed, {
      projectId: this.projectId,
      taskId: this.taskIds[month] ?? '',
      taskVersion: this.reports,
      percentComplete,
      asOf,
      isMilestone: false,
      reportedBy: this.manager.personId,
    });
  }

  order(orderKey: string, amountMinor: string, documentKey = orderKey): Promise<void> {
    return this.budgeting.hears(CommitmentRecorded, {
      ...this.document(documentKey, amountMinor),
      orderKey,
    });
  }

  invoice(documentKey: string, amountMinor: string, more: Partial<InvoicePosted> = {}): Promise<void> {
    const document = { ...this.document(documentKey, amountMinor), orderKey: documentKey };
    return this.budgeting.hears(InvoicePosted, { ...document, ...more });
  }

  gate(decision: GateDecided['decision']): Promise<void> {
    return this.budgeting.hears(GateDecided, {
      projectId: this.projectId,
      gateId: randomUUID(),
      name: 'Gate 2',
      phaseId: 'build',
      decision,
      reason: 'The board has decided.',
      conditions: [],
      decidedBy: anna.personId,
      decidedByName: anna.name,
      decidedOn: '2026-02-01',
    });
  }

  async lastFigures() {
    return (await this.budgeting.announced(EarnedValueChanged, this.projectId)).at(-1);
  }

  private document(documentKey: string, amountMinor: string) {
    const [documentOn, postedOn] = ['2026-01-31', '2026-01-31'];
    const currency = this.described.currency ?? 'EUR';
    return { documentKey, projectCode: this.code, amountMinor, currency, documentOn, postedOn };
  }

  private tasks(): PlannedTask[] {
    return MONTHS.map(([start, finish, budgetMinor], month) => ({
      taskId: this.taskIds[month] ?? '',
      wbs: `1.${month + 1}`,
      name: `Month ${month + 1}`,
      isSummary: false,
      isMilestone: false,
      start,
      finish,
      baselineStart: start,
      baselineFinish: finish,
      durationMinutes: 9_600,
      workMinutes: 9_600,
      budgetMinor,
      percentComplete: 0,
      isCritical: true,
      totalFloatMinutes: 0,
    }));
  }
}
