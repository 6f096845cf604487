import { SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { ScheduledTask } from '@meridian/contracts-projects';
import { useMemo, useState } from 'react';
import { useMay } from '../gateway/use-may.js';
import { canSlip, RipplePreview } from '../schedule/ripple-preview.js';
import { EstimateForm } from '../schedule/estimate-form.js';
import { GanttLegend } from './gantt-legend.js';
import { GanttSheet, labelRoom, sheetHeight } from './gantt-sheet.js';
import styles from './gantt.module.css';
import { outlineRows } from './outline-rows.js';
import { TaskDetail } from './task-detail.js';
import { msPerDay, spanOf } from './time-axis.js';
import { WhyChain } from './why-chain.js';

interface GanttProps {
  readonly projectId: string;
  readonly tasks: readonly ScheduledTask[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const zooms = [
  { value: 'fit', label: 'Fit' },
  { value: 'months', label: 'Months' },
  { value: 'weeks', label: 'Weeks' },
];
/** Pixels below which a whole plan says nothing: a narrow screen scrolls instead. */
const leastTimeWidth = 360;
const pixelsPerDay: Record<string, number> = { months: 2.6, weeks: 9 };
const [namesWide, namesNarrow, narrowBelow] = [560, 190, 760];

/** The plan as rows of an outline with bars over time. */
export function Gantt({ projectId, tasks, today }: GanttProps) {
  const { ref, width } = useElementSize();
  const [zoom, setZoom] = useState('fit');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string>();
  const rows = useMemo(() => outlineRows(tasks, folded), [tasks, folded]);
  const span = useMemo(() => spanOf(tasks), [tasks]);
  const namesWidth = width < narrowBelow ? namesNarrow : namesWide;
  const days = (span.to - span.from) / msPerDay;
  const fit = Math.max(width - namesWidth - labelRoom - 4, leastTimeWidth) / days;
  const scale = zoom === 'fit' ? fit : Math.max(pixelsPerDay[zoom] ?? fit, fit);
  const task = tasks.find(({ taskId }) => taskId === chosen);
  const mayEstimate = useMay('project:write');
  const toggle = (taskId: string): void => {
    const next = new Set(folded);
    if (!next.delete(taskId)) next.add(taskId);
    setFolded(next);
  };
  return (
    <div ref={ref}>
      <div className={styles.tools}>
        <GanttLegend />
        <SegmentedControl size="xs" aria-label="Scale" value={zoom} onChange={setZoom} data={zooms} />
      </div>
      {width === 0 ? (
        <div style={{ height: sheetHeight(rows.length) }} />
      ) : (
        <GanttSheet
          rows={rows}
          folded={folded}
          onToggle={toggle}
          chosen={chosen}
          onChoose={setChosen}
          axis={{ span, pixelsPerDay: scale, today }}
          namesWidth={namesWidth}
        />
      )}
      <TaskDetail projectId={projectId} task={task} />
      {chosen !== undefined && <WhyChain projectId={projectId} taskId={chosen} onChoose={setChosen} />}
      {task && canSlip(task) && <RipplePreview key={task.taskId} projectId={projectId} task={task} />}
      {task && mayEstimate && <EstimateForm projectId={projectId} task={task} />}
    </div>
  );
}
