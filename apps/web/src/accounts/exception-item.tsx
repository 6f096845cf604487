import type { BudgetException } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { allProjectsQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatMoney } from '../money/format-money.js';
import styles from './accounts.module.css';
import { DecideExceptionForm } from './decide-exception-form.js';
import { exceptionStanding, isOpen } from './exception-words.js';

interface ExceptionItemProps {
  readonly exception: BudgetException;
  /** It stands on the page of its project. */
  readonly isOfOne: boolean;
}

/** One exception: by how much and why, who asked and decided, and the decision where it waits. */
export function ExceptionItem({ exception, isOfOne }: ExceptionItemProps) {
  const { amountMinor, currency, reason, askedAt, askedByName, validThrough } = exception;
  const { decision, decidedAt, decidedByName } = exception;
  const mayDecide = useMay('budget:approve') === true;
  return (
    <li>
      <div className={styles.head}>
        <HealthBadge {...exceptionStanding(exception)} />
        <strong>{formatMoney(amountMinor, currency)} beyond the budget</strong>
        {!isOfOne && <ProjectName projectId={exception.projectId} />}
        {validThrough && <span className="quiet">through {formatDay(validThrough)}</span>}
      </div>
      <p className={styles.words}>{reason}</p>
      <p className={`${styles.words} quiet`}>
        Asked {formatMoment(askedAt)} by {askedByName ?? 'the manager of the project'}
        {decidedAt &&
          `; decided ${formatMoment(decidedAt)} by ${decidedByName ?? 'the PMO or a sponsor'}: ${decision}`}
        .
      </p>
      {mayDecide && isOpen(exception) && <DecideExceptionForm exception={exception} />}
    </li>
  );
}

function ProjectName({ projectId }: { readonly projectId: string }) {
  const projects = useQuery(allProjectsQuery).data ?? [];
  const name = projects.find((project) => project.projectId === projectId)?.name ?? 'Its project';
  return (
    <Link to="/projects/$projectId/money" params={{ projectId }} hash="exceptions">
      {name}
    </Link>
  );
}
