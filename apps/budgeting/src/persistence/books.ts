import { requireSameCurrency } from '@meridian/money';
import type { Account, AccountKind } from '../domain/ledger/account.js';
import { accountKey } from '../domain/ledger/account.js';
import type {
  BudgetControl,
  Commitment,
  LatePosting,
  Ledger,
  OverrunPolicy,
} from '../domain/ledger/ledger.js';
import type { Reservation } from '../domain/ledger/reservation.js';
import { lockFunds, partsOf } from './budget-nodes.js';
import type { NodeRow } from './budget-nodes.js';
import { lockBudgets, untoldLabour } from './budgets.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';

/** The part of the ledger that a command touches: projects with all their parts, and funds. */
export interface Books {
  readonly ledger: Ledger;
  /** By project; their rows are locked until the transaction ends. */
  readonly budgets: ReadonlyMap<string, BudgetRow>;
}

export interface LedgerWanted {
  readonly currency: string;
  readonly fundIds?: readonly string[];
  /** Orders of these projects. */
  readonly commitmentIds?: readonly string[];
  /** Reservations of these projects, besides all that still hold money. */
  readonly reservationIds?: readonly string[];
}

export interface BooksWanted extends LedgerWanted {
  readonly projectIds: readonly string[];
}

/**
 * Locks and reads: budgets first and by id, then funds by id.
 *
 * @throws Refusal `money/currency-mismatch` when a project keeps its money in another currency
 */
export async function openBooks(tx: Tx, wanted: BooksWanted): Promise<Books> {
  const projectIds = [...new Set(wanted.projectIds)];
  const fundIds = [...new Set(wanted.fundIds ?? [])].sort();
  const budgets = projectIds.length === 0 ? new Map<string, BudgetRow>() : await lockBudgets(tx, projectIds);
  for (const { currency } of budgets.values()) if (currency) requireSameCurrency({ currency }, wanted);
  await lockFunds(tx, fundIds);
  return { ledger: await readLedger(tx, budgets, { ...wanted, fundIds }), budgets };
}

/** The ledger of one project. Lock its budget before. */
export function ledgerOf(tx: Tx, budget: BudgetRow, wanted: LedgerWanted): Promise<Ledger> {
  return readLedger(tx, new Map([[budget.projectId, budget]]), wanted);
}

async function readLedger(
  tx: Tx,
  budgets: ReadonlyMap<string, BudgetRow>,
  wanted: LedgerWanted,
): Promise<Ledger> {
  const divided = [...budgets.values()].filter(({ hasParts }) => hasParts);
  const parts = await partsOf(
    tx,
    divided.map(({ projectId }) => projectId),
  );
  const controls = [
    ...[...budgets.values()].map(controlOfProject),
    ...(await controlsOfParts(tx, parts, budgets)),
  ];
  const accountIds = [...controls.map(({ budgetId }) => budgetId), ...(wanted.fundIds ?? [])];
  const rows = await ledgerRows(tx, { ...wanted, projectIds: [...budgets.keys()], accountIds });
  return {
    currency: wanted.currency,
    balances: new Map(rows.accounts.map((row) => [accountKey(accountOf(row)), BigInt(row.balanceMinor)])),
    budgets: new Map(controls.map((control) => [control.budgetId, control])),
    commitments: new Map(rows.commitments.map((row) => [row.commitmentId, commitmentOf(row)])),
    reservations: new Map(rows.reservations.map((row) => [row.reservationId, reservationOf(row)])),
    untoldMinor: new Map(
      [...budgets.values()].map((budget) => [budget.projectId, untoldLabour(budget)] as const),
    ),
  };
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
    ...(calendars.get(calendarId ?? '') ?? { periods: [] }),
    within: projectId ?? undefined,
  }));
}

async function periodsByCalendar(
  tx: Tx,
  parts: readonly NodeRow[],
): Promise<ReadonlyMap<string, Pick<BudgetControl, 'periods' | 'latePosting'>>> {
  const calendarIds = [...new Set(parts.flatMap(({ calendarId }) => calendarId ?? []))];
  if (calendarIds.length === 0) return new Map();
  // A period that is open here stays open until this transaction ends: closing waits.
  const calendars = await tx.$queryRaw<{ calendarId: string; latePosting: LatePosting }[]>`
    SELECT calendar_id AS "calendarId", late_posting AS "latePosting" FROM fiscal_calendar WHERE calendar_id = ANY(${calendarIds}::uuid[])
    ORDER BY calendar_id FOR SHARE`;
  const rows = await tx.fiscalPeriod.findMany({
    where: { calendarId: { in: calendarIds } },
    orderBy: { firstDay: 'asc' },
  });
  return new Map(
    calendars.map(({ calendarId, latePosting }) => [
      calendarId,
      { latePosting, periods: rows.filter((row) => row.calendarId === calendarId) },
    ]),
  );
}

/** Amounts as text: JSON has no whole numbers of that size. */
type AsText<T> = { readonly [F in keyof T]: T[F] extends bigint ? string : T[F] };

interface LedgerRows {
  readonly accounts: readonly (AccountColumns & { readonly balanceMinor: string })[];
  readonly commitments: readonly AsText<Commitment>[];
  readonly reservations: readonly AsText<
    Omit<Reservation, 'expiresOn'> & { readonly expiresOn: string | null }
  >[];
}

/**
 * Balances, the orders named, and reservations, in one question: whoever is next waits as long as this takes. A reservation
 * that has expired and still holds money must lapse before anything is decided, so all that hold money are here.
 */
async function ledgerRows(
  tx: Tx,
  wanted: BooksWanted & { readonly accountIds: readonly string[] },
): Promise<LedgerRows> {
  const { projectIds, accountIds, commitmentIds = [], reservationIds = [] } = wanted;
  const [rows] = await tx.$queryRaw<LedgerRows[]>`
    SELECT coalesce((
      SELECT jsonb_agg(jsonb_build_object('accountKind', account_kind, 'accountId', account_id, 'period', period,
                       'balanceMinor', balance_minor::text))
        FROM account_balance WHERE account_id = ANY(${[...accountIds]})), '[]') AS accounts,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('commitmentId', commitment_id, 'budgetId', coalesce(node_id, project_id),
                       'period', period, 'committedMinor', committed_minor::text, 'invoicedMinor', invoiced_minor::text,
                       'releasedMinor', released_minor::text, 'accruedMinor', accrued_minor::text))
        FROM commitment
       WHERE project_id = ANY(${[...projectIds]}::uuid[]) AND commitment_id = ANY(${[...commitmentIds]})), '[]') AS commitments,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('reservationId', reservation_id, 'budgetId', coalesce(node_id, project_id),
                       'period', period, 'reservedMinor', reserved_minor::text, 'usedMinor', used_minor::text,
                       'returnedMinor', returned_minor::text, 'expiresOn', expires_on))
        FROM reservation
       WHERE project_id = ANY(${[...projectIds]}::uuid[])
         AND (reserved_minor > used_minor + returned_minor OR reservation_id = ANY(${[...reservationIds]}))), '[]') AS reservations`;
  return rows ?? { accounts: [], commitments: [], reservations: [] };
}

function commitmentOf(row: AsText<Commitment>): Commitment {
  return {
    ...row,
    committedMinor: BigInt(row.committedMinor),
    invoicedMinor: BigInt(row.invoicedMinor),
    releasedMinor: BigInt(row.releasedMinor),
    accruedMinor: BigInt(row.accruedMinor),
  };
}

function reservationOf({ expiresOn, ...row }: LedgerRows['reservations'][number]): Reservation {
  return {
    ...row,
    reservedMinor: BigInt(row.reservedMinor),
    usedMinor: BigInt(row.usedMinor),
    returnedMinor: BigInt(row.returnedMinor),
    expiresOn: expiresOn ?? undefined,
  };
}

interface AccountColumns {
  readonly accountKind: string;
  readonly accountId: string;
  readonly period: string;
}

export function accountOf({ accountKind, accountId, period }: AccountColumns): Account {
  return { kind: accountKind as AccountKind, id: accountId, period };
}
