import type { MilestoneTrendLine } from '@meridian/contracts-projects';
import { formatDay, formatSlip } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import type { HealthState } from '../health/health-state.js';
import { Choose } from '../parts/choose.js';
import parts from '../parts/parts.module.css';
import raid from '../raid/raid.module.css';

export interface NumberedMilestone {
  readonly milestone: MilestoneTrendLine;
  /** The same in chart and table. */
  readonly number: number;
}

interface MilestoneTableProps {
  readonly lines: readonly NumberedMilestone[];
  readonly chosenId: string | undefined;
  readonly onChoose: (milestoneId: string) => void;
}

export function MilestoneTable({ lines, chosenId, onChoose }: MilestoneTableProps) {
  return (
    <div className={parts.scroller}>
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            {['Milestone', 'Owner', 'Promised at first', 'Baseline', 'Forecast', 'Slip', 'State'].map(
              (title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ milestone, number }) => (
            <tr
              key={milestone.milestoneId}
              className={raid.row}
              data-chosen={milestone.milestoneId === chosenId || undefined}
            >
              <td className={raid.title}>
                <Choose
                  isOpen={milestone.milestoneId === chosenId}
                  onClick={() => onChoose(milestone.milestoneId)}
                >
                  <span className="quiet">{number}</span> {milestone.name}
                </Choose>
              </td>
              <td>{milestone.ownerName ?? '–'}</td>
              <td>{dayOrNone(milestone.firstBaselineOn)}</td>
              <td>{dayOrNone(milestone.baselineOn)}</td>
              <td>{formatDay(milestone.actualOn ?? milestone.forecastOn)}</td>
              <td title="Against what was promised at first">
                {milestone.slipSinceFirstDays === undefined ? '–' : formatSlip(milestone.slipSinceFirstDays)}
              </td>
              <td>
                <HealthBadge {...stateOf(milestone)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dayOrNone(day: string | undefined): string {
  return day === undefined ? '–' : formatDay(day);
}

function stateOf({ acceptedOn, isDone, slipDays, movedDays }: MilestoneTrendLine): {
  readonly state: HealthState;
  readonly word: string;
} {
  if (acceptedOn) return { state: 'on-track', word: 'Accepted' };
  if (isDone) return { state: 'on-track', word: 'Reached' };
  if (slipDays > 0) return { state: 'off-track', word: 'Late' };
  return movedDays > 0 ? { state: 'at-risk', word: 'Slipping' } : { state: 'on-track', word: 'On plan' };
}
