import { setTimeout as pause } from 'node:timers/promises';
import type { OpenedProject } from '../house/open-project.js';
import type { TrialHouse } from '../house/trial-house.js';
import type { CommandCall, CommandLog } from './command-log.js';

export interface LoadTarget {
  readonly trial: TrialHouse;
  readonly log: CommandLog;
  /** Progress and cost by hand go here, */
  readonly built: OpenedProject;
  /** invoices here: two ledgers, so that a cost in the wrong one shows. */
  readonly invoiced: OpenedProject;
  readonly checkIds: readonly string[];
  readonly milestoneId: string;
  readonly today: string;
  readonly pace?: Pace;
  /** Commands are numbered from here; 1 when left out. */
  readonly firstTurn?: number;
}

/** The breath a client takes between two commands, in milliseconds. */
export interface Pace {
  /** Commands that change what is there. */
  readonly fastMs: number;
  /** Commands that make lists longer. */
  readonly slowMs: number;
}

/** Which service decides a kind of command. */
export const DECIDED_BY: Readonly<Record<string, string>> = {
  progress: 'projects',
  project: 'projects',
  cost: 'budgeting',
  invoice: 'connectors',
  check: 'quality',
  'new check': 'quality',
  person: 'resourcing',
  decision: 'governance',
};

const USUAL_PACE: Pace = { fastMs: 20, slowMs: 120 };
const PAGE_PATIENCE_MS = 10_000;

/** Clients at work until they are stopped: each sends one command at a time and takes a breath in between. */
export class ClientLoad {
  #isOver = false;
  readonly #lanes: Promise<void>[];

  constructor(private readonly target: LoadTarget) {
    const { built, checkIds } = target;
    const { fastMs, slowMs } = target.pace ?? USUAL_PACE;
    this.#lanes = [
      ...built.tasks
        .slice(0, 4)
        .map((task) => this.#lane(fastMs, (turn) => progress(target, task.taskId, turn))),
      ...checkIds.map((checkId) => this.#lane(fastMs, (turn) => decideCheck(checkId, turn))),
      this.#lane(fastMs, (turn) => actualCost(target, turn)),
      this.#lane(fastMs, (turn) => invoice(target, turn)),
      this.#lane(slowMs, (turn) => newProject(turn)),
      this.#lane(slowMs, (turn) => newCheck(target, turn)),
      this.#lane(slowMs, (turn) => person(turn)),
      this.#lane(slowMs, (turn) => decision(target, turn)),
      this.#readPages(fastMs),
    ];
  }

  /** Lets everybody finish what they began, unknown outcomes included. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#lanes);
  }

  async #lane(breathMs: number, next: (turn: number) => CommandCall): Promise<void> {
    for (let turn = this.target.firstTurn ?? 1; !this.#isOver; turn += 1) {
      await this.target.log.send(next(turn));
      await pause(breathMs);
    }
  }

  async #readPages(breathMs: number): Promise<void> {
    const { trial, built } = this.target;
    const address = new URL(`/v1/projects/${built.projectId}`, trial.house.url);
    while (!this.#isOver) {
      const headers = { Authorization: `Bearer ${await trial.house.tokenOf('sam.rossi')}` };
      const signal = AbortSignal.timeout(PAGE_PATIENCE_MS);
      await fetch(address, { headers, signal })
        .then((answer) => answer.arrayBuffer())
        .catch(() => undefined);
      await pause(breathMs);
    }
  }
}

function progress({ built, today }: LoadTarget, taskId: string, turn: number): CommandCall {
  return {
    kind: 'progress',
    handle: 'anna.meyer',
    method: 'PATCH',
    path: `/v1/projects/${built.projectId}/tasks/${taskId}/progress`,
    body: { percentComplete: 1 + (turn % 99), asOf: today },
  };
}

function actualCost({ built, today }: LoadTarget, turn: number): CommandCall {
  const amountMinor = String(1_000 + turn);
  return {
    kind: 'cost',
    handle: 'anna.meyer',
    method: 'POST',
    path: `/v1/projects/${built.projectId}/actual-costs`,
    body: { amountMinor, currency: 'EUR', postedOn: today, reference: `voucher ${turn}` },
  };
}

function invoice({ invoiced, today }: LoadTarget, turn: number): CommandCall {
  const documentNumber = `INV-${turn}`;
  const data = {
    projectCode: invoiced.code,
    currency: 'EUR',
    supplier: 'Northwind Engineering',
    documentNumber,
    documentDate: today,
    postingDate: today,
    amount: `${100 + turn}.00`,
  };
  return {
    kind: 'invoice',
    handle: 'anna.meyer',
    method: 'POST',
    path: '/v1/connectors/events',
    body: {
      specversion: '1.0',
      id: documentNumber,
      source: '/trial/erp',
      type: 'erp.invoice.posted.v1',
      data,
    },
  };
}

/** Every seventh finding comes without evidence and is refused: what is refused must leave nothing behind. */
function decideCheck(checkId: string, turn: number): CommandCall {
  return {
    kind: 'check',
    handle: 'mia.dubois',
    method: 'POST',
    path: `/v1/checks/${checkId}/decision`,
    body: { state: 'passed', ...(turn % 7 === 0 ? {} : { evidence: `Record ${turn}` }) },
  };
}

function newCheck({ built, milestoneId }: LoadTarget, turn: number): CommandCall {
  return {
    kind: 'new check',
    handle: 'mia.dubois',
    method: 'POST',
    path: `/v1/projects/${built.projectId}/milestones/${milestoneId}/checks`,
    body: { title: `Check ${turn}`, isMandatory: false },
  };
}

function newProject(turn: number): CommandCall {
  return {
    kind: 'project',
    handle: 'anna.meyer',
    method: 'POST',
    path: '/v1/projects',
    body: {
      code: `NEW-${turn}`,
      name: `Idea ${turn}`,
      portfolio: 'Ideas',
      stage: 'idea',
      phases: [],
      currency: 'EUR',
    },
  };
}

function person(turn: number): CommandCall {
  return {
    kind: 'person',
    handle: 'lea.chen',
    method: 'POST',
    path: '/v1/people',
    body: {
      employeeNumber: `T-${turn}`,
      name: `Worker ${turn}`,
      role: 'Analyst',
      orgUnit: 'Finance',
      ftePercent: 100,
      employedFrom: '2020-01-01',
    },
  };
}

function decision({ built, today }: LoadTarget, turn: number): CommandCall {
  return {
    kind: 'decision',
    handle: 'anna.meyer',
    method: 'POST',
    path: `/v1/projects/${built.projectId}/decisions`,
    body: { title: `Decision ${turn}`, kind: 'approval', dueOn: today },
  };
}
