import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { GanttAxis } from './gantt-axis.js';
import type { Axis } from './gantt-axis.js';
import { GanttRow } from './gantt-row.js';
import styles from './gantt.module.css';
import type { OutlineRow } from './outline-rows.js';
import { rowAfterKey } from './row-keys.js';
import { msPerDay } from './time-axis.js';

interface GanttSheetProps {
  readonly rows: readonly OutlineRow[];
  readonly folded: ReadonlySet<string>;
  readonly onToggle: (taskId: string) => void;
  readonly chosen: string | undefined;
  readonly onChoose: (taskId: string) => void;
  readonly axis: Axis;
  readonly namesWidth: number;
}

export const rowHeight = 30;
export const headHeight = 50;
/** Pixels behind the last bar, where its name stands. */
export const labelRoom = 120;
const mostHeight = 560;
const spareRows = 8;

/** Draws only the rows in view, however long the plan is. One row is in the tab order; arrows move it. */
export function GanttSheet(props: GanttSheetProps) {
  const { rows, folded, onToggle, chosen, onChoose, axis, namesWidth } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const timeWidth = ((axis.span.to - axis.span.from) / msPerDay) * axis.pixelsPerDay + labelRoom;
  const height = sheetHeight(rows.length);
  const inView = Math.ceil(height / rowHeight) + spareRows;
  const from = Math.max(0, Math.min(first, rows.length - 1) - spareRows);
  const currentIndex = Math.max(
    rows.findIndex((row) => row.task.taskId === chosen),
    0,
  );
  const drawn = drawnRows(rows, { from, to: from + inView + spareRows }, currentIndex);
  useFocusOnMove(scroller, chosen);
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = rowAfterKey(event.key, rows, currentIndex, folded);
    if (!move) return;
    event.preventDefault();
    if (move.toggle) onToggle(move.toggle);
    if (move.index !== undefined) {
      setFirst(Math.floor(reveal(scroller.current, move.index) / rowHeight));
      onChoose(rows[move.index]?.task.taskId ?? '');
    }
  };
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="treegrid"
      aria-label="Tasks of the plan"
      aria-rowcount={rows.length + 1}
      data-flat={rows.every((row) => !row.hasChildren) || undefined}
      style={{ height }}
      onScroll={({ currentTarget }) => setFirst(Math.floor(currentTarget.scrollTop / rowHeight))}
      onKeyDown={onKeyDown}
    >
      <div
        className={styles.sheet}
        style={{ width: namesWidth + timeWidth, height: headHeight + rows.length * rowHeight }}
      >
        <GanttAxis axis={axis} namesWidth={namesWidth} timeWidth={timeWidth} />
        {drawn.map(({ row, index }) => (
          <GanttRow
            key={row.task.taskId}
            row={row}
            index={index}
            isFolded={folded.has(row.task.taskId)}
            isChosen={row.task.taskId === chosen}
            isInTabOrder={index === currentIndex}
            onToggle={onToggle}
            onChoose={onChoose}
            axis={axis}
            namesWidth={namesWidth}
          />
        ))}
      </div>
    </div>
  );
}

/** Pixels the sheet takes on the page, known before it is drawn so that nothing below it jumps. */
export function sheetHeight(rows: number): number {
  return Math.min(headHeight + rows * rowHeight + 16, mostHeight);
}

/** The rows in view, and the row in the tab order wherever it is, so that the focus is never lost by scrolling. */
function drawnRows(
  rows: readonly OutlineRow[],
  view: { readonly from: number; readonly to: number },
  current: number,
): { row: OutlineRow; index: number }[] {
  return rows
    .map((row, index) => ({ row, index }))
    .filter(({ index }) => (index >= view.from && index < view.to) || index === current);
}

/** After an arrow key the focus follows to the row that was chosen. */
function useFocusOnMove(scroller: React.RefObject<HTMLDivElement | null>, chosen: string | undefined): void {
  useEffect(() => {
    const inside =
      scroller.current?.contains(document.activeElement) || document.activeElement === document.body;
    if (!chosen || !inside) return;
    scroller.current?.querySelector<HTMLElement>(`[data-task="${chosen}"]`)?.focus({ preventScroll: true });
  }, [scroller, chosen]);
}

/** Scrolls a row into view; returns the scroll position after it, so that the rows there are drawn at once. */
function reveal(scroller: HTMLDivElement | null, index: number): number {
  if (!scroller) return 0;
  const top = index * rowHeight;
  const room = scroller.clientHeight - headHeight - rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top > scroller.scrollTop + room) scroller.scrollTop = top - room;
  return scroller.scrollTop;
}
