import type { OutlineRow } from './outline-rows.js';

/** What a key does: go to a row, or fold or unfold one. */
export interface RowMove {
  readonly index?: number;
  readonly toggle?: string;
}

const page = 10;

/** Keys of a tree grid (WAI-ARIA authoring practices): arrows, Home, End, Page up and down. */
export function rowAfterKey(
  key: string,
  rows: readonly OutlineRow[],
  index: number,
  folded: ReadonlySet<string>,
): RowMove | undefined {
  const row = rows[index];
  const last = rows.length - 1;
  if (!row) return undefined;
  const isOpen = row.hasChildren && !folded.has(row.task.taskId);
  switch (key) {
    case 'ArrowDown':
      return { index: Math.min(index + 1, last) };
    case 'ArrowUp':
      return { index: Math.max(index - 1, 0) };
    case 'PageDown':
      return { index: Math.min(index + page, last) };
    case 'PageUp':
      return { index: Math.max(index - page, 0) };
    case 'Home':
      return { index: 0 };
    case 'End':
      return { index: last };
    case 'ArrowRight':
      if (row.hasChildren && !isOpen) return { toggle: row.task.taskId };
      return isOpen ? { index: Math.min(index + 1, last) } : {};
    case 'ArrowLeft': {
      if (isOpen) return { toggle: row.task.taskId };
      const parent = rows.findIndex((other) => other.task.taskId === row.task.parentTaskId);
      return parent >= 0 ? { index: parent } : {};
    }
    default:
      return undefined;
  }
}
