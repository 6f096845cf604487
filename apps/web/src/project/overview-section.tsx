import type { ProjectAnswer } from '../gateway/answers.js';
import { HealthBadge } from '../health/health-badge.js';
import { Part } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';
import { withReadableDays } from '../dates/days-in-words.js';
import { formatMoment, today } from '../dates/format-day.js';
import { attentionDetail, attentionTitle } from '../today/attention-words.js';
import { GateStepper } from './gate-stepper.js';
import styles from './project.module.css';

const dimensions = [
  ['schedule', 'Schedule'],
  ['cost', 'Cost'],
  ['quality', 'Quality'],
  ['resources', 'Resources'],
] as const;

/** The way from gate to gate, and why the computed health is what it is. */
export function OverviewSection({ answer }: { readonly answer: ProjectAnswer }) {
  const { status, governance, missing, project } = answer;
  return (
    <>
      <Panel title="Gates" anchor="overview">
        <Part answer={governance} part="governance" missing={missing}>
          {({ gates, nextGateId }) => (
            <GateStepper gates={gates} nextGateId={nextGateId} phases={project.phases} />
          )}
        </Part>
      </Panel>
      <Panel title="Health" note={status ? `computed ${formatMoment(status.status.updatedAt)}` : undefined}>
        <Part answer={status} part="status" missing={missing}>
          {({ status: line, attention }) => (
            <>
              <ul className={styles.reasons}>
                {dimensions.map(([key, label]) => (
                  <li key={key}>
                    <strong>{label}</strong>
                    <HealthBadge state={line[key].state} />
                    <span>{withReadableDays(line[key].reason)}</span>
                  </li>
                ))}
              </ul>
              {attention.length > 0 && (
                <ul className={styles.attention}>
                  {attention.map((one) => (
                    <li key={one.attentionId}>
                      <HealthBadge
                        state={one.severity === 'red' ? 'off-track' : 'at-risk'}
                        word="Needs you"
                      />
                      <span>
                        <strong>{attentionTitle(one)}</strong>{' '}
                        <span className="quiet">
                          {attentionDetail({ ...one, projectName: undefined }, today())}
                        </span>
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </>
          )}
        </Part>
      </Panel>
    </>
  );
}
