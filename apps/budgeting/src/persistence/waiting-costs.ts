import { keyOf } from '../domain/cost/cost-document.js';
import type { CostDocument } from '../domain/cost/cost-document.js';
import type { Tx } from './database.js';
import type { Project, WaitingCost } from './generated/client.js';

export type ProjectRow = Project;
export type WaitingRow = WaitingCost;

/** Why a document cannot be posted: the end of a refusal's code, or one of `project-unknown`, `currency-differs`, `order-unknown`. */
export interface WaitsFor {
  readonly reason: string;
  readonly sentence?: string | undefined;
  /** The document or order that has to come first. */
  readonly awaits?: string | undefined;
}

/** ISO 4217: no currency involved. A requisition that ends has no amount of its own. */
export const NO_CURRENCY = 'XXX';

/** One at a time for each project code, so that a document never starts to wait while its project becomes known. */
export async function lockCode(tx: Tx, code: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('budgeting.project-code ' || ${code}, 0))`;
}

/** The codes for which cost waits, of these; they are locked as by `lockCode`, in order. */
export async function waitingOf(tx: Tx, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = [...new Set(codes)].sort();
  if (asked.length === 0) return new Set();
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('budgeting.project-code ' || code, 0)) FROM unnest(${asked}::text[]) AS code`;
  const rows = await tx.$queryRaw<{ code: string }[]>`
    SELECT DISTINCT project_code AS code FROM waiting_cost WHERE project_code = ANY (${asked}::text[])`;
  return new Set(rows.map(({ code }) => code));
}

/** The project with this code. When there is none, its code is locked until the transaction ends. */
export async function projectOfCode(tx: Tx, code: string): Promise<ProjectRow | null> {
  const found = await tx.project.findFirst({ where: { code }, orderBy: { projectId: 'asc' } });
  if (found) return found;
  await lockCode(tx, code);
  return tx.project.findFirst({ where: { code }, orderBy: { projectId: 'asc' } });
}

/** A document is taken once, however often it is sent. */
export async function isKnownDocument(tx: Tx, documentKey: string): Promise<boolean> {
  const known = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM journal_entry WHERE document_key = ${documentKey}
    UNION ALL SELECT 1 FROM waiting_cost WHERE document_key = ${documentKey} LIMIT 1`;
  return known.length > 0;
}

/** Keeps a document visible until it can be posted. */
export async function keepWaiting(
  tx: Tx,
  document: CostDocument,
  { reason, sentence, awaits }: WaitsFor,
  receivedAt: Date,
): Promise<void> {
  const { projectCode, amountMinor, currency } = document;
  const why = { reason, sentence: sentence ?? null, awaits: awaits ?? null };
  await tx.waitingCost.upsert({
    where: { documentKey: keyOf(document) },
    create: {
      documentKey: keyOf(document),
      projectCode,
      amountMinor,
      currency,
      document: { ...document, amountMinor: amountMinor.toString() },
      ...why,
      receivedAt,
    },
    update: why,
    select: { position: true },
  });
}

/** It waits no longer. */
export async function endWaiting(tx: Tx, documentKey: string): Promise<void> {
  await tx.waitingCost.deleteMany({ where: { documentKey } });
}

/** Documents of a project that wait, in the order they came: all that may be posted in the currency, or those for one of these. */
export async function waitingDocuments(
  tx: Tx,
  projectCode: string,
  wanted: { readonly currency: string } | { readonly awaits: readonly string[] },
): Promise<readonly CostDocument[]> {
  const those =
    'awaits' in wanted
      ? { awaits: { in: [...wanted.awaits] } }
      : { currency: { in: [wanted.currency, NO_CURRENCY] } };
  const rows = await tx.waitingCost.findMany({
    where: { projectCode, ...those },
    orderBy: { position: 'asc' },
  });
  return rows.map(documentOf);
}

/** The projects of which documents wait for a fiscal period. */
export async function projectsWaitingForPeriods(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ projectId: string }[]>`
    SELECT DISTINCT p.project_id AS "projectId" FROM waiting_cost w JOIN project p ON p.code = w.project_code
     WHERE w.reason = ANY (${['period-closed', 'date-outside-periods']}::text[])`;
  return rows.map(({ projectId }) => projectId);
}

export function documentOf({ document, amountMinor }: WaitingCost): CostDocument {
  return { ...(document as unknown as CostDocument), amountMinor };
}
