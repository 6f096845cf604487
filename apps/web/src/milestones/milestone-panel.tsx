import type { MilestoneTrendChart, MilestoneTrendLine } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../dates/format-day.js';
import { milestoneTrendQuery } from '../gateway/raid-queries.js';
import { useMay } from '../gateway/use-may.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { CriteriaForm } from './criteria-form.js';
import { MilestoneTable } from './milestone-table.js';
import { TrendChart } from './trend-chart.js';

/** Milestones that still move most are drawn; all stand in the table. */
const mostDrawn = 8;

/** How the forecasts of milestones moved from report to report, who answers for them and by what they are accepted. */
export function MilestonePanel({ projectId }: { readonly projectId: string }) {
  const trend = useQuery(milestoneTrendQuery(projectId));
  return (
    <Panel title="Milestones" anchor="milestones" note={trend.data && noteOf(trend.data)}>
      <Reading answer={trend} what="The milestones">
        {({ milestones }) =>
          milestones.length === 0 ? (
            <EmptyState title="The plan has no milestones">
              A task without duration is a milestone. Its forecast is kept from report to report.
            </EmptyState>
          ) : (
            <Milestones projectId={projectId} milestones={milestones} />
          )
        }
      </Reading>
    </Panel>
  );
}

interface MilestonesProps {
  readonly projectId: string;
  readonly milestones: readonly MilestoneTrendLine[];
}

function Milestones({ projectId, milestones }: MilestonesProps) {
  const mayWrite = useMay('project:write');
  const [chosenId, setChosen] = useState<string>();
  const chosen = milestones.find(({ milestoneId }) => milestoneId === chosenId);
  const lines = milestones.map((milestone, at) => ({ milestone, number: at + 1 }));
  const drawn = lines
    .toSorted(
      (a, b) => Math.abs(b.milestone.movedDays) - Math.abs(a.milestone.movedDays) || a.number - b.number,
    )
    .slice(0, mostDrawn)
    .sort((a, b) => a.number - b.number);
  return (
    <>
      <TrendChart lines={drawn} />
      <MilestoneTable lines={lines} chosenId={chosenId} onChoose={setChosen} />
      {chosen && (
        <CriteriaForm
          key={`${chosen.milestoneId} ${chosen.version ?? 0}`}
          projectId={projectId}
          milestone={chosen}
          mayWrite={mayWrite === true && chosen.acceptedOn === undefined}
        />
      )}
    </>
  );
}

function noteOf({ milestones, asOf }: MilestoneTrendChart): string {
  const late = milestones.filter(({ slipSinceFirstDays = 0 }) => slipSinceFirstDays > 0).length;
  return `${milestones.length}, ${late} later than promised at first, as of ${formatDay(asOf)}`;
}
