import type { GateInPortfolio, WaitingDecisions } from '@meridian/contracts-governance';
import { Link } from '@tanstack/react-router';
import { formatNear, today } from '../dates/format-day.js';
import type { MissingPart } from '../gateway/answers.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatMoneyRounded } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Part } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';
import styles from './today.module.css';

interface GatesPanelProps {
  readonly decisions: WaitingDecisions | null;
  readonly missing: readonly MissingPart[];
  readonly wide: string | undefined;
}

const shown = 6;

/** Gates that come, with what they still lack, and decisions that were asked for. */
export function GatesPanel({ decisions, missing, wide }: GatesPanelProps) {
  return (
    <Panel title="Gates and decisions" anchor="gates" note={wide}>
      <Part answer={decisions} part="decisions" missing={missing}>
        {(waiting) =>
          waiting.gates.length + waiting.decisions.length === 0 ? (
            <EmptyState title="No gate and no decision is due">
              A gate stands here 30 days before its day, a decision from the moment it is asked for.
            </EmptyState>
          ) : (
            <ul className={styles.short}>
              {waiting.gates.slice(0, shown).map((gate) => (
                <Gate key={gate.gateId} gate={gate} />
              ))}
              {waiting.decisions.slice(0, shown).map((decision) => (
                <li key={decision.decisionId}>
                  <Link
                    to="/projects/$projectId"
                    params={{ projectId: decision.projectId }}
                    hash="governance"
                  >
                    {decision.title}
                  </Link>
                  <span className="quiet">
                    {decision.projectName} · due {formatNear(decision.dueOn, today())}
                    {decision.amountMinor &&
                      decision.currency &&
                      ` · ${formatMoneyRounded(decision.amountMinor, decision.currency)}`}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Part>
    </Panel>
  );
}

function Gate({ gate }: { readonly gate: GateInPortfolio }) {
  return (
    <li>
      <Link to="/projects/$projectId" params={{ projectId: gate.projectId }} hash="governance">
        {gate.name}
      </Link>
      <span className="quiet">
        {gate.projectName}
        {gate.dueOn && ` · ${formatNear(gate.dueOn, today())}`}
      </span>
      <HealthBadge
        state={gate.isReady ? 'on-track' : 'off-track'}
        word={gate.isReady ? 'Evidence complete' : `${gate.missing} missing`}
      />
    </li>
  );
}
