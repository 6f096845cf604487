import type { BudgetTreeNode } from '@meridian/contracts-budgeting';
import { IconChevronDown, IconChevronRight, IconSnowflake } from '@tabler/icons-react';
import { useState } from 'react';
import { formatMoneyRounded } from '../money/format-money.js';
import parts from '../parts/parts.module.css';
import { BalanceBar } from './balance-bar.js';
import styles from './budget.module.css';
import { kindWords } from './kind-words.js';
import { treeRows } from './tree-rows.js';
import type { TreeRow } from './tree-rows.js';

interface TreeTableProps {
  readonly nodes: readonly BudgetTreeNode[];
  readonly chosen: string | undefined;
  readonly onChoose: (nodeId: string) => void;
}

const columns = [
  ['Granted', 'All that was given to it, less what it gave back'],
  ['Available', 'Granted less reserved, ordered, received and spent'],
  ['Reserved', 'Requisitioned, not yet ordered'],
  ['Ordered', 'Ordered, neither received nor invoiced'],
  ['Received', 'Received, not yet invoiced'],
  ['Spent', 'Actual cost'],
  ['In the plan', 'What the tasks below it cost by the plan'],
] as const;

/** The budget tree: what was given, what is left, what is bound and spent, at every level. */
export function TreeTable({ nodes, chosen, onChoose }: TreeTableProps) {
  // From the top one looks at projects first; within a project at all of its parts.
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => foldedAtFirst(nodes));
  const fold = (nodeId: string): void =>
    setFolded((before) => (before.has(nodeId) ? without(before, nodeId) : new Set([...before, nodeId])));
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Budget tree table">
      <table className={`${parts.table} ${styles.tree}`}>
        <thead>
          <tr>
            <th scope="col">Place</th>
            {columns.map(([name, meaning]) => (
              <th key={name} scope="col" className={parts.number} title={meaning}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {treeRows(nodes, folded).map((row) => (
            <Row
              key={row.node.nodeId}
              row={row}
              isChosen={row.node.nodeId === chosen}
              isFolded={folded.has(row.node.nodeId)}
              onChoose={onChoose}
              onFold={fold}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: TreeRow;
  readonly isChosen: boolean;
  readonly isFolded: boolean;
  readonly onChoose: (nodeId: string) => void;
  readonly onFold: (nodeId: string) => void;
}

function Row({ row, isChosen, isFolded, onChoose, onFold }: RowProps) {
  const { node, level, hasParts } = row;
  const { balance, currency } = node;
  const amount = (minor: string | undefined) => (
    <td className={parts.number}>
      {minor === undefined || Number(minor) === 0 ? (
        <span className="quiet">–</span>
      ) : (
        formatMoneyRounded(minor, currency)
      )}
    </td>
  );
  return (
    <tr aria-current={isChosen ? 'true' : undefined}>
      <th scope="row" data-level={Math.min(level, 6)}>
        {hasParts && (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={!isFolded}
            aria-label={`Parts of ${node.name}`}
            onClick={() => onFold(node.nodeId)}
          >
            {isFolded ? (
              <IconChevronRight size={16} aria-hidden />
            ) : (
              <IconChevronDown size={16} aria-hidden />
            )}
          </button>
        )}
        <button
          type="button"
          className={styles.place}
          aria-pressed={isChosen}
          onClick={() => onChoose(node.nodeId)}
        >
          {node.name}
        </button>
        <span className={styles.kind}>
          {kindWords(node.nodeKind)}
          {node.isFrozen && (
            <>
              <IconSnowflake size={12} aria-hidden /> frozen
            </>
          )}
        </span>
        <BalanceBar balance={balance} />
      </th>
      {amount(balance.grantedMinor)}
      <td className={parts.number} data-short={balance.availableMinor.startsWith('-') ? '' : undefined}>
        {formatMoneyRounded(balance.availableMinor, currency)}
      </td>
      {amount(balance.reservedMinor)}
      {amount(balance.committedMinor)}
      {amount(balance.accruedMinor)}
      {amount(balance.actualMinor)}
      {amount(node.plannedMinor)}
    </tr>
  );
}

function foldedAtFirst(nodes: readonly BudgetTreeNode[]): ReadonlySet<string> {
  const [top] = nodes;
  if (top === undefined || top.nodeKind === 'project') return new Set();
  return new Set(nodes.filter(({ nodeKind }) => nodeKind === 'project').map(({ nodeId }) => nodeId));
}

function without(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set([...all].filter((other) => other !== one));
}
