import type { NamedRateSet, RateSetFigures } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import type { RateSet } from '../domain/currencies/rate-set.js';
import type { Tx } from './database.js';
import type { RateSet as RateSetRow } from './generated/client.js';

export type { RateSetRow };

export function findRateSet(tx: Tx, setId: string): Promise<RateSetRow | null> {
  return tx.rateSet.findUnique({ where: { setId } });
}

/** Frozen rates. @throws Refusal `budgeting/unknown-rate-set`, `budgeting/rate-set-drafted` */
export async function approvedRateSet(tx: Tx, setId: string): Promise<RateSet> {
  const row = knownRateSet(await findRateSet(tx, setId), setId);
  if (row.state === 'approved') return rateSetOf(row);
  throw new Refusal(
    'budgeting/rate-set-drafted',
    `The rates "${row.name}" are a draft; have them approved before money is converted with them.`,
  );
}

/** @throws Refusal `budgeting/unknown-rate-set` */
export function knownRateSet(row: RateSetRow | null, setId: string): RateSetRow {
  if (row) return row;
  throw new Refusal('budgeting/unknown-rate-set', `There is no set of exchange rates ${setId}.`, {
    kind: 'not-found',
  });
}

/** All that time of a day and before may be converted with. */
export async function approvedRateSetsUpTo(tx: Tx, day: string): Promise<readonly RateSet[]> {
  const rows = await tx.rateSet.findMany({
    where: { state: 'approved', fixedOn: { lte: day } },
    orderBy: [{ fixedOn: 'asc' }, { approvedAt: 'asc' }],
  });
  return rows.map(rateSetOf);
}

export function rateSetOf({ setId, name, fixedOn, base, rates }: RateSetRow): RateSet {
  return { setId, name, fixedOn, base, rates: rates as unknown as RateSet['rates'] };
}

export function rateSetFigures(row: RateSetRow): RateSetFigures {
  const { version, state, recordedByName, approvedByName, decision } = row;
  return {
    ...rateSetOf(row),
    version,
    state: state as RateSetFigures['state'],
    recordedBy: recordedByName,
    ...(approvedByName === null ? {} : { approvedBy: approvedByName }),
    ...(decision === null ? {} : { decision }),
  };
}

export function named({ setId, name, fixedOn }: RateSet): NamedRateSet {
  return { setId, name, fixedOn };
}
