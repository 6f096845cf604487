import type { ChangeSet, ChangeSetLine } from '@meridian/contracts-budgeting';
import { Link } from '@tanstack/react-router';
import { HealthBadge } from '../health/health-badge.js';
import { formatMoneyRounded } from '../money/format-money.js';
import parts from '../parts/parts.module.css';
import { becomesWords, standingOf } from './change-words.js';
import styles from './change-sets.module.css';
import { ReviewForm } from './review-form.js';

/** The lines of a change-set: what becomes of each project, its money, the answer of its owner, what came of it. */
export function LineTable({
  changeSet: { name, currency, lines, state },
}: {
  readonly changeSet: ChangeSet;
}) {
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label={`Changes of ${name}`}>
      <table className={`${parts.table} ${styles.lines}`}>
        <thead>
          <tr>
            <th scope="col">Project</th>
            <th scope="col">Becomes</th>
            <th scope="col" className={parts.number}>
              Decided cost
            </th>
            <th scope="col" className={parts.number}>
              Budget now
            </th>
            <th scope="col" className={parts.number}>
              New budget
            </th>
            <th scope="col">Standing</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.candidateId}>
              <td>
                <Title line={line} />
              </td>
              <td>{becomesWords(line)}</td>
              <td className={parts.number}>{amount(line.costMinor, currency)}</td>
              <td className={parts.number}>{amount(line.budgetMinor, currency)}</td>
              <td className={parts.number}>{amount(line.newBudgetMinor, currency)}</td>
              <td>
                <HealthBadge {...standingOf(line)} />{' '}
                <span className="quiet">
                  {[line.reviewedBy, line.reason, line.settled].filter(Boolean).join('. ')}
                </span>
                <Budget line={line} />
                {state === 'in-review' && <ReviewForm key={line.version} line={line} currency={currency} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What came of its budget in the ledger. */
function Budget({ line: { budgetOutcome, budgetSettled } }: { readonly line: ChangeSetLine }) {
  if (budgetOutcome === undefined) return null;
  const posted = budgetOutcome === 'posted';
  return (
    <div>
      <HealthBadge
        state={posted ? 'on-track' : 'off-track'}
        word={posted ? 'Budget posted' : 'Budget refused'}
      />{' '}
      <span className="quiet">{budgetSettled}</span>
    </div>
  );
}

function Title({ line: { projectId, name, candidateId } }: { readonly line: ChangeSetLine }) {
  return (
    <>
      {projectId ? (
        <Link to="/projects/$projectId" params={{ projectId }}>
          {name}
        </Link>
      ) : (
        name
      )}{' '}
      <span className="quiet">{projectId ? candidateId : `${candidateId}, no project yet`}</span>
    </>
  );
}

function amount(minor: string | undefined, currency: string): string {
  return minor === undefined ? '–' : formatMoneyRounded(minor, currency);
}
