import type { Currency } from '@meridian/money';
import { requireSameCurrency } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { earnedValueFigures } from './earned-value.js';
import type { EarnedValueFigures } from './earned-value.js';
import type { EarnedValueTotals } from './performance-index.js';

/** A portfolio, programme, project, control account: whatever holds others. */
export interface RollupNode {
  readonly nodeId: string;
  readonly parentId?: string;
  /** Its own sums, beside those of its children; absent for a node that only holds others. */
  readonly own?: EarnedValueTotals & { readonly currency: Currency };
}

/** Sums before anything is divided: indices are never averaged. */
export function sumTotals(parts: Iterable<EarnedValueTotals>): EarnedValueTotals {
  let [bacMinor, pvMinor, evMinor, acMinor] = [0n, 0n, 0n, 0n];
  for (const part of parts) {
    bacMinor += part.bacMinor;
    pvMinor += part.pvMinor;
    evMinor += part.evMinor;
    acMinor += part.acMinor;
  }
  return { bacMinor, pvMinor, evMinor, acMinor };
}

/** Figures per currency, for a portfolio whose projects keep different ones and no rate set is frozen. */
export function figuresByCurrency(
  parts: readonly (EarnedValueTotals & { readonly currency: Currency })[],
): ReadonlyMap<Currency, EarnedValueFigures> {
  const groups = new Map<Currency, EarnedValueTotals[]>();
  for (const part of parts) {
    const group = groups.get(part.currency);
    if (group) group.push(part);
    else groups.set(part.currency, [part]);
  }
  return new Map([...groups].map(([currency, group]) => [currency, earnedValueFigures(sumTotals(group))]));
}

/**
 * Figures of every node of a tree, each with all that lies below it, in one currency.
 *
 * @throws Refusal `money/currency-mismatch`, `budgeting/unknown-parent`, `budgeting/rollup-cycle`
 */
export function rollUp(
  nodes: readonly RollupNode[],
  currency: Currency,
): ReadonlyMap<string, EarnedValueFigures> {
  const parents = new Map(nodes.map((node) => [node.nodeId, node.parentId]));
  const parts = new Map<string, EarnedValueTotals[]>(nodes.map((node) => [node.nodeId, []]));
  for (const node of nodes) {
    const path = pathToRoot(parents, node.nodeId);
    if (!node.own) continue;
    requireSameCurrency(node.own, { currency });
    for (const nodeId of path) parts.get(nodeId)?.push(node.own);
  }
  return new Map([...parts].map(([nodeId, own]) => [nodeId, earnedValueFigures(sumTotals(own))]));
}

function pathToRoot(parents: ReadonlyMap<string, string | undefined>, nodeId: string): ReadonlySet<string> {
  const path = new Set<string>();
  for (let at: string | undefined = nodeId; at !== undefined; at = parents.get(at)) {
    if (path.has(at)) throw new Refusal('budgeting/rollup-cycle', `${at} lies below itself.`);
    if (!parents.has(at))
      throw new Refusal('budgeting/unknown-parent', `${at} is named as a parent and is not there.`);
    path.add(at);
  }
  return path;
}
