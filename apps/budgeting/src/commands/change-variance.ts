import { requireManager } from '@meridian/access';
import type { Call } from '@meridian/bus';
import type { VarianceRecord } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import type { VarianceState } from '../domain/variance/variance.js';
import type { Tx } from '../persistence/database.js';
import { IN_ORDER, lockVariance, varianceRecord } from '../persistence/variances.js';
import type { VarianceRow } from '../persistence/variances.js';
import { today } from '../persistence/work.js';
import { requireVersion } from '../access/may-change-money.js';

/** A variance under its rules, locked, as the version that the caller saw. */
export type LockedVariance = Omit<VarianceRow, 'state' | 'of'> & {
  readonly state: VarianceState;
  readonly of: VarianceRecord['of'];
};

interface VarianceChange {
  readonly state: VarianceState;
  readonly cause?: string;
  readonly impact?: string;
  readonly action?: string;
  readonly dueOn?: string | null;
}

/**
 * Changes a variance for whoever manages its project, and answers with it.
 *
 * @throws Refusal `budgeting/unknown-variance`, `budgeting/version-conflict`, those of access and of `change`
 */
export async function changeVariance(
  call: Call<Tx>,
  varianceId: string,
  change: (before: LockedVariance) => Promise<VarianceChange>,
): Promise<VarianceRecord> {
  const { tx, claims } = call;
  const before = await lockVariance(tx, varianceId);
  if (before === null) {
    throw new Refusal('budgeting/unknown-variance', 'There is no variance with this id.', {
      kind: 'not-found',
    });
  }
  const project = await tx.project.findUnique({ where: { projectId: before.projectId } });
  requireManager(claims, project);
  requireVersion(call.expectedVersion, before.version);
  const data = await change(before as LockedVariance);
  const row = await tx.variance.update({
    where: { varianceId },
    data: { ...data, version: before.version + 1 },
    include: IN_ORDER,
  });
  return varianceRecord(row, project, today(call));
}
