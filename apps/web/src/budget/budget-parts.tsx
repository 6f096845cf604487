import type { BudgetTreeNode } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { budgetTreeQuery } from '../gateway/money-queries.js';
import type { PersonNames } from '../people/person-names.js';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { BarKey } from './bar-key.js';
import { NodePanel } from './node-panel.js';
import { StatementPanel } from './statement-panel.js';
import { TreeTable } from './tree-table.js';

/** What one chose on a page of budgets; it stands in the address. */
export interface BudgetSearch {
  readonly node?: string | undefined;
  readonly asOf?: string | undefined;
}

interface BudgetPartsProps {
  /** The top of the tree; all that the person may see without one. */
  readonly rootId: string | undefined;
  /** Whose ledger is shown where the tree is empty. */
  readonly alone?: { readonly nodeId: string; readonly name: string; readonly currency: string };
  /** Names that the page knows, by person id. */
  readonly known?: PersonNames;
  readonly search: BudgetSearch;
  readonly onSearch: (search: BudgetSearch) => void;
  /** Shown in place of an empty tree. */
  readonly empty: ReactNode;
}

/** Tree, the chosen place, and its ledger. */
export function BudgetParts({ rootId, alone, known, search, onSearch, empty }: BudgetPartsProps) {
  const tree = useQuery(budgetTreeQuery(rootId));
  const nodes = tree.data?.nodes ?? [];
  const chosen: BudgetTreeNode | undefined = nodes.find(({ nodeId }) => nodeId === search.node) ?? nodes[0];
  const ledger = chosen ?? alone;
  return (
    <>
      <Panel title="Budget tree" note="what was granted, what is bound and spent, what is left">
        <Reading answer={tree} what="The budget tree" lines={6}>
          {() =>
            nodes.length === 0 ? (
              empty
            ) : (
              <>
                <TreeTable
                  nodes={nodes}
                  chosen={chosen?.nodeId}
                  onChoose={(node) => {
                    onSearch({ ...search, node });
                    const place = document.getElementById('place');
                    place?.scrollIntoView({ block: 'nearest' });
                    place?.focus({ preventScroll: true });
                  }}
                />
                <BarKey />
              </>
            )
          }
        </Reading>
      </Panel>
      {chosen && <NodePanel node={chosen} nodes={nodes} />}
      {ledger && (
        <StatementPanel
          key={ledger.nodeId}
          nodeId={ledger.nodeId}
          name={ledger.name}
          currency={ledger.currency}
          asOf={search.asOf}
          known={known}
          onAsOf={(asOf) => onSearch({ ...search, asOf })}
        />
      )}
    </>
  );
}
