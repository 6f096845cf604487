import type { Ending, RaidEffect, RaidEntry, RaidFacts, RaidKind } from './raid-entry.js';
import type { Assessment } from './exposure.js';
import { requireConvertible, requireRevisable, requireSettleable, requireSound } from './raid-rules.js';

/** What a new entry is known by. */
export interface Raising {
  readonly entryId: string;
  readonly projectId: string;
  readonly number: number;
  readonly currency: string;
  readonly today: string;
}

/** A new entry. @throws Refusal as `requireSound` */
export function raiseEntry(facts: RaidFacts, { today, ...known }: Raising): RaidEntry {
  requireSound(facts);
  return {
    ...facts,
    ...known,
    version: 1,
    status: 'open',
    raisedOn: today,
    endedOn: null,
    convertedFromId: null,
    convertedToId: null,
  };
}

/** Other facts of an open entry. @throws Refusal as `requireRevisable` and `requireSound` */
export function reviseEntry(entry: RaidEntry, facts: RaidFacts, reason: string | null): RaidEntry {
  requireRevisable(entry, facts, reason);
  requireSound(facts);
  return { ...entry, ...facts, version: entry.version + 1 };
}

/** Ends an entry, or opens it again. @throws Refusal as `requireSettleable` */
export function settleEntry(entry: RaidEntry, outcome: Ending | 'open', today: string): RaidEntry {
  requireSettleable(entry, outcome);
  const endedOn = outcome === 'open' ? null : today;
  return { ...entry, status: outcome, endedOn, version: entry.version + 1 };
}

export interface Conversion {
  readonly to: RaidKind;
  /** Of a risk that it goes on as; a threat when absent. */
  readonly effect?: RaidEffect;
  readonly entryId: string;
  readonly number: number;
  readonly today: string;
}

/**
 * An entry goes on as another one, which knows everything it knew and where it comes from. What becomes an issue has
 * happened: it is certain.
 *
 * @throws Refusal as `requireConvertible`
 */
export function convertEntry(
  entry: RaidEntry,
  { to, effect = 'threat', entryId, number, today }: Conversion,
): { readonly from: RaidEntry; readonly into: RaidEntry } {
  requireConvertible(entry, to);
  if (effect === 'opportunity') requireSound({ ...entry, kind: to, effect, strategy: null });
  const { inherent, residual } = entry;
  const assessed =
    to === 'issue' ? { inherent: certain(inherent), residual: residual && certain(residual) } : {};
  return {
    from: {
      ...entry,
      status: 'converted',
      endedOn: today,
      convertedToId: entryId,
      version: entry.version + 1,
    },
    into: {
      ...entry,
      ...assessed,
      kind: to,
      effect,
      strategy: effect === entry.effect ? entry.strategy : null,
      entryId,
      number,
      version: 1,
      raisedOn: today,
      convertedFromId: entry.entryId,
    },
  };
}

function certain(assessment: Assessment): Assessment {
  return { ...assessment, probabilityPercent: 100 };
}
