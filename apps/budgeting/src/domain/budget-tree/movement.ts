import { Refusal } from '@meridian/refusal';
import { isFund, requireBelow } from './budget-node.js';
import type { BudgetNode } from './budget-node.js';

export type Movement = 'allocate' | 'release' | 'transfer' | 'reserve' | 'draw';

interface Ends {
  readonly from?: BudgetNode | undefined;
  readonly to?: BudgetNode | undefined;
}

/**
 * The way money may go: down to what lies below, back up, sideways between budgets or between funds of one kind, or into
 * and out of a reserve of one project. Only a node without a parent takes money from outside or gives it back there.
 *
 * @throws Refusal `budgeting/movement-ends`, `budgeting/not-below`
 */
export function requirePath(
  movement: Movement,
  { from, to }: Ends,
  nodes: ReadonlyMap<string, BudgetNode>,
): void {
  switch (movement) {
    case 'allocate':
      if (!to || (!from && to.parentId != null)) throw wrongEnds(movement, { from, to });
      return from && requireBelow(to, from, nodes);
    case 'release':
      if (!from || (!to && from.parentId != null)) throw wrongEnds(movement, { from, to });
      return to && requireBelow(from, to, nodes);
    case 'transfer':
      if (!from || !to || (isFund(from.kind) || isFund(to.kind) ? from.kind !== to.kind : false))
        throw wrongEnds(movement, { from, to });
      return;
    case 'reserve':
    case 'draw':
      if (from?.kind !== 'project' || (to && to.nodeId !== from.nodeId))
        throw wrongEnds(movement, { from, to });
  }
}

/** @throws Refusal `budgeting/budget-frozen` when a fund is: budgets are looked at by the ledger */
export function requireFundsOpen(nodes: readonly (BudgetNode & { readonly isFrozen: boolean })[]): void {
  const frozen = nodes.find(({ kind, isFrozen }) => isFrozen && isFund(kind));
  if (!frozen) return;
  throw new Refusal(
    'budgeting/budget-frozen',
    `${frozen.kind} ${frozen.nodeId} is frozen: no money is moved.`,
  );
}

function wrongEnds(movement: Movement, { from, to }: Ends): Refusal {
  const found = `from ${from?.kind ?? 'outside'} to ${to?.kind ?? 'outside'}`;
  return new Refusal('budgeting/movement-ends', `${movement} was asked ${found}. ${RULES[movement]}`, {
    kind: 'unprocessable',
  });
}

const RULES: Readonly<Record<Movement, string>> = {
  allocate: 'Name what gets the money; money from outside goes to a node without a parent only.',
  release: 'Name what gives the money back; only a node without a parent gives it to the outside.',
  transfer: 'Money is transferred between two budgets, or between two funds of one kind.',
  reserve: 'A reserve belongs to a project: name it as where the money comes from, and nothing else.',
  draw: 'A reserve belongs to a project: name it as where the money comes from, and nothing else.',
};
