import { SegmentedControl } from '@mantine/core';
import type { MilestoneOutlook, MilestoneOutlooks } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../dates/format-day.js';
import { outlooksQuery } from '../gateway/board-queries.js';
import { HealthBadge } from '../health/health-badge.js';
import type { HealthState } from '../health/health-state.js';
import { formatCount, formatPercent } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';

const units = [
  { value: 'items', label: 'Items' },
  { value: 'points', label: 'Points' },
];

/** When milestones are reached at the pace of earlier weeks: days that so many of the runs keep. */
export function OutlooksPanel({ projectId }: { readonly projectId: string }) {
  const [unit, setUnit] = useState<MilestoneOutlooks['unit']>('items');
  const outlooks = useQuery(outlooksQuery(projectId, unit));
  return (
    <Panel
      title="Milestones at this pace"
      note={outlooks.data && noteOf(outlooks.data)}
      side={
        <SegmentedControl
          size="xs"
          aria-label="What is counted"
          value={unit}
          onChange={(value) => setUnit(value as typeof unit)}
          data={units}
        />
      }
    >
      <Reading answer={outlooks} what="The forecast">
        {({ milestones }) =>
          milestones.length === 0 ? (
            <EmptyState title="No milestone waits for the backlog">
              Say with an item which milestone needs it; then its day is forecast from what was finished
              before.
            </EmptyState>
          ) : (
            <Outlooks milestones={milestones} />
          )
        }
      </Reading>
    </Panel>
  );
}

function Outlooks({ milestones }: Pick<MilestoneOutlooks, 'milestones'>) {
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Forecast of milestones">
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            <th scope="col">Milestone</th>
            <th scope="col" className={parts.number}>
              Left
            </th>
            <th scope="col" className={parts.number} title="What is wanted before the last of it">
              With what is ahead
            </th>
            <th scope="col">Promised</th>
            <th scope="col">Half of the runs</th>
            <th scope="col">80 %</th>
            <th scope="col">90 %</th>
            <th scope="col">In time</th>
          </tr>
        </thead>
        <tbody>
          {milestones.map((milestone) => (
            <tr key={milestone.milestoneId}>
              <td>{milestone.name}</td>
              <td className={parts.number}>{formatCount(milestone.remaining)}</td>
              <td className={parts.number}>{formatCount(milestone.remaining + milestone.ahead)}</td>
              <td>{formatDay(milestone.dueOn)}</td>
              {milestone.notAvailable ? (
                <td colSpan={4} className="quiet">
                  {milestone.reason ?? 'There is no forecast.'}
                </td>
              ) : (
                <>
                  <td>{dayOr(milestone.p50On)}</td>
                  <td>{dayOr(milestone.p80On)}</td>
                  <td>{dayOr(milestone.p90On)}</td>
                  <td>
                    <HealthBadge state={stateOf(milestone)} word={inTimeWords(milestone)} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dayOr(day: string | undefined): string {
  return day === undefined ? 'beyond the horizon' : formatDay(day);
}

/** The same shares that are drawn as days: below half it is off track, below four fifths at risk. */
function stateOf({ inTimePercent }: MilestoneOutlook): HealthState {
  if (inTimePercent === undefined) return 'unknown';
  if (inTimePercent < 50) return 'off-track';
  return inTimePercent < 80 ? 'at-risk' : 'on-track';
}

function inTimeWords({ inTimePercent }: MilestoneOutlook): string {
  return inTimePercent === undefined ? 'Not known' : formatPercent(inTimePercent);
}

function noteOf({ runs, history }: MilestoneOutlooks): string {
  const weeks = history.length === 1 ? 'one week' : `${history.length} weeks`;
  return `${formatCount(runs)} runs, drawn from ${weeks}`;
}
