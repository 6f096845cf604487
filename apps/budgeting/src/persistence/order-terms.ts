import type { OrderTerms } from '../domain/cost/invoice-match.js';
import type { Tx } from './database.js';

/** What was agreed for an order; an order of the accounts has no terms here. */
export async function termsOf(
  tx: Tx,
  projectId: string,
  commitmentId: string,
): Promise<OrderTerms | undefined> {
  const row = await tx.orderTerms.findUnique({
    where: { projectId_commitmentId: { projectId, commitmentId } },
  });
  if (!row) return undefined;
  return {
    match: row.match as OrderTerms['match'],
    unitPriceMinor: row.unitPriceMinor ?? undefined,
    priceTolerancePercent: row.priceTolerancePercent.toFixed(),
  };
}

export async function keepTerms(
  tx: Tx,
  projectId: string,
  commitmentId: string,
  terms: OrderTerms,
): Promise<void> {
  const { match, unitPriceMinor, priceTolerancePercent } = terms;
  await tx.orderTerms.create({
    data: { projectId, commitmentId, match, unitPriceMinor: unitPriceMinor ?? null, priceTolerancePercent },
    select: { match: true },
  });
}
