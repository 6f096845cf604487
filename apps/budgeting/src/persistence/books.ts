import { requireSameCurrency } from '@meridian/money';
import type { Account, AccountKind } from '../domain/ledger/account.js';
import { accountKey } from '../domain/ledger/account.js';
import type {
  BudgetControl,
  Commitment,
  FiscalPeriod,
  Ledger,
  OverrunPolicy,
} from '../domain/ledger/ledger.js';
import type { Reservation } from '../domain/ledger/reservation.js';
import { lockFunds, partsOf } from './budget-nodes.js';
import type { NodeRow } from './budget-nodes.js';
import { lockBudget } from './budgets.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';

/** The part of the ledger that a command touches: projects with all their parts, and funds. */
export interface Books {
  readonly ledger: Ledger;
  /** By project; their rows are locked until the transaction ends. */
  readonly budgets: ReadonlyMap<string, BudgetRow>;
}

export interface BooksWanted {
  readonly currency: string;
  readonly projectIds: readonly string[];
  readonly fundIds?: readonly string[];
  /** Orders of these projects. */
  readonly commitmentIds?: readonly string[];
  /** Reservations of these projects, besides all that still hold money. */
  readonly reservationIds?: readonly string[];
}

/**
 * Locks and reads: budgets first and by id, then funds by id.
 *
 * @throws Refusal `money/currency-mismatch` when a project keeps its money in another currency
 */
export async function openBooks(tx: Tx, wanted: BooksWanted): Promise<Books> {
  const projectIds = [...new Set(wanted.projectIds)].sort();
  const fundIds = [...new Set(wanted.fundIds ?? [])].sort();
  const budgets = new Map<string, BudgetRow>();
  for (const projectId of projectIds) budgets.set(projectId, await lockBudget(tx, projectId));
  for (const { currency } of budgets.values()) if (currency) requireSameCurrency({ currency }, wanted);
  await lockFunds(tx, fundIds);
  const parts = projectIds.length === 0 ? [] : await partsOf(tx, projectIds);
  const controls = [
    ...[...budgets.values()].map(controlOfProject),
    ...(await controlsOfParts(tx, parts, budgets)),
  ];
  const accountIds = [...controls.map(({ budgetId }) => budgetId), ...fundIds];
  const ledger: Ledger = {
    currency: wanted.currency,
    balances: await balancesOf(tx, accountIds),
    budgets: new Map(controls.map((control) => [control.budgetId, control])),
    commitments: await commitmentsOf(tx, projectIds, wanted.commitmentIds ?? []),
    reservations: await reservationsOf(tx, projectIds, wanted.reservationIds ?? []),
  };
  return { ledger, budgets };
}

function controlOfProject({ projectId, policy, isFrozen }: BudgetRow): BudgetControl {
  return { budgetId: projectId, policy: policy as OverrunPolicy, isFrozen, periods: [] };
}

async function controlsOfParts(
  tx: Tx,
  parts: readonly NodeRow[],
  budgets: ReadonlyMap<string, BudgetRow>,
): Promise<readonly BudgetControl[]> {
  const calendars = await periodsByCalendar(tx, parts);
  return parts.map(({ nodeId, projectId, policy, isFrozen, calendarId }) => ({
    budgetId: nodeId,
    policy,
    isFrozen: isFrozen || (budgets.get(projectId ?? '')?.isFrozen ?? false),
    periods: calendars.get(calendarId ?? '') ?? [],
    within: projectId ?? undefined,
  }));
}

async function periodsByCalendar(
  tx: Tx,
  parts: readonly NodeRow[],
): Promise<ReadonlyMap<string, readonly FiscalPeriod[]>> {
  const calendarIds = [...new Set(parts.flatMap(({ calendarId }) => calendarId ?? []))];
  if (calendarIds.length === 0) return new Map();
  // A period that is open here stays open until this transaction ends: closing waits.
  await tx.$queryRaw`SELECT 1 FROM fiscal_calendar WHERE calendar_id = ANY(${calendarIds}::uuid[])
    ORDER BY calendar_id FOR SHARE`;
  const rows = await tx.fiscalPeriod.findMany({
    where: { calendarId: { in: calendarIds } },
    orderBy: { firstDay: 'asc' },
  });
  return new Map(
    calendarIds.map((calendarId) => [calendarId, rows.filter((row) => row.calendarId === calendarId)]),
  );
}

async function balancesOf(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  const rows = await tx.accountBalance.findMany({ where: { accountId: { in: [...accountIds] } } });
  return new Map(rows.map((row) => [accountKey(accountOf(row)), row.balanceMinor]));
}

async function commitmentsOf(
  tx: Tx,
  projectIds: readonly string[],
  commitmentIds: readonly string[],
): Promise<ReadonlyMap<string, Commitment>> {
  if (commitmentIds.length === 0) return new Map();
  const rows = await tx.commitment.findMany({
    where: { projectId: { in: [...projectIds] }, commitmentId: { in: [...commitmentIds] } },
  });
  return new Map(
    rows.map(({ projectId, nodeId, ...row }) => [
      row.commitmentId,
      { ...row, budgetId: nodeId ?? projectId },
    ]),
  );
}

/** One that has expired and still holds money must lapse before anything is decided: so all of those are here. */
async function reservationsOf(
  tx: Tx,
  projectIds: readonly string[],
  reservationIds: readonly string[],
): Promise<ReadonlyMap<string, Reservation>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(Reservation & { readonly expiresOn: string | null })[]>`
    SELECT reservation_id AS "reservationId", coalesce(node_id, project_id)::text AS "budgetId", period,
           reserved_minor AS "reservedMinor", used_minor AS "usedMinor", returned_minor AS "returnedMinor",
           expires_on AS "expiresOn"
      FROM reservation
     WHERE project_id = ANY(${[...projectIds]}::uuid[])
       AND (reserved_minor > used_minor + returned_minor OR reservation_id = ANY(${[...reservationIds]}))`;
  return new Map(rows.map((row) => [row.reservationId, { ...row, expiresOn: row.expiresOn ?? undefined }]));
}

interface AccountColumns {
  readonly accountKind: string;
  readonly accountId: string;
  readonly period: string;
}

export function accountOf({ accountKind, accountId, period }: AccountColumns): Account {
  return { kind: accountKind as AccountKind, id: accountId, period };
}
