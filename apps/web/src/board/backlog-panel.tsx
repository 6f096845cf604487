import type { Board } from '@meridian/contracts-projects';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { BacklogRow } from './backlog-row.js';
import styles from './board.module.css';
import { ItemForm } from './item-form.js';
import { sumWords } from './item-moves.js';

interface BacklogPanelProps {
  readonly board: Board;
  readonly mayPlan: boolean;
}

/** What is wanted, in the order in which it is wanted. */
export function BacklogPanel({ board, mayPlan }: BacklogPanelProps) {
  const { projectId, backlog, backlogCount, sprint } = board;
  const rest = backlogCount - backlog.length;
  return (
    <Panel title="Backlog" note={`${sumWords(backlog)}${rest > 0 ? `, ${rest} more behind them` : ''}`}>
      {backlog.length === 0 ? (
        <EmptyState title="Nothing waits in the backlog">
          Write down what is wanted, as “Pay by card”; estimate it, and put it in its place.
        </EmptyState>
      ) : (
        <ol className={styles.backlog}>
          {backlog.map((item) => (
            <BacklogRow
              key={item.itemId}
              projectId={projectId}
              item={item}
              items={backlog}
              sprint={sprint}
              mayPlan={mayPlan}
            />
          ))}
        </ol>
      )}
      {mayPlan && (
        <details className={forms.disclosure} open={backlog.length === 0}>
          <summary>Add an item</summary>
          <ItemForm key={backlogCount} projectId={projectId} />
        </details>
      )}
    </Panel>
  );
}
