import type { WaitingDecisions } from '@meridian/contracts-governance';
import type { LoadWeek, PortfolioCapacityFigures } from '@meridian/contracts-resourcing';
import { isoWeek } from '../dates/format-day.js';
import { formatCount, formatPercent } from '../money/format-money.js';
import { KeyFigure } from './key-figure.js';

interface GatesFigureProps {
  readonly decisions: WaitingDecisions;
  readonly wide: string | undefined;
}

/** Gates of the coming 30 days, and how many of them lack evidence. */
export function GatesFigure({ decisions, wide }: GatesFigureProps) {
  const { gatesNext30Days, gatesWithoutEvidence } = decisions;
  const isComplete = gatesWithoutEvidence === 0;
  return (
    <KeyFigure
      title="Gates in 30 days"
      href="#gates"
      wide={wide}
      value={formatCount(gatesNext30Days)}
      badge={isComplete ? undefined : { state: 'off-track', word: 'Off track' }}
      detail={
        gatesNext30Days === 0
          ? 'no gate is due'
          : isComplete
            ? 'all with full evidence'
            : `${formatCount(gatesWithoutEvidence)} without full evidence`
      }
    />
  );
}

interface PeopleFigureProps {
  readonly capacity: PortfolioCapacityFigures;
  readonly wide: string | undefined;
}

/** People with a week above 110 percent of what they can work. */
export function PeopleFigure({ capacity, wide }: PeopleFigureProps) {
  const { overloaded, people, weeks } = capacity;
  const peak = [...weeks].sort((one, other) => load(other) - load(one))[0];
  return (
    <KeyFigure
      title="People over 110 %"
      href="#people"
      wide={wide}
      value={`${formatCount(overloaded)} of ${formatCount(people)}`}
      badge={overloaded > 0 ? { state: 'at-risk', word: 'At risk' } : undefined}
      trend={weeks.map(load)}
      detail={
        peak && load(peak) > 0
          ? `fullest week ${isoWeek(peak.weekStart)}: ${formatPercent(load(peak))} booked`
          : 'nothing is booked'
      }
    />
  );
}

/** Percent of the capacity that is booked. */
function load(week: LoadWeek): number {
  return week.capacityMinutes === 0 ? 0 : (week.bookedMinutes / week.capacityMinutes) * 100;
}
