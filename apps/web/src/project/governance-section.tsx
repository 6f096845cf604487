import type { DecisionLine, GateLine } from '@meridian/contracts-governance';
import { OpenExceptions } from '../accounts/open-exceptions.js';
import { daysBetween, formatDay, formatNear, today } from '../dates/format-day.js';
import type { ProjectAnswer } from '../gateway/answers.js';
import { HealthBadge } from '../health/health-badge.js';
import type { HealthState } from '../health/health-state.js';
import { formatMoney } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Part } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';
import { gateDecisionWords } from './gate-decision-words.js';
import styles from './project.module.css';

/** Gates with what they still lack, and the decisions of the project. */
export function GovernanceSection({ answer }: { readonly answer: ProjectAnswer }) {
  const { governance, missing } = answer;
  return (
    <Panel title="Governance" anchor="governance">
      <Part answer={governance} part="governance" missing={missing}>
        {({ gates, decisions }) =>
          gates.length + decisions.length === 0 ? (
            <EmptyState title="No gates and no decisions">
              Gates are planned by the PMO; a decision is asked for when a choice goes beyond the manager's
              limits.
            </EmptyState>
          ) : (
            <>
              {gates.map((gate) => (
                <Gate key={gate.gateId} gate={gate} />
              ))}
              {decisions.map((decision) => (
                <Decision key={decision.decisionId} decision={decision} />
              ))}
            </>
          )
        }
      </Part>
      <OpenExceptions projectId={answer.project.projectId} />
    </Panel>
  );
}

function Gate({ gate }: { readonly gate: GateLine }) {
  return (
    <article className={styles.milestone}>
      <div className={styles.milestoneHead}>
        <h3>{gate.name}</h3>
        {gate.decision ? (
          <HealthBadge
            state={gate.decision === 'go' ? 'on-track' : 'at-risk'}
            word={gateDecisionWords(gate.decision)}
          />
        ) : (
          <HealthBadge
            state={gate.isReady ? 'on-track' : openState(gate)}
            word={gate.isReady ? 'Evidence complete' : `${gate.missing} missing`}
          />
        )}
        <span className="quiet">{gateDayWords(gate)}</span>
      </div>
      {!gate.decision && gate.evidence.length > 0 && (
        <ul className={styles.checks}>
          {gate.evidence.map((evidence) => (
            <li key={evidence.milestoneId}>
              <HealthBadge
                state={evidence.isReady ? 'on-track' : openState(gate)}
                word={evidence.isReady ? 'There' : `${evidence.openMandatory} open`}
              />
              <span>{evidence.name}</span>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

const nearDays = 30;

/** What a gate lacks is a matter of the last 30 days before it; earlier it is work still to be done. */
function openState({ dueOn }: GateLine): HealthState {
  if (!dueOn) return 'unknown';
  const days = daysBetween(today(), dueOn);
  if (days < 0) return 'off-track';
  return days <= nearDays ? 'at-risk' : 'unknown';
}

function gateDayWords(gate: GateLine): string {
  if (gate.decidedOn)
    return `decided ${formatDay(gate.decidedOn)}${gate.decidedByName ? ` by ${gate.decidedByName}` : ''}`;
  return gate.dueOn ? `due ${formatNear(gate.dueOn, today())}` : 'no day yet';
}

function Decision({ decision }: { readonly decision: DecisionLine }) {
  const { outcome, amountMinor, currency } = decision;
  return (
    <article className={styles.milestone}>
      <div className={styles.milestoneHead}>
        <h3>{decision.title}</h3>
        <HealthBadge
          state={outcome ? 'on-track' : 'at-risk'}
          word={outcome ? capital(outcome) : 'Decision waits'}
        />
        <span className="quiet">
          {outcome ? `was due ${formatDay(decision.dueOn)}` : `due ${formatNear(decision.dueOn, today())}`}
          {amountMinor && currency && ` · ${formatMoney(amountMinor, currency)}`}
        </span>
      </div>
    </article>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
