import type { LabourRateHistory } from '@meridian/contracts-budgeting';
import { holderKey, inForceOn } from '../domain/rates/labour-rate.js';
import type { LabourRate, RateHolder } from '../domain/rates/labour-rate.js';
import type { Tx } from './database.js';
import type { LabourRate as RateColumns, LabourRateVersion } from './generated/client.js';

export type RateRow = RateColumns & { readonly versions: readonly LabourRateVersion[] };

/**
 * Whoever prices time shares the rates until its transaction ends; whoever changes what time is priced with has them alone, so
 * that no time begins to wait for what is being recorded. Taken before any budget.
 */
export async function lockRates(tx: Tx, as: 'shared' | 'alone'): Promise<void> {
  if (as === 'alone')
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('budgeting.labour-rates', 0))`;
  else
    await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('budgeting.labour-rates', 0))`;
}

/** A rate with all its versions. */
export function findRate(tx: Tx, rateId: string): Promise<RateRow | null> {
  return tx.labourRate.findUnique({ where: { rateId }, include: { versions: true } });
}

/** The rate of this holder, whatever its id. */
export function findRateOf(tx: Tx, holder: RateHolder): Promise<RateRow | null> {
  return tx.labourRate.findUnique({ where: { holderKey: holderKey(holder) }, include: { versions: true } });
}

export interface RateRecord {
  readonly rate: LabourRate;
  readonly decision: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** Adds a version; the holder is kept with the first one. */
export async function saveRateVersion(tx: Tx, { rate, ...record }: RateRecord): Promise<RateRow> {
  const { rateId, version, holder, validFrom, validThrough = null, perHourMinor, currency } = rate;
  const data = { rateId, ...holder, holderKey: holderKey(holder), version };
  await tx.labourRate.upsert({ where: { rateId }, create: data, update: { version } });
  await tx.labourRateVersion.create({
    data: { rateId, version, validFrom, validThrough, perHourMinor, currency, ...record },
  });
  return tx.labourRate.findUniqueOrThrow({ where: { rateId }, include: { versions: true } });
}

/** All rates that may be for one of these people: their own, and those that name no person. */
export async function ratesFor(tx: Tx, personIds: readonly string[]): Promise<readonly LabourRate[]> {
  const rows = await tx.labourRate.findMany({
    where: { OR: [{ personId: null }, { personId: { in: [...personIds] } }] },
    include: { versions: true },
  });
  return rows.flatMap(versionsOf);
}

export function versionsOf(row: RateRow): readonly LabourRate[] {
  const holder = holderOf(row);
  return row.versions.map(({ rateId, version, validFrom, validThrough, perHourMinor, currency }) => ({
    rateId,
    version,
    holder,
    validFrom,
    validThrough: validThrough ?? undefined,
    perHourMinor,
    currency,
  }));
}

export function rateHistory(row: RateRow, on: string): LabourRateHistory {
  const [inForce] = inForceOn(versionsOf(row), on);
  return {
    rateId: row.rateId,
    version: row.version,
    ...holderOf(row),
    ...(inForce === undefined ? {} : { versionInForce: inForce.version }),
    versions: [...row.versions]
      .sort((a, b) => b.version - a.version)
      .map(({ version, validFrom, validThrough, perHourMinor, recordedAt, ...facts }) => ({
        version,
        validFrom,
        ...(validThrough === null ? {} : { validThrough }),
        ...(perHourMinor === null ? {} : { perHourMinor: perHourMinor.toString() }),
        currency: facts.currency,
        decision: facts.decision,
        recordedAt: recordedAt.toISOString(),
        recordedBy: facts.recordedBy,
      })),
  };
}

function holderOf({ personId, partnerId, role, grade, siteId }: RateColumns): RateHolder {
  return {
    ...(personId === null ? {} : { personId }),
    ...(partnerId === null ? {} : { partnerId }),
    ...(role === null ? {} : { role }),
    ...(grade === null ? {} : { grade }),
    ...(siteId === null ? {} : { siteId }),
  };
}
