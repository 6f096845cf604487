import type { PortfolioScheduleFigures } from '@meridian/contracts-projects';
import { Link } from '@tanstack/react-router';
import { formatNear, formatSlip, today } from '../dates/format-day.js';
import type { MissingPart } from '../gateway/answers.js';
import { HealthBadge } from '../health/health-badge.js';
import { EmptyState } from '../parts/empty-state.js';
import { Part } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';
import styles from './today.module.css';

interface MilestonesPanelProps {
  readonly schedule: PortfolioScheduleFigures | null;
  readonly missing: readonly MissingPart[];
  readonly wide: string | undefined;
}

const shown = 6;

/** The next milestones with their slip against the baseline. */
export function MilestonesPanel({ schedule, missing, wide }: MilestonesPanelProps) {
  const note =
    schedule && `${schedule.milestonesNext30Days} in 30 days, ${schedule.milestonesSlipped} slipped`;
  return (
    <Panel title="Next milestones" anchor="milestones" note={[note, wide].filter(Boolean).join(', ')}>
      <Part answer={schedule} part="schedule" missing={missing}>
        {({ nextMilestones, withPlan, projects }) =>
          nextMilestones.length === 0 ? (
            <EmptyState title="No milestone comes up">
              {withPlan} of {projects} projects have a plan; milestones come from there.
            </EmptyState>
          ) : (
            <ul className={styles.short}>
              {nextMilestones.slice(0, shown).map((milestone) => (
                <li key={milestone.milestoneId}>
                  <Link to="/projects/$projectId" params={{ projectId: milestone.projectId }} hash="schedule">
                    {milestone.name}
                  </Link>
                  <span className="quiet">
                    {milestone.projectName} · {formatNear(milestone.forecastOn, today())}
                    {milestone.isShared && ' · others wait for it'}
                  </span>
                  <HealthBadge
                    state={milestone.slipDays > 0 ? 'at-risk' : 'on-track'}
                    word={formatSlip(milestone.slipDays)}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Part>
    </Panel>
  );
}
