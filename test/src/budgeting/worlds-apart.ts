import { randomUUID } from 'node:crypto';
import * as contracts from '@meridian/contracts-budgeting';
import { MoveBudget, PostActualCost, PostDocument, RecordBudgetNode } from '@meridian/contracts-budgeting';
import type { RequestContract } from '@meridian/bus';
import type { ServiceUnderTest, TestPerson } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';
import type { TrialTime } from './trial-time.js';

/** A project with a control account on whose one task people book time; worlds differ in what these people earn only. */
export interface World {
  readonly project: TrialProject;
  readonly portfolio: string;
  readonly account: string;
  readonly people: readonly string[];
}

/** Money of a month lies with a control account; an invoice of 2,000.00, 25 % of the first month is done. */
export async function world(
  budgeting: ServiceUnderTest,
  time: TrialTime,
  perHourMinor: readonly string[],
): Promise<World> {
  const portfolio = `Works ${randomUUID()}`;
  const project = await TrialProject.planned(budgeting, { portfolio });
  const { projectId } = project;
  const node = async (nodeKind: RecordBudgetNode['nodeKind'], more: Partial<RecordBudgetNode>) => {
    const nodeId = more.nodeId ?? randomUUID();
    await budgeting.ask(anna, RecordBudgetNode, {
      nodeId,
      nodeKind,
      name: nodeKind,
      currency: 'EUR',
      ...more,
    });
    return nodeId;
  };
  const source = await node('funding-source', {});
  const above = await node('portfolio', { parentId: source });
  const programme = await node('programme', { parentId: above });
  await node('project', { nodeId: projectId, parentId: programme });
  await move(budgeting, anna, 'allocate', '10000000', { toNodeId: source });
  await move(budgeting, anna, 'allocate', '10000000', { fromNodeId: source, toNodeId: programme });
  await project.approve('5000000');
  const account = await node('control-account', { parentId: projectId, wbs: '1' });
  await move(budgeting, anna, 'allocate', '1000000', { fromNodeId: projectId, toNodeId: account });
  await project.progress(0, 25, '2026-01-31');
  await project.invoice(`I-${projectId}`, '200000');
  const people = perHourMinor.map(() => randomUUID());
  for (const [index, personId] of people.entries()) await time.rateOf(personId, perHourMinor[index] ?? '');
  for (const personId of people) await time.book(project, personId, { taskId: project.taskIds[1] ?? '' });
  return { project, portfolio, account, people };
}

export function move(
  budgeting: ServiceUnderTest,
  who: TestPerson,
  movement: MoveBudget['movement'],
  amountMinor: string,
  more: Partial<MoveBudget>,
) {
  const heading = { currency: 'EUR', postedOn: '2026-02-03', reference: movement, decision: 'Board' };
  return budgeting.ask(who, MoveBudget, { movement, amountMinor, ...heading, ...more });
}

type Question = RequestContract<object, unknown> & { readonly name: string };

/** All that budgeting can be asked: every question of its contracts, by name. */
export function questions(): readonly Question[] {
  return Object.values(contracts as Record<string, unknown>).filter(
    (one) => (one as { kind?: string }).kind === 'query',
  ) as Question[];
}

/** What a question names of the world; several where a figure could be had by subtracting dates or levels. */
export function bodiesFor(name: string, { project, portfolio, account }: World): readonly object[] {
  const { projectId } = project;
  const ofNode = [projectId, account].flatMap((nodeId) =>
    ['2026-02-02', '2026-02-03', undefined].map((asOf) => ({ nodeId, asOf })),
  );
  const known: Record<string, readonly object[]> = {
    BudgetTree: ofNode,
    LedgerStatement: ofNode,
    PortfolioMoney: [{ portfolio }],
    ReportedMoney: [{ portfolio }],
    ProjectForecast: [{ projectId }, { projectId, statusDate: '2026-01-31' }],
    ChangeSets: [{ portfolio }],
    Scenarios: [{ portfolio }],
    ScoringRounds: [{ portfolio }],
    FiscalCalendars: [{}],
    RateSets: [{}],
    ScoringModels: [{}],
    LabourRates: [{}],
    ScenarioQuestion: [{ scenarioId: projectId }],
    ScoringRound: [{ roundId: projectId }],
  };
  return known[name] ?? [{ projectId }];
}

/** Every answer to every question, as this person gets it. */
export async function everythingTold(
  budgeting: ServiceUnderTest,
  one: World,
  who: TestPerson,
): Promise<Readonly<Record<string, unknown>>> {
  const told: Record<string, unknown> = {};
  for (const question of questions())
    for (const [index, body] of bodiesFor(question.name, one).entries())
      told[`${question.name} ${index}`] = await answerTo(budgeting.ask(who, question, body));
  return told;
}

/** What this person is answered who moves money of the project, and who asks for more than there is. */
export async function everythingOrdered(
  budgeting: ServiceUnderTest,
  { project, account }: World,
  who: TestPerson,
): Promise<Readonly<Record<string, unknown>>> {
  const told: Record<string, unknown> = {};
  const heading = {
    projectId: project.projectId,
    currency: 'EUR',
    postedOn: '2026-02-04',
    reference: 'By hand',
  };
  const orders: Record<string, () => Promise<unknown>> = {
    cost: () => budgeting.ask(who, PostActualCost, { ...heading, amountMinor: '100' }),
    tooMuchCost: () => budgeting.ask(who, PostActualCost, { ...heading, amountMinor: '90000000' }),
    document: () =>
      budgeting.ask(who, PostDocument, {
        ...heading,
        documentKind: 'requisition',
        orderId: `R-${randomUUID()}`,
        nodeId: account,
        amountMinor: '100',
        decision: 'Board',
      }),
    tooLargeDocument: () =>
      budgeting.ask(who, PostDocument, {
        ...heading,
        documentKind: 'order',
        orderId: `O-${randomUUID()}`,
        nodeId: account,
        amountMinor: '90000000',
        decision: 'Board',
      }),
    back: () => move(budgeting, who, 'release', '100', { fromNodeId: account, toNodeId: project.projectId }),
    tooMuchBack: () =>
      move(budgeting, who, 'release', '90000000', { fromNodeId: account, toNodeId: project.projectId }),
  };
  for (const [name, order] of Object.entries(orders)) told[name] = await answerTo(order());
  return told;
}

/** All that was announced of the project, which is all that other services, reports and subscribers have. */
export async function everythingAnnounced(budgeting: ServiceUnderTest, { project }: World): Promise<unknown> {
  const rows = await budgeting.rows<{ type: string; payload: unknown }>(
    `SELECT type, payload FROM bus.outbox WHERE aggregate_id = $1 ORDER BY position`,
    project.projectId,
  );
  return alike(rows);
}

async function answerTo(answer: Promise<unknown>): Promise<unknown> {
  const said = await answer.catch((refusal: { code: string; message: string; details?: unknown }) => ({
    refused: refusal.code,
    sentence: refusal.message,
    details: refusal.details,
  }));
  return alike(said);
}

/** Without what tells two worlds apart that are the same: ids by their order, moments, numbers of entries. */
function alike(said: unknown): unknown {
  const ids = new Map<string, string>();
  const text = JSON.stringify(said)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      ids.set(id, ids.get(id) ?? `id ${ids.size + 1}`);
      return ids.get(id) ?? '';
    })
    .replace(/"(P|erp:P)-[0-9a-f]{8}/g, '"P')
    .replace(/"entryNo":"\d+"/g, '"entryNo":""')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'moment');
  return JSON.parse(text) as unknown;
}
