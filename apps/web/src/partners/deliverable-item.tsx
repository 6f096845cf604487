import type { DeliverableLine } from '@meridian/contracts-resourcing';
import { Link } from '@tanstack/react-router';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { DecisionForm } from './decision-form.js';
import { DeliverableForm } from './deliverable-form.js';
import { HandInForm } from './hand-in-form.js';
import { deliverableMark, stepWords } from './partner-words.js';
import styles from './partners.module.css';

interface DeliverableItemProps {
  readonly deliverable: DeliverableLine;
  /** Somebody of a partner may not see the project's page. */
  readonly isPartner: boolean;
}

/** A deliverable: where it stands, what the reader may do about it, and what was done. */
export function DeliverableItem({ deliverable, isPartner }: DeliverableItemProps) {
  const { name, partnerName, projectId, projectName, dueOn, version } = deliverable;
  const { mayHandIn, mayDecide, mayChange } = deliverable;
  return (
    <li>
      <div className={styles.line}>
        <strong>{name}</strong>
        <HealthBadge {...deliverableMark(deliverable)} />
      </div>
      <p className={styles.under}>
        due {formatDay(dueOn)}, {partnerName} for{' '}
        {isPartner ? (
          projectName
        ) : (
          <Link to="/projects/$projectId" params={{ projectId }}>
            {projectName}
          </Link>
        )}
      </p>
      {mayDecide && (
        <details className={styles.more} open>
          <summary>Decide on it</summary>
          <DecisionForm key={version} deliverable={deliverable} />
        </details>
      )}
      {mayHandIn && (
        <details className={styles.more}>
          <summary>Hand it in</summary>
          <HandInForm key={version} deliverable={deliverable} />
        </details>
      )}
      {mayChange && (
        <details className={styles.more}>
          <summary>Agree it anew</summary>
          <DeliverableForm key={version} deliverable={deliverable} />
        </details>
      )}
      <details className={styles.more}>
        <summary>Criteria and what was done</summary>
        <ol>
          {deliverable.criteria.map((criterion) => (
            <li key={criterion}>{criterion}</li>
          ))}
        </ol>
        <Steps deliverable={deliverable} />
      </details>
    </li>
  );
}

function Steps({ deliverable: { steps, criteria } }: { readonly deliverable: DeliverableLine }) {
  return (
    <ol reversed>
      {steps.map(({ state, byName, at, evidence, findings = [] }) => (
        <li key={at}>
          {byName} {stepWords[state]} <span className="quiet">{formatMoment(at)}</span>
          {evidence !== undefined && `: ${evidence}`}
          {findings.map(({ criterion, isMet, evidence: shown }) => (
            <div key={criterion}>
              {isMet ? 'met' : 'not met'}, {criteria[criterion - 1] ?? `criterion ${criterion}`}: {shown}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
