import type { CheckLine, MilestoneQuality } from '@meridian/contracts-quality';
import { daysBetween, formatDay, formatNear, today } from '../dates/format-day.js';
import type { ProjectAnswer } from '../gateway/answers.js';
import { HealthBadge } from '../health/health-badge.js';
import type { HealthState } from '../health/health-state.js';
import { EmptyState } from '../parts/empty-state.js';
import { Part } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';
import styles from './project.module.css';

/** Milestones with their checks: what is proven, what is open, who accepted. */
export function QualitySection({ answer }: { readonly answer: ProjectAnswer }) {
  const { quality, missing } = answer;
  const note = quality
    ? `${quality.total} checks, ${quality.openMandatory} mandatory open, ${quality.failed} failed`
    : undefined;
  return (
    <Panel title="Quality" anchor="quality" note={note}>
      <Part answer={quality} part="quality" missing={missing}>
        {({ milestones }) =>
          milestones.length === 0 ? (
            <EmptyState title="No milestones to check">
              Milestones come from the plan; the quality manager adds the checks each of them has to pass.
            </EmptyState>
          ) : (
            <>
              {milestones.map((milestone) => (
                <Milestone key={milestone.milestoneId} milestone={milestone} />
              ))}
            </>
          )
        }
      </Part>
    </Panel>
  );
}

function Milestone({ milestone }: { readonly milestone: MilestoneQuality }) {
  const { state, word } = readiness(milestone);
  return (
    <article className={styles.milestone}>
      <div className={styles.milestoneHead}>
        <h3>{milestone.name}</h3>
        <HealthBadge state={state} word={word} />
        <span className="quiet">
          {milestone.acceptedOn
            ? `accepted ${formatDay(milestone.acceptedOn)}${milestone.acceptedByName ? ` by ${milestone.acceptedByName}` : ''}`
            : `due ${formatNear(milestone.dueOn, today())}`}
        </span>
      </div>
      {milestone.checks.length > 0 && (
        <ul className={styles.checks}>
          {milestone.checks.map((check) => (
            <Check key={check.checkId} check={check} />
          ))}
        </ul>
      )}
    </article>
  );
}

const checkStates: Record<CheckLine['state'], { state: HealthState; word: string }> = {
  open: { state: 'unknown', word: 'Open' },
  passed: { state: 'on-track', word: 'Passed' },
  failed: { state: 'off-track', word: 'Failed' },
  waived: { state: 'at-risk', word: 'Waived' },
};

function Check({ check }: { readonly check: CheckLine }) {
  return (
    <li>
      <HealthBadge {...checkStates[check.state]} />
      <span>
        {check.title}
        {!check.isMandatory && <span className="quiet"> (optional)</span>}
        {check.evidence && <span className="quiet"> · {check.evidence}</span>}
      </span>
    </li>
  );
}

/** What is open earlier than this before the day is work still to be done, not a risk. */
const nearDays = 30;

function readiness(milestone: MilestoneQuality): { state: HealthState; word: string } {
  if (milestone.acceptedOn) return { state: 'on-track', word: 'Accepted' };
  if (milestone.isReady) return { state: 'on-track', word: 'Ready' };
  const days = daysBetween(today(), milestone.dueOn);
  if (days < 0) return { state: 'off-track', word: 'Overdue' };
  return days <= nearDays ? { state: 'at-risk', word: 'Not ready' } : { state: 'unknown', word: 'To come' };
}
