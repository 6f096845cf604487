import { sumOf, type Denominator, type Figure, type FigureKind } from './figure.js';

/** Fewer people than this are no group: of four, three could reckon the fourth. */
export const SMALLEST_GROUP = 5;

/** Sums over the people of a unit for whom there is something to count. */
export interface GroupSum {
  readonly kind: FigureKind;
  readonly ofWhat: Denominator;
  readonly counted: number;
  readonly of: number;
  readonly personIds: readonly string[];
}

export interface GroupShare {
  readonly kind: FigureKind;
  readonly ofWhat: Denominator;
  readonly percent: number;
}

export function groupSums(
  people: readonly { readonly personId: string; readonly figures: readonly Figure[] }[],
): GroupSum[] {
  const kinds = people[0]?.figures ?? [];
  return kinds.map(({ kind, ofWhat }) => {
    const parts = people.flatMap(({ personId, figures }) => {
      const figure = figures.find((one) => one.kind === kind && one.of > 0);
      return figure ? [{ personId, figure }] : [];
    });
    return {
      kind,
      ofWhat,
      counted: sumOf(parts, ({ figure }) => figure.counted),
      of: sumOf(parts, ({ figure }) => figure.of),
      personIds: parts.map(({ personId }) => personId),
    };
  });
}

/**
 * What of a group may be told to somebody: each figure only with five people or more behind it whose own figures the
 * reader does not have. Otherwise who knows four of five, and oneself is among them, takes them off and has the fifth.
 */
export function groupShares(sums: readonly GroupSum[], knownToReader: ReadonlySet<string>): GroupShare[] {
  return sums
    .filter(({ of, personIds }) => of > 0 && unknown(personIds, knownToReader) >= SMALLEST_GROUP)
    .map(({ kind, ofWhat, counted, of }) => ({ kind, ofWhat, percent: Math.round((counted * 100) / of) }));
}

function unknown(personIds: readonly string[], known: ReadonlySet<string>): number {
  return personIds.filter((one) => !known.has(one)).length;
}
