import { SegmentedControl } from '@mantine/core';
import type { CurvePoint } from '@meridian/contracts-budgeting';
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { today as todayOf } from '../dates/format-day.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import { costCurve } from './curve-points.js';
import { CurveTable } from './curve-table.js';
import styles from './money.module.css';

// Asked for at once but beside the first paint: scales and shapes are a tenth of the code.
const chart = () => import('./cost-curve.js').then((found) => ({ default: found.CostCurveChart }));
const CostCurveChart = lazy(chart);
// Leaving for the identity provider ends this first request; it is made again when the chart is drawn.
chart().catch(() => undefined);

interface EarnedValuePanelProps {
  readonly title: string;
  readonly points: readonly CurvePoint[];
  readonly currency: string;
  readonly eacMinor?: string;
  /** Another control beside the switch between curve and table. */
  readonly side?: ReactNode;
}

/** The S-curve, or the same figures as a table. */
export function EarnedValuePanel({ title, points, currency, eacMinor, side }: EarnedValuePanelProps) {
  const [view, setView] = useState('curve');
  const today = todayOf();
  const views = [
    { value: 'curve', label: 'S-curve' },
    { value: 'table', label: 'Table' },
  ];
  return (
    <Panel
      title={title}
      side={
        <>
          {side}
          <SegmentedControl size="xs" aria-label="View" value={view} onChange={setView} data={views} />
        </>
      }
    >
      {points.length < 2 ? (
        <EmptyState title="No curve yet">
          The curve starts with the first approved budget of a project that has a plan.
        </EmptyState>
      ) : view === 'curve' ? (
        <Suspense fallback={<div className={styles.chart} />}>
          <CostCurveChart curve={costCurve(points, today, eacMinor)} currency={currency} today={today} />
        </Suspense>
      ) : (
        <CurveTable points={points} currency={currency} />
      )}
    </Panel>
  );
}
