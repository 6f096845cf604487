import type { Board } from '@meridian/contracts-projects';
import { formatDay } from '../dates/format-day.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import styles from './board.module.css';
import { ItemCard } from './item-card.js';
import { limitWords, sumWords } from './item-moves.js';
import { LimitsForm } from './limits-form.js';
import { SprintForm } from './sprint-form.js';
import { SprintStep } from './sprint-step.js';

export interface MayOnBoard {
  /** Plans sprints and says what is wanted. */
  readonly plan: boolean;
  /** Moves items and looks back. */
  readonly work: boolean;
}

interface SprintPanelProps {
  readonly board: Board;
  readonly may: MayOnBoard;
}

const columns = [
  { id: 'committed', label: 'Committed' },
  { id: 'inProgress', label: 'In progress' },
  { id: 'done', label: 'Done' },
] as const;

/** The sprint that runs or comes next, as three columns. */
export function SprintPanel({ board, may }: SprintPanelProps) {
  const { sprint, projectId } = board;
  if (!sprint)
    return (
      <Panel title="Sprint">
        <EmptyState title="No sprint is planned">
          Say what the next one is for and when it is; then take items of the backlog into it.
        </EmptyState>
        {may.plan && <SprintForm key={board.sprints.length} projectId={projectId} />}
      </Panel>
    );
  return (
    <Panel
      title={`Sprint ${sprint.number}`}
      note={`${sprint.state}, ${formatDay(sprint.startsOn)} to ${formatDay(sprint.endsOn)}`}
      side={may.plan && <SprintStep projectId={projectId} sprint={sprint} />}
    >
      <p className={styles.goal}>{sprint.goal}</p>
      <div className={styles.columns}>
        {columns.map(({ id, label }) => (
          <section
            key={id}
            className={styles.column}
            aria-label={label}
            data-over={isOver(board, id) || undefined}
          >
            <h3>
              {label} <span className="quiet">{sumWords(board[id])}</span>
              <span className={styles.limit}>{limitWords(board[id].length, limitOf(board, id))}</span>
            </h3>
            <ul>
              {board[id].map((item) => (
                <ItemCard
                  key={item.itemId}
                  projectId={projectId}
                  item={item}
                  sprint={sprint}
                  mayMove={may.work}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {may.plan && (
        <details className={forms.disclosure}>
          <summary>Limits of the columns</summary>
          <LimitsForm key={board.limits?.version ?? 0} board={board} />
        </details>
      )}
      {may.plan && sprint.state === 'running' && (
        <details className={forms.disclosure}>
          <summary>Plan the next sprint</summary>
          <SprintForm key={board.sprints.length} projectId={projectId} after={sprint} />
        </details>
      )}
    </Panel>
  );
}

function limitOf({ limits }: Board, column: (typeof columns)[number]['id']): number | undefined {
  return column === 'done' ? undefined : limits?.[column];
}

function isOver(board: Board, column: (typeof columns)[number]['id']): boolean {
  return board[column].length > (limitOf(board, column) ?? Infinity);
}
