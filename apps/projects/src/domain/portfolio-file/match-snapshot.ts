import type { PortfolioFacts } from './portfolio-row.js';

/** What is held about one project of a portfolio. */
export interface PortfolioRecord {
  /** What holds now: the facts of the latest snapshot. */
  readonly current: PortfolioFacts;
  /** The facts of all earlier snapshots, oldest first. */
  readonly history: readonly PortfolioFacts[];
}

export type FactField = Exclude<keyof PortfolioFacts, 'snapshot'> | 'snapshot';

/** A field that differs, as text people can read; null is a gap. */
export interface FieldDifference {
  readonly field: FactField;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * What a row means for what is held. `updated` changes the current values, by a later snapshot or by a correction of the
 * same one; `superseded` belongs into the history only, since `by` is later, and is `added` to it or `corrected` in it.
 */
export type SnapshotMatch =
  | { readonly outcome: 'added' }
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome: 'updated';
      readonly by: 'later-snapshot' | 'correction';
      readonly differences: readonly FieldDifference[];
    }
  | {
      readonly outcome: 'superseded';
      readonly by: string;
      readonly history: 'added' | 'corrected';
      readonly differences: readonly FieldDifference[];
    };

/** Decides what a row means; the project was found by `identityOf`. */
export function matchSnapshot(existing: PortfolioRecord | undefined, row: PortfolioFacts): SnapshotMatch {
  if (existing === undefined) return { outcome: 'added' };
  const { current } = existing;
  const held = [current, ...existing.history].find((facts) => isSameSnapshot(facts, row));
  if (held !== undefined && differencesOf(held, row).length === 0) return { outcome: 'unchanged' };
  if (held === current)
    return { outcome: 'updated', by: 'correction', differences: differencesOf(current, row) };
  if (held === undefined && isLater(row, current)) {
    return { outcome: 'updated', by: 'later-snapshot', differences: differencesOf(current, row) };
  }
  return {
    outcome: 'superseded',
    by: current.snapshot.label,
    history: held === undefined ? 'added' : 'corrected',
    differences: held === undefined ? [] : differencesOf(held, row),
  };
}

/** What is held after the row was taken over. */
export function withSnapshot(existing: PortfolioRecord | undefined, row: PortfolioFacts): PortfolioRecord {
  const facts = factsOf(row);
  const match = matchSnapshot(existing, row);
  if (existing === undefined) return { current: facts, history: [] };
  switch (match.outcome) {
    case 'added':
    case 'unchanged':
      return existing;
    case 'updated':
      if (match.by === 'correction') return { ...existing, current: facts };
      return { current: facts, history: inOrder([...existing.history, existing.current]) };
    case 'superseded': {
      const others = existing.history.filter((held) => !isSameSnapshot(held, row));
      return { ...existing, history: inOrder([...others, facts]) };
    }
  }
}

const FIELDS = [
  'code',
  'name',
  'orgUnit',
  'category',
  'snapshot',
  'wholeLifeCost',
  'variancePercent',
  'durationMonths',
  'deliveryConfidence',
] as const satisfies readonly FactField[];

/** Fields in which two sets of facts differ. */
export function differencesOf(from: PortfolioFacts, to: PortfolioFacts): FieldDifference[] {
  return FIELDS.map((field) => ({ field, from: shown(from, field), to: shown(to, field) })).filter(
    (difference) => difference.from !== difference.to,
  );
}

function shown(facts: PortfolioFacts, field: FactField): string | null {
  if (field === 'snapshot') return facts.snapshot.label;
  if (field !== 'wholeLifeCost') return facts[field];
  return facts.wholeLifeCost === null
    ? null
    : `${facts.wholeLifeCost.amountMinor} ${facts.wholeLifeCost.currency}`;
}

function isSameSnapshot(a: PortfolioFacts, b: PortfolioFacts): boolean {
  return a.snapshot.from === b.snapshot.from && a.snapshot.to === b.snapshot.to;
}

function isLater(a: PortfolioFacts, b: PortfolioFacts): boolean {
  return a.snapshot.to === b.snapshot.to ? a.snapshot.from > b.snapshot.from : a.snapshot.to > b.snapshot.to;
}

function inOrder(facts: readonly PortfolioFacts[]): PortfolioFacts[] {
  return [...facts].sort((a, b) => (isLater(a, b) ? 1 : isLater(b, a) ? -1 : 0));
}

/** Facts without the line of the file they came from. */
function factsOf({ code, name, orgUnit, category, snapshot, ...figures }: PortfolioFacts): PortfolioFacts {
  const { wholeLifeCost, variancePercent, durationMonths, deliveryConfidence } = figures;
  return {
    code,
    name,
    orgUnit,
    category,
    snapshot,
    wholeLifeCost,
    variancePercent,
    durationMonths,
    deliveryConfidence,
  };
}
