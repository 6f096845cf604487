import { IconChevronDown } from '@tabler/icons-react';
import { memo } from 'react';
import { daysBetween, formatDay, formatSlip } from '../dates/format-day.js';
import type { Axis } from './gantt-axis.js';
import { headHeight, rowHeight } from './gantt-sheet.js';
import styles from './gantt.module.css';
import type { OutlineRow } from './outline-rows.js';
import { TaskBar } from './task-bar.js';

interface GanttRowProps {
  readonly row: OutlineRow;
  readonly index: number;
  readonly isFolded: boolean;
  readonly isChosen: boolean;
  readonly isInTabOrder: boolean;
  readonly onToggle: (taskId: string) => void;
  readonly onChoose: (taskId: string) => void;
  readonly axis: Axis;
  readonly namesWidth: number;
}

const indent = 14;

/** A task: its words on the left, which carry the meaning, and its bar, which only draws it. */
export const GanttRow = memo(function GanttRow(props: GanttRowProps) {
  const { row, index, isFolded, isChosen, isInTabOrder, onToggle, onChoose, axis, namesWidth } = props;
  const { task, depth, hasChildren } = row;
  const slip = task.baselineFinish ? daysBetween(task.baselineFinish, task.finish) : undefined;
  return (
    <div
      role="row"
      className={styles.row}
      data-task={task.taskId}
      data-summary={task.isSummary || undefined}
      aria-level={depth + 1}
      aria-rowindex={index + 2}
      aria-expanded={hasChildren ? !isFolded : undefined}
      aria-selected={isChosen}
      tabIndex={isInTabOrder ? 0 : -1}
      style={{ top: headHeight + index * rowHeight, height: rowHeight }}
      onClick={() => onChoose(task.taskId)}
    >
      <div className={styles.names} style={{ width: namesWidth }}>
        <span role="gridcell" className={styles.wbs}>
          {task.wbs}
        </span>
        <span
          role="gridcell"
          className={styles.name}
          style={{ paddingInlineStart: depth * indent }}
          title={task.name}
        >
          {hasChildren ? (
            <span
              className={styles.fold}
              data-folded={isFolded || undefined}
              aria-hidden
              onClick={() => onToggle(task.taskId)}
            >
              <IconChevronDown size={14} />
            </span>
          ) : (
            <span className={styles.noFold} />
          )}
          {task.name}
          {task.isCritical && !task.isSummary && <span className="sr-only">, critical</span>}
        </span>
        <span role="gridcell" className={styles.day}>
          {formatDay(task.start)}
        </span>
        <span role="gridcell" className={styles.day}>
          {formatDay(task.finish)}
        </span>
        <span role="gridcell" className={styles.slip} data-late={(slip ?? 0) > 0 || undefined}>
          {slip === undefined ? '–' : formatSlip(slip)}
        </span>
      </div>
      <TaskBar task={task} axis={axis} namesWidth={namesWidth} />
    </div>
  );
});
