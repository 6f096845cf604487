import type { RecordBudgetNode } from '@meridian/contracts-budgeting';

export type PlaceKind = RecordBudgetNode['nodeKind'];

interface Asked {
  /** Kind of the place that it is to stand under; undefined for the top of the tree. */
  readonly under: string | undefined;
  /** Lays funds: the PMO and sponsors. */
  readonly isApprover: boolean;
  /** Manages projects: the PMO and project managers. */
  readonly isManager: boolean;
}

const above: Readonly<Record<PlaceKind, readonly (string | undefined)[]>> = {
  'funding-source': [undefined],
  portfolio: ['funding-source', 'portfolio', undefined],
  programme: ['funding-source', 'portfolio', undefined],
  project: ['funding-source', 'portfolio', 'programme'],
  'control-account': ['project', 'control-account'],
  'work-package': ['project', 'control-account'],
};

/** Kinds of places that somebody may put under a place: those that the budget service takes there. */
export function placeChoices({ under, isApprover, isManager }: Asked): readonly PlaceKind[] {
  const may = (kind: PlaceKind): boolean => {
    if (kind === 'project') return isApprover && isManager;
    return kind === 'control-account' || kind === 'work-package' ? isManager : isApprover;
  };
  return (Object.keys(above) as PlaceKind[]).filter((kind) => above[kind].includes(under) && may(kind));
}
