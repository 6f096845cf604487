import type { BudgetTreeNode } from '@meridian/contracts-budgeting';
import { useMay } from '../gateway/use-may.js';
import { formatMoney } from '../money/format-money.js';
import { Figures } from '../parts/figures.js';
import type { NamedFigure } from '../parts/figures.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { FreezeForm } from './freeze-form.js';
import { kindWords } from './kind-words.js';
import { MoveForm } from './move-form.js';
import { movementChoices } from './movement-choices.js';
import { placeChoices } from './place-choices.js';
import { PlaceForm } from './place-form.js';

interface NodePanelProps {
  readonly node: BudgetTreeNode;
  readonly nodes: readonly BudgetTreeNode[];
}

/** One place of the tree: its bases, and what may be done with its money. */
export function NodePanel({ node, nodes }: NodePanelProps) {
  const isApprover = useMay('budget:approve') === true;
  const mayWrite = useMay('budget:write') === true;
  const isManager = mayWrite && node.projectId !== undefined;
  const choices = movementChoices({ nodes, from: node, isApprover }).filter(() => isApprover || isManager);
  const places = placeChoices({ under: node.nodeKind, isApprover, isManager: mayWrite });
  return (
    <Panel
      anchor="place"
      title={node.name}
      note={`${kindWords(node.nodeKind)}, ${policyWords[node.policy] ?? node.policy}`}
    >
      <Figures key={node.nodeId} figures={basesOf(node)} />
      {node.labour !== undefined && <p className="quiet">{labourWords[node.labour]}</p>}
      {choices.length > 0 && !node.isFrozen && (
        <details className={forms.disclosure}>
          <summary>Move money</summary>
          <MoveForm key={node.nodeId} from={node} choices={choices} />
        </details>
      )}
      {places.length > 0 && (
        <details className={forms.disclosure}>
          <summary>Add a place below</summary>
          <PlaceForm
            key={node.nodeId}
            parent={node}
            choices={places}
            taken={new Set(nodes.map(({ nodeId }) => nodeId))}
          />
        </details>
      )}
      {(isApprover || isManager) && node.version > 0 && (
        <details className={forms.disclosure}>
          <summary>{node.isFrozen ? 'Open again' : 'Freeze'}</summary>
          <FreezeForm key={node.nodeId} node={node} />
        </details>
      )}
    </Panel>
  );
}

const policyWords: Readonly<Record<string, string>> = {
  'hard-stop': 'stops at its budget',
  warn: 'warns beyond its budget',
  'needs-exception': 'beyond its budget with an exception only',
};

const labourWords = {
  averaged:
    'Labour counts at the average hour of the project: what was worked here would tell what one person costs.',
  'left-out': 'Labour is left out: of an earlier day it would tell what one person costs.',
} as const;

function basesOf(node: BudgetTreeNode): readonly NamedFigure[] {
  const { currency } = node;
  const amount = (name: string, minor: string | undefined, from?: string): NamedFigure => ({
    name,
    value: minor === undefined ? 'not planned' : formatMoney(minor, currency),
    from,
  });
  return [
    amount('Allocated', node.allocatedMinor, 'top down: all it was given'),
    amount('In the plan', node.plannedMinor, 'bottom up: what its tasks cost'),
    amount('Difference', node.differenceMinor, 'allocated less planned'),
    amount('Given on', node.distributedMinor, 'to control accounts and work packages'),
    amount('Not given on', node.undistributedMinor),
    amount('Contingency', node.contingencyMinor),
    amount('Management reserve', node.managementReserveMinor),
    amount('Baseline (PMB)', node.pmbMinor, 'given on, not given on, contingency'),
    amount('Budget base (CBB)', node.cbbMinor, 'PMB and management reserve'),
  ];
}
