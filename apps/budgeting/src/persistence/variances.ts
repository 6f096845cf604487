import { VarianceOpened } from '@meridian/contracts-budgeting';
import type { VarianceEntry as WireEntry, VarianceRecord } from '@meridian/contracts-budgeting';
import { isOverdue } from '../domain/variance/variance.js';
import type { VarianceState } from '../domain/variance/variance.js';
import type { Tx } from './database.js';
import type { Variance, VarianceEntry } from './generated/client.js';
import type { Work } from './work.js';

export type VarianceRow = Variance & { readonly entries: readonly VarianceEntry[] };

/** A forecast that left its tolerance or came back into it. */
export interface ForecastMove {
  readonly projectId: string;
  readonly of: 'cost' | 'finish';
  readonly transition: 'breached' | 'restored';
  readonly limit: string;
  readonly deviation: string;
  readonly forecastBefore: string | null;
  readonly forecast: string;
}

export const UNITS = { cost: 'percent', finish: 'days' } as const;

export const IN_ORDER = { entries: { orderBy: { place: 'asc' } } } as const;

/**
 * Notes the move in the variance that is open for it. A forecast that leaves its tolerance without one opens it, which asks
 * whoever manages the project. The budget of the project is locked.
 */
export async function noteForecastMove(work: Work, move: ForecastMove): Promise<void> {
  const { tx } = work;
  const { projectId, of, transition, limit } = move;
  const isBroken = transition === 'breached';
  const open = await tx.variance.findFirst({ where: { projectId, of, state: { not: 'closed' } } });
  if (open !== null) {
    await lockVariance(tx, open.varianceId);
    await addEntry(work, open.varianceId, {
      ...told(move),
      kind: isBroken ? 'broken-again' : 'within-again',
    });
    const data = { isBroken, version: { increment: 1 } };
    await tx.variance.update({ where: { varianceId: open.varianceId }, data });
    return;
  }
  if (!isBroken) return;
  const varianceId = work.newId();
  await tx.variance.create({
    data: { varianceId, projectId, of, state: 'asked', version: 1, limit, isBroken },
  });
  await addEntry(work, varianceId, { ...told(move), kind: 'opened' });
  const project = await tx.project.findUnique({ where: { projectId }, select: { managerPersonId: true } });
  const owner = project?.managerPersonId ?? null;
  await work.announce(VarianceOpened, {
    projectId,
    varianceId,
    of,
    ...(owner === null ? {} : { ownerPersonId: owner }),
    unit: UNITS[of],
    limit,
    deviation: move.deviation,
  });
}

/** Whoever changes a variance waits here. */
export async function lockVariance(tx: Tx, varianceId: string): Promise<VarianceRow | null> {
  await tx.$queryRaw`SELECT 1 FROM variance WHERE variance_id = ${varianceId}::uuid FOR UPDATE`;
  return tx.variance.findUnique({ where: { varianceId }, include: IN_ORDER });
}

type NewEntry = Omit<Partial<VarianceEntry>, 'varianceId' | 'place' | 'at'> & Pick<WireEntry, 'kind'>;

/** Adds what happened as the next entry; the variance is locked. */
export async function addEntry({ tx, now }: Work, varianceId: string, entry: NewEntry): Promise<void> {
  const place = (await tx.varianceEntry.count({ where: { varianceId } })) + 1;
  await tx.varianceEntry.create({ data: { ...entry, varianceId, place, at: now } });
}

/** @param today the day of the question, `YYYY-MM-DD` */
export function varianceRecord(
  row: VarianceRow,
  project: { readonly name: string; readonly managerPersonId: string | null } | null,
  today: string,
): VarianceRecord {
  const { varianceId, projectId, version, limit, isBroken, cause, impact, action, dueOn, entries } = row;
  const of = row.of as VarianceRecord['of'];
  const state = row.state as VarianceState;
  const { name: projectName, managerPersonId: ownerPersonId } = project ?? {};
  return {
    varianceId,
    projectId,
    of,
    state,
    version,
    unit: UNITS[of],
    limit,
    isBroken,
    ...present({ projectName, ownerPersonId, cause, impact, action, dueOn }),
    isOverdue: isOverdue({ state, isBroken, dueOn }, today),
    history: entries.map(entryOnWire),
  };
}

function entryOnWire({ varianceId: _, place, kind, at, ...said }: VarianceEntry): WireEntry {
  return {
    place,
    kind: kind as WireEntry['kind'],
    at: at.toISOString(),
    ...(present(said) as Partial<WireEntry>),
  };
}

/** Only what there is. */
function present<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
}

function told({ deviation, forecast, forecastBefore }: ForecastMove) {
  return { deviation, forecast, forecastBefore };
}
