import { randomUUID } from 'node:crypto';
import type { Story } from './live-until-today.js';
import type { StoryProject } from './story.js';

/** Programmes by name: what the projects of the story are paid from. */
export type Funds = ReadonlyMap<string, string>;

/** What a programme holds beside the budgets and contingencies of its projects, in percent of them. */
const SPARE_PERCENT = 12;
const CONTINGENCY_PERCENT = 5;

/** The year's money goes from its source to the portfolio and on to the programmes, before any budget is approved. */
export async function layFunds(story: Story, projects: readonly StoryProject[]): Promise<Funds> {
  const source = await place(story, 'funding-source', 'Investment plan', {});
  const portfolio = await place(story, 'portfolio', 'Group portfolio', { parentId: source });
  const needs = new Map<string, number>();
  for (const { programme, tasks } of projects) {
    const budget = tasks.reduce((sum, task) => sum + task.budget, 0);
    needs.set(programme, (needs.get(programme) ?? 0) + budget);
  }
  const wanted = new Map([...needs].map(([name, budget]) => [name, withSpare(budget)]));
  const whole = [...wanted.values()].reduce((sum, amount) => sum + amount, 0);
  await allocate(story, whole * 1.1, { toNodeId: source });
  await allocate(story, whole * 1.03, { fromNodeId: source, toNodeId: portfolio });
  const funds = new Map<string, string>();
  for (const [name, amount] of wanted) {
    const programme = await place(story, 'programme', name, { parentId: portfolio });
    await allocate(story, amount, { fromNodeId: portfolio, toNodeId: programme });
    funds.set(name, programme);
  }
  return funds;
}

/** A project stands under its programme from the start: its budget is paid from there. */
export async function fundProject(
  { as }: Story,
  { name, programme }: StoryProject,
  funds: Funds,
  id: string,
): Promise<void> {
  const body = { nodeKind: 'project', name, currency: 'EUR', parentId: funds.get(programme) };
  await as('anna.meyer').command('PUT', `/v1/budget-nodes/${id}`, body, { 'If-Match': '"0"' });
}

/** The manager shares out what is left over control accounts and work packages; one share went to the wrong one and was taken back. */
export async function shareOut(story: Story, project: StoryProject, id: string): Promise<void> {
  const by = project.manager;
  const delivery = await place(story, 'control-account', 'Delivery', { parentId: id, by });
  const readiness = await place(story, 'control-account', 'Readiness', { parentId: id, by });
  const migration = await place(story, 'work-package', 'Data migration', {
    parentId: delivery,
    by,
    wbs: '5',
  });
  const training = await place(story, 'work-package', 'Training', { parentId: readiness, by, wbs: '8' });
  await allocate(story, 150_000, { fromNodeId: id, toNodeId: delivery }, by);
  await allocate(story, 60_000, { fromNodeId: delivery, toNodeId: migration }, by);
  const wrong = await allocate(story, 40_000, { fromNodeId: id, toNodeId: migration }, by);
  await story.as('anna.meyer').command('POST', `/v1/ledger-entries/${wrong.entryId}/reversal`, {
    postedOn: story.today,
    decision: 'Meant for the training, not for the migration',
  });
  await allocate(story, 40_000, { fromNodeId: id, toNodeId: readiness }, by);
  await allocate(story, 25_000, { fromNodeId: readiness, toNodeId: training }, by);
}

async function place(
  { as }: Story,
  nodeKind: string,
  name: string,
  { by = 'sam.rossi', ...place }: { readonly parentId?: string; readonly wbs?: string; readonly by?: string },
): Promise<string> {
  const nodeId = randomUUID();
  const body = { nodeKind, name, currency: 'EUR', ...place };
  await as(by).command('PUT', `/v1/budget-nodes/${nodeId}`, body, { 'If-Match': '"0"' });
  return nodeId;
}

function allocate(
  { as, today }: Story,
  euros: number,
  ends: { readonly fromNodeId?: string; readonly toNodeId: string },
  who = 'sam.rossi',
): Promise<{ entryId: string }> {
  return as(who).command('POST', '/v1/budget-movements', {
    ...ends,
    movement: 'allocate',
    amountMinor: String(Math.round(euros) * 100),
    currency: 'EUR',
    postedOn: today,
    reference: ends.fromNodeId === undefined ? 'Investment plan of the year' : 'Share of the plan',
    decision: 'Portfolio board, budget of the year',
  });
}

function withSpare(budget: number): number {
  return Math.ceil((budget * (100 + CONTINGENCY_PERCENT + SPARE_PERCENT)) / 100 / 10_000) * 10_000;
}
