import type { AccountKind } from '../domain/ledger/account.js';
import type { NodeRow } from './budget-nodes.js';
import type { Database } from './database.js';
import { TIME_DOCUMENT } from './entries.js';

export interface AccountAt {
  readonly accountId: string;
  readonly accountKind: AccountKind;
  readonly period: string;
  readonly balanceMinor: bigint;
}

/** Balances of accounts with all that counts for the day and before, as it was known at the moment. */
export function balancesAt(
  database: Database,
  nodeIds: readonly string[],
  at: {
    readonly asOf?: string | undefined;
    readonly knownAt?: Date | undefined;
    /** False: without the cost of labour. */
    readonly withTime: boolean;
  },
): Promise<AccountAt[]> {
  if (at.asOf === undefined && at.knownAt === undefined && at.withTime) {
    return database.$queryRaw<AccountAt[]>`
      SELECT account_id AS "accountId", account_kind AS "accountKind", period, balance_minor AS "balanceMinor"
        FROM account_balance WHERE account_id = ANY(${[...nodeIds]})`;
  }
  return database.$queryRaw<AccountAt[]>`
    SELECT p.account_id AS "accountId", p.account_kind AS "accountKind", p.period,
           sum(p.amount_minor)::bigint AS "balanceMinor"
      FROM posting p JOIN journal_entry e USING (entry_id)
     WHERE p.account_id = ANY(${[...nodeIds]})
       AND e.posted_on <= ${at.asOf ?? '9999-12-31'}
       AND e.recorded_at <= ${at.knownAt ?? new Date(8.64e15)}::timestamptz
       AND (${at.withTime} OR e.document_key IS NULL OR NOT starts_with(e.document_key, ${TIME_DOCUMENT}))
     GROUP BY p.account_id, p.account_kind, p.period`;
}

export interface StatementLine {
  readonly entryId: string;
  readonly entryNo: bigint;
  readonly kind: string;
  readonly accountKind: string;
  readonly period: string;
  readonly amountMinor: bigint;
  readonly postedOn: string;
  readonly documentOn: string | null;
  readonly recordedAt: Date;
  readonly reference: string;
  readonly decision: string | null;
  readonly postedBy: string | null;
  readonly reverses: string | null;
}

/** Postings on the accounts of a node, the latest first; those of timesheets only `withTime`. */
export function statementLines(
  database: Database,
  nodeId: string,
  wanted: {
    readonly before: bigint;
    readonly limit: number;
    readonly asOf: string;
    readonly knownAt: Date;
    readonly withTime: boolean;
  },
): Promise<StatementLine[]> {
  return database.$queryRaw<StatementLine[]>`
    SELECT e.entry_id AS "entryId", e.entry_no AS "entryNo", e.kind, p.account_kind AS "accountKind", p.period,
           p.amount_minor AS "amountMinor", e.posted_on AS "postedOn", e.document_on AS "documentOn", e.recorded_at AS "recordedAt", e.reference,
           e.decision, e.posted_by AS "postedBy", e.reverses
      FROM posting p JOIN journal_entry e USING (entry_id)
     WHERE p.account_id = ${nodeId} AND e.entry_no < ${wanted.before}
       AND e.posted_on <= ${wanted.asOf} AND e.recorded_at <= ${wanted.knownAt}::timestamptz
       AND (${wanted.withTime} OR e.document_key IS NULL OR NOT starts_with(e.document_key, ${TIME_DOCUMENT}))
     ORDER BY e.entry_no DESC, p.line LIMIT ${wanted.limit}`;
}

/** A node and all below it, or the whole tree; parents before children. */
export function nodesBelow(database: Database, nodeId: string | undefined): Promise<NodeRow[]> {
  return database.$queryRaw<NodeRow[]>`
    WITH RECURSIVE below AS (
      SELECT n.*, 0 AS depth FROM budget_node n
       WHERE CASE WHEN ${nodeId ?? null}::uuid IS NULL THEN n.parent_id IS NULL ELSE n.node_id = ${nodeId ?? null}::uuid END
      UNION ALL
      SELECT n.*, b.depth + 1 FROM budget_node n JOIN below b ON n.parent_id = b.node_id
    )
    SELECT node_id AS "nodeId", kind, parent_id AS "parentId", project_id AS "projectId", name, currency, policy,
           is_frozen AS "isFrozen", calendar_id AS "calendarId", wbs, version
      FROM below ORDER BY depth, name, node_id`;
}

export interface PlannedCost {
  readonly nodeId: string;
  readonly plannedMinor: bigint;
}

/** What the plan says the tasks of projects, control accounts and work packages cost: the bottom-up side. */
export function plannedCosts(database: Database, nodeIds: readonly string[]): Promise<PlannedCost[]> {
  return database.$queryRaw<PlannedCost[]>`
    SELECT n.node_id AS "nodeId", sum(t.plan_cost_minor)::bigint AS "plannedMinor"
      FROM budget_node n
      JOIN task t ON t.project_id = n.project_id
       AND (n.kind = 'project' OR t.wbs = n.wbs OR t.wbs LIKE n.wbs || '.%')
     WHERE n.node_id = ANY(${[...nodeIds]}::uuid[]) AND t.plan_cost_minor IS NOT NULL
     GROUP BY n.node_id`;
}
