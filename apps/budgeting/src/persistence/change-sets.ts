import type { ChangeSet, ChangeSetLine } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { changesToDo } from '../domain/portfolio/change-set.js';
import type { ReviewedChange } from '../domain/portfolio/change-set.js';
import type { CandidateChange } from '../domain/portfolio/scenario-changes.js';
import type { Database, Tx } from './database.js';
import type { ChangeSet as ChangeSetRow, ChangeSetLine as LineRow } from './generated/client.js';
import { askedIn, keptIn, lockPortfolio } from './scenarios.js';
import type { ScenarioRow } from './scenarios.js';

export type ChangeSetWithLines = ChangeSetRow & { readonly lines: readonly LineRow[] };

export const IN_ORDER = { lines: { orderBy: { candidateId: 'asc' } } } as const;

/**
 * The change-set of a scenario, read again under the lock of its portfolio.
 *
 * @throws Refusal `budgeting/unknown-change-set`
 */
export async function lockedChangeSet(tx: Tx, scenarioId: string): Promise<ChangeSetWithLines> {
  const find = { where: { scenarioId }, include: IN_ORDER };
  const { portfolio } = known(await tx.changeSet.findUnique(find));
  await lockPortfolio(tx, portfolio);
  return known(await tx.changeSet.findUnique(find));
}

function known(row: ChangeSetWithLines | null): ChangeSetWithLines {
  if (row) return row;
  throw new Refusal('budgeting/unknown-change-set', 'There is no change-set of such a scenario.', {
    kind: 'not-found',
  });
}

/** The portfolio's lock is held: an approved scenario opens its change-set, and the one in review before is superseded. */
export async function draftChangeSet(
  tx: Tx,
  scenario: ScenarioRow,
  changes: readonly CandidateChange[],
  now: Date,
): Promise<void> {
  const { scenarioId, name, portfolio } = scenario;
  const { currency, choices } = keptIn(scenario);
  const costs = new Map(choices.map(({ candidateId, costMinor }) => [candidateId, costMinor]));
  const lines = changesToDo(changes, await undoneIn(tx, portfolio), askedIn(scenario));
  const used = await usedUntilNow(tx, currency, lines);
  await tx.changeSet.updateMany({
    where: { portfolio, state: 'in-review' },
    data: { state: 'superseded', version: { increment: 1 } },
  });
  await tx.changeSet.create({
    data: {
      scenarioId,
      version: 1,
      name,
      portfolio,
      currency,
      state: 'in-review',
      draftedAt: now,
      lines: {
        create: lines.map(({ candidateId, name: title, projectId, change, startsIn, startedIn }) => ({
          ...moneyOf(change, BigInt(costs.get(candidateId) ?? '0'), used.get(projectId ?? '')),
          candidateId,
          version: 1,
          name: title,
          projectId: projectId ?? null,
          change,
          startsIn: startsIn ?? null,
          startedIn: startedIn ?? null,
          review: 'open',
        })),
      },
    },
  });
}

/** What a scenario gives is for the time to come: what a project had used until then is part of its budget too. */
function moneyOf(change: ReviewedChange['change'], costMinor: bigint, usedMinor = 0n) {
  if (change === 'stop') return { costMinor: null, newBudgetMinor: null };
  return { costMinor, newBudgetMinor: costMinor + (usedMinor > 0n ? usedMinor : 0n) };
}

async function usedUntilNow(
  tx: Tx,
  currency: string,
  lines: readonly Pick<ReviewedChange, 'projectId'>[],
): Promise<ReadonlyMap<string, bigint>> {
  const budgets = await tx.budget.findMany({
    where: { projectId: { in: lines.flatMap(({ projectId }) => projectId ?? []) }, currency },
    select: { projectId: true, acMinor: true },
  });
  return new Map(budgets.map(({ projectId, acMinor }) => [projectId, acMinor]));
}

/** What the latest change-set of the portfolio says and nobody has carried out; what is ordered is on its way. */
async function undoneIn(tx: Tx, portfolio: string) {
  const last = await tx.changeSet.findFirst({
    where: { portfolio },
    orderBy: { draftedAt: 'desc' },
    include: { lines: true },
  });
  const undone = last?.lines.filter(({ outcome }) => outcome !== 'applied' && outcome !== 'ordered') ?? [];
  return undone.map(({ candidateId, name, projectId, change, startedIn }) => ({
    candidateId,
    name,
    change: change as ReviewedChange['change'],
    ...(projectId === null ? {} : { projectId }),
    ...(startedIn === null ? {} : { startedIn }),
  }));
}

/** With the budgets that the projects have now. */
export async function changeSetsOnWire(
  tx: Tx | Database,
  rows: readonly ChangeSetWithLines[],
): Promise<readonly ChangeSet[]> {
  const ids = rows.flatMap(({ lines }) => lines.flatMap(({ projectId }) => projectId ?? []));
  const budgets = await tx.budget.findMany({
    where: { projectId: { in: [...new Set(ids)] }, version: { gt: 0 } },
    select: { projectId: true, currency: true, bacMinor: true },
  });
  return rows.map((row) => {
    const { lines, decision, appliedAt, appliedBy, draftedAt, state, ...changeSet } = row;
    const own = new Map(
      budgets
        .filter(({ currency }) => currency === row.currency)
        .map(({ projectId, bacMinor }) => [projectId, bacMinor]),
    );
    return {
      ...changeSet,
      state: state as ChangeSet['state'],
      draftedAt: draftedAt.toISOString(),
      ...(decision === null ? {} : { decision }),
      ...(appliedAt === null ? {} : { appliedAt: appliedAt.toISOString() }),
      ...(appliedBy === null ? {} : { appliedBy }),
      lines: lines.map((line) => lineOnWire(line, own.get(line.projectId ?? ''))),
    };
  });
}

export function lineOnWire(row: LineRow, budgetMinor?: bigint): ChangeSetLine {
  const { scenarioId, candidateId, version, name, change, review, reviewedAt, outcome, budgetOutcome } = row;
  const { costMinor, newBudgetMinor } = row;
  return {
    scenarioId,
    candidateId,
    version,
    name,
    ...becoming(change as ReviewedChange['change']),
    review: review as ChangeSetLine['review'],
    ...told(row, TOLD),
    ...(costMinor === null ? {} : { costMinor: String(costMinor) }),
    ...(newBudgetMinor === null ? {} : { newBudgetMinor: String(newBudgetMinor) }),
    ...(budgetMinor === undefined ? {} : { budgetMinor: String(budgetMinor) }),
    ...(reviewedAt === null ? {} : { reviewedAt: reviewedAt.toISOString() }),
    ...(outcome === null ? {} : { outcome: outcome as NonNullable<ChangeSetLine['outcome']> }),
    ...(budgetOutcome === null
      ? {}
      : { budgetOutcome: budgetOutcome as NonNullable<ChangeSetLine['budgetOutcome']> }),
  };
}

/** Who reads lines knew three changes before what stays got a budget as well. */
function becoming(change: ReviewedChange['change']): Pick<ChangeSetLine, 'change' | 'isKept'> {
  return change === 'keep' ? { change: 'move', isKept: true } : { change };
}

const TOLD = [
  'projectId',
  'startsIn',
  'startedIn',
  'reason',
  'reviewedBy',
  'settled',
  'budgetSettled',
  'budgetEntryId',
] as const;

/** Those of the fields that have a value. */
function told<K extends (typeof TOLD)[number]>(
  row: LineRow,
  fields: readonly K[],
): Partial<Record<K, string>> {
  return Object.fromEntries(
    fields.flatMap((field) => (row[field] === null ? [] : [[field, row[field]]])),
  ) as Partial<Record<K, string>>;
}
