import type { CostDocument } from '../domain/cost/cost-document.js';
import type { Tx } from './database.js';
import type { Project, WaitingCost } from './generated/client.js';

export type ProjectRow = Project;

/** Why a document cannot be posted. */
export type WaitingReason = 'project-unknown' | 'currency-differs' | 'order-unknown';

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

export async function keepWaiting(
  tx: Tx,
  document: CostDocument,
  reason: WaitingReason,
  receivedAt: Date,
): Promise<void> {
  const { projectCode, amountMinor, currency } = document;
  await tx.waitingCost.create({
    data: {
      documentKey: keyOf(document),
      projectCode,
      amountMinor,
      currency,
      document: { ...document, amountMinor: amountMinor.toString() },
      reason,
      receivedAt,
    },
    select: { position: true },
  });
}

/** Documents of a project that can be posted now, in the order they came; they wait no longer. */
export async function takeWaiting(
  tx: Tx,
  projectCode: string,
  currency: string,
): Promise<readonly CostDocument[]> {
  const reason: { in: WaitingReason[] } = { in: ['project-unknown', 'currency-differs'] };
  const rows = await tx.waitingCost.findMany({
    where: { projectCode, currency, reason },
    orderBy: { position: 'asc' },
  });
  if (rows.length === 0) return [];
  await tx.waitingCost.deleteMany({
    where: { documentKey: { in: rows.map(({ documentKey }) => documentKey) } },
  });
  return rows.map(documentOf);
}

/** Order and invoice may carry the same number in their system. */
export function keyOf({ kind, documentKey }: Pick<CostDocument, 'kind' | 'documentKey'>): string {
  return `${kind} ${documentKey}`;
}

function documentOf({ document, amountMinor }: WaitingCost): CostDocument {
  return { ...(document as unknown as CostDocument), amountMinor };
}
